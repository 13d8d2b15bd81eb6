import { z } from 'zod';
import { CASE_ROLES } from '../../domain';
import type { CaseState } from '../../domain';
import { day, ident, role } from './parts';

const proposal = z.strictObject({ role, service: ident.optional(), person: ident, by: ident, on: day });
const departed = z.strictObject({ service: ident, on: day });
const away = z.strictObject({ person: ident, from: day, until: day, deputy: ident });

const service = z.strictObject({
  service: ident,
  leadWorker: ident.nullable(),
  responsibleManager: ident.nullable(),
  safeguardingLead: ident.nullable(),
  standing: z.enum(['TAKES_PART', 'ASKED', 'NOT_KNOWN']).describe('Whether it has said that it knows the person.'),
});
const missed = z.strictObject({
  service: ident,
  meeting: z.int(),
  heldOn: day,
  counts: z.boolean(),
  followsCounted: z.boolean(),
  contributedOn: day.nullable(),
});

/** Who works on a case, what was put to whom, who is away, who has left, and who was missing. */
export const peopleShape = {
  holders: z.partialRecord(z.enum(CASE_ROLES), ident),
  services: z.array(service),
  vacancies: z.array(z.strictObject({ role, service: ident.optional(), on: day })).readonly(),
  involvement: z.strictObject({
    proposals: z.array(proposal),
    absences: z.array(away).readonly(),
    departed: z.array(departed),
    planRecipients: z.strictObject({ added: z.array(ident).readonly(), removed: z.array(ident).readonly() }),
  }),
  absences: z.array(missed),
};
type People = z.infer<z.ZodObject<typeof peopleShape>>;

/** The people and services of a case. */
export const toPeople = (state: CaseState): People => ({
  holders: state.holders,
  services: state.services.map((one) => ({
    service: one.service,
    leadWorker: one.leadWorker,
    responsibleManager: one.responsibleManager,
    safeguardingLead: one.safeguardingLead ?? null,
    standing: standingOf(one.service, state),
  })),
  vacancies: state.vacancies,
  involvement: {
    proposals: state.involvement.proposals.map(({ brings: _brings, ...one }) => one),
    absences: state.involvement.absences,
    departed: state.involvement.departed.map((one) => ({ service: one.service, on: one.on })),
    planRecipients: state.involvement.planRecipients,
  },
  absences: state.absences.map(({ chased: _chased, ...one }) => one),
});

const standingOf = (name: string, { standing }: CaseState): People['services'][number]['standing'] =>
  standing.notKnown.includes(name) ? 'NOT_KNOWN' : standing.asked.includes(name) ? 'ASKED' : 'TAKES_PART';

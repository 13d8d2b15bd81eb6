import { z } from 'zod';
import { absenceOn, differing, DIRECTORY_OFFICES, isOutsideDomain, nameOn, toIso } from '../../domain';
import type { Changed, LondonDate, Organisation, Person, Service } from '../../domain';
import type { DirectoryChange } from '../../persistence';
import { day, ident, moment } from '../views/parts';

const period = z.strictObject({ from: day, to: day, standsIn: ident.nullable() });
const links = z.strictObject({ self: z.string(), organisation: z.string() });

/** A person as the directory shows them; address and telephone only to those who keep the entry. */
export const personSchema = z.strictObject({
  id: ident,
  name: z.string().describe('The name on the day asked for.'),
  formerNames: z.array(z.strictObject({ name: z.string(), until: day })),
  organisation: ident,
  service: ident.nullable(),
  offices: z.array(z.strictObject({ role: z.enum(DIRECTORY_OFFICES), locality: ident })),
  manager: ident.nullable(),
  active: z.boolean(),
  away: period.nullable().describe('The absence that covers the day asked for.'),
  absences: z.array(period),
  leaving: z.strictObject({ on: day, to: ident.nullable() }).nullable().describe('The last day, and who acts from then on.'),
  version: z.int(),
  email: z.string().nullable().optional(),
  telephone: z.string().nullable().optional(),
  outsideDomain: z
    .boolean()
    .optional()
    .describe('The address is outside the organisation’s own domains: mails to it say as little as can be.'),
  links,
});

interface Shown {
  readonly on: LondonDate;
  readonly contact: boolean;
  readonly organisation: Organisation | undefined;
}

/** A person on a day. */
export const toPerson = (person: Person, { on, contact, organisation }: Shown): z.infer<typeof personSchema> => ({
  id: person.id,
  name: nameOn(person, on),
  formerNames: [...(person.formerNames ?? [])],
  organisation: person.organisation,
  service: person.service,
  offices: [...person.offices],
  manager: person.manager,
  active: person.active,
  away: absenceOn(person, on) ?? null,
  absences: [...(person.absences ?? [])],
  leaving: person.leaving ?? null,
  version: person.version ?? 0,
  ...(contact
    ? { email: person.email, telephone: person.telephone ?? null, outsideDomain: isOutsideDomain(person, organisation ?? {}) }
    : {}),
  links: { self: `/v1/directory/people/${person.id}`, organisation: `/v1/directory/organisations/${person.organisation}` },
});

/** A service with its organisation. */
export const toService = ({ safeguardingLead, ...service }: Service, organisation: string) => ({
  ...service,
  safeguardingLead: safeguardingLead ?? null,
  organisation,
});

/** An organisation with its services. */
export const toOrganisation = ({ id, name, locality, services, manager, mailDomains = [], version = 0 }: Organisation) => ({
  id,
  name,
  locality,
  manager: manager ?? null,
  mailDomains,
  version,
  services: services.map((one) => toService(one, id)),
  links: { self: `/v1/directory/organisations/${id}`, people: `/v1/directory/people?organisation=${id}` },
});

/** One change as the history of an entry tells it: the fields of that entry that differ, before and after. */
export const changeSchema = z.strictObject({
  number: z.int(),
  at: moment,
  by: ident,
  what: z.string(),
  fields: z.array(z.strictObject({ id: ident, field: z.string(), before: z.unknown(), after: z.unknown() })),
});

/** A change as far as it is about a subject; a change of an office is about everybody who had or got it. */
export function toChange({ number, at, by, what, changes }: DirectoryChange, subject: string): z.infer<typeof changeSchema> {
  const all: readonly Changed<{ readonly id: string }>[] = [...changes.people, ...changes.organisations];
  const office = subject.startsWith('office:');
  const concerned = all.filter(({ after }) => office || after.id === subject || services(after).includes(subject));
  const fields = concerned.flatMap(fieldsOf).filter(({ field }) => !office || field === 'offices');
  return { number, at: toIso(at), by, what, fields };
}

const services = (entry: { readonly id: string }): readonly string[] =>
  'services' in entry ? (entry.services as readonly Service[]).map(({ id }) => id) : [];

function fieldsOf({ before, after }: Changed<{ readonly id: string }>) {
  const [old, now] = [before ?? {}, after] as readonly [Record<string, unknown>, Record<string, unknown>];
  return differing(old, now)
    .filter((field) => field !== 'version' && field !== 'id')
    .map((field) => ({ id: after.id, field, before: old[field] ?? null, after: now[field] ?? null }));
}

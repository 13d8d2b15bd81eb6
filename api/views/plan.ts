import { z } from 'zod';
import { ACCEPTANCES, ACTION_OWNERS, ACTION_STATUSES } from '../../domain';
import type { CaseState } from '../../domain';
import { day, ident, role } from './parts';

const action = z.strictObject({
  id: ident,
  service: ident,
  leadWorker: ident.nullable(),
  owner: z.enum(ACTION_OWNERS),
  agreedOn: day,
  dueOn: day,
  urgent: z.boolean(),
  status: z.enum(ACTION_STATUSES),
  acceptance: z.enum(ACCEPTANCES),
  proposedOn: day,
  quietSince: day,
  extensions: z.int(),
});
const gap = z.strictObject({ id: ident, item: z.string(), requirement: z.string(), owner: role, dueOn: day });

/** The plan of a case, its actions, and what its record lacks. */
export const planShape = {
  plan: z
    .strictObject({
      version: z.int(),
      publishedOn: day,
      recipients: z.array(ident).readonly(),
      confirmed: z.array(ident).readonly(),
    })
    .nullable(),
  actions: z.array(action),
  gaps: z.array(gap).readonly(),
};

/** The plan and the gaps of a case; what an action says stands in the timeline. */
export const toPlan = (state: CaseState): z.infer<z.ZodObject<typeof planShape>> => ({
  plan: state.plan,
  actions: state.actions.map(({ textRef: _text, leadWorker = null, ...one }) => ({ ...one, leadWorker })),
  gaps: state.gaps,
});

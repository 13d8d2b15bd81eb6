import { z } from 'zod';
import { FLAGS, PACES, STAGES } from '../../domain';
import type { CaseView } from '../../persistence';
import { caseNow } from './pinned';
import { ident, isoOrNull, moment } from './parts';

export const listItemShape = {
  ref: ident,
  stage: z.enum(STAGES).nullable(),
  locality: z.string(),
  pace: z.enum(PACES).nullable(),
  nextDueAt: moment.nullable(),
  overdue: z.boolean(),
  flags: z.array(z.enum(FLAGS)),
  training: z.boolean(),
};
type ListItem = z.infer<z.ZodObject<typeof listItemShape>>;

/** One line of the worklist. */
export const toListItem = (view: CaseView, now: number): ListItem => ({
  ref: view.ref,
  stage: view.state.stage,
  locality: view.state.locality,
  pace: view.state.pace,
  nextDueAt: isoOrNull(view.nextDueAt),
  overdue: view.nextDueAt !== null && caseNow(view, now) > view.nextDueAt,
  flags: [...new Set(view.state.flags.map((one) => one.flag))],
  training: view.training,
});

/** The same for somebody who sees only an invitation or an incident: that there is something to do here. */
export const toReducedItem = ({ ref, state, training }: CaseView): ListItem => ({
  ref,
  stage: null,
  locality: state.locality,
  pace: null,
  nextDueAt: null,
  overdue: false,
  flags: [],
  training,
});

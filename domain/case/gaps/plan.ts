import { without } from './rule';
import type { GapRule } from './rule';

/** What the record asks for of a plan. */
export const PLAN_GAPS: readonly GapRule[] = [
  {
    command: 'publishPlan',
    item: 'NO_ACTION_REASON',
    requirement: 'Oxfordshire framework 6.2',
    owner: 'COORDINATOR',
    missing: (data, state) => state.actions.length === 0 && data['noActionReason'] === undefined,
  },
  {
    command: 'publishPlan',
    item: 'CONTINGENCY',
    requirement: 'Oxfordshire framework 6.3',
    owner: 'COORDINATOR',
    missing: without('contingency'),
  },
];

import { isUnfinished } from '../../case/codes';
import type { Action } from '../../case/events';
import type { CaseState } from '../../case/state';
import { isLive, ruleOf, timerOf } from '../clock';
import type { Clock } from '../clock';

/** Actions that have not ended, while the case lives. */
export const openActions = (state: CaseState): readonly Action[] => (isLive(state) ? state.actions.filter(isUnfinished) : []);

/** T-ACTION: an agreed action with its date; only its end or a new date stops it, a progress note does not. */
export const actionClock: Clock = {
  id: 'T-ACTION',
  wished: ({ state }) =>
    openActions(state).map((action) => ({
      key: `action:${action.id}`,
      anchorOn: action.agreedOn,
      dueOn: action.dueOn,
      ladder: action.urgent ? 'urgent' : '-',
    })),
  because: ({ profile }, { ladder }) => ({
    what: 'The action',
    anchor: 'it was agreed',
    rule: ruleOf(timerOf(profile, 'T-ACTION'), ladder),
  }),
};

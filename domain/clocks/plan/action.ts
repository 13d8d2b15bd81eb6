import { isTerminal } from '../../case/codes';
import { ruleOf } from '../clock';
import type { Clock } from '../clock';

/** T-ACTION: an agreed action with its date; only its end or a new date stops it, a progress note does not. */
export const actionClock: Clock = {
  id: 'T-ACTION',
  wished({ state }) {
    if (!state.stage || isTerminal(state.stage) || state.stage === 'CLOSING') return [];
    return state.actions
      .filter((action) => action.status === 'OPEN' || action.status === 'IN_PROGRESS')
      .map((action) => ({
        key: `action:${action.id}`,
        anchorOn: action.agreedOn,
        dueOn: action.dueOn,
        ladder: action.urgent ? 'urgent' : '-',
      }));
  },
  because({ profile }, obligation) {
    const timer = profile.timers['T-ACTION'];
    if (!timer) throw new Error('every locality chases actions');
    return { what: 'The action', anchor: 'it was agreed', rule: ruleOf(timer, obligation.ladder) };
  },
};

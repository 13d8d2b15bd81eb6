import { isTerminal } from '../../case/codes';
import { ruleOf } from '../clock';
import type { Clock } from '../clock';

/** T-HELD: a booked day has passed and nothing is recorded; was the meeting held? (local default) */
export const heldClock: Clock = {
  id: 'T-HELD',
  wished({ state }) {
    if (!state.meeting || !state.stage || isTerminal(state.stage)) return [];
    return [{ key: `meeting:${state.meeting.number}`, anchorOn: state.meeting.on, dueOn: state.meeting.on, ladder: '-' }];
  },
  because({ profile }) {
    const timer = profile.timers['T-HELD'];
    if (!timer) throw new Error('every locality asks whether a meeting was held');
    return { what: 'The record of the booked meeting', anchor: 'the meeting is booked', rule: ruleOf(timer, '-') };
  },
};

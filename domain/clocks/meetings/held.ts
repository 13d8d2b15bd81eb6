import { isLive, ruleOf, timerOf } from '../clock';
import type { Clock } from '../clock';

/** T-HELD: a booked day has passed and nothing is recorded; was the meeting, or the review, held? (local default) */
export const heldClock: Clock = {
  id: 'T-HELD',
  wished({ state }) {
    if (!state.meeting || !isLive(state)) return [];
    const { number, on, kind } = state.meeting;
    return [{ key: `meeting:${number}`, anchorOn: on, dueOn: on, ladder: kind }];
  },
  because: ({ profile }) => ({
    what: 'The record of the booked meeting',
    anchor: 'the meeting is booked',
    rule: ruleOf(timerOf(profile, 'T-HELD'), '-'),
  }),
};

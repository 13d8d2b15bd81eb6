import { compareDates, londonDateOf } from '../../calendar';
import type { LondonDate } from '../../calendar';
import type { CaseState } from '../../case/state';
import { isLive, ruleOf, timerOf } from '../clock';
import type { Clock, ClockContext } from '../clock';
import { movedBy, sinceOf } from '../moves';

/** T-REMIND: the working day before a meeting (local default). A review inside its agreed date is reminded of by T-REVIEW. */
export const remindClock: Clock = {
  id: 'T-REMIND',
  wished(context) {
    const { state } = context;
    const { meeting } = state;
    if (!meeting || !isLive(state) || isReviewInTime(context)) return [];
    return [{ key: `meeting:${meeting.number}`, anchorOn: londonDateOf(meeting.bookedAt), dueOn: meeting.on, ladder: '-' }];
  },
  because: ({ profile }) => ({ what: 'The meeting', anchor: 'it was booked', rule: ruleOf(timerOf(profile, 'T-REMIND'), '-') }),
};

/** True for a booked review on or before the agreed date, as pauses have moved it. */
export const isReviewInTime = (context: ClockContext): boolean => {
  const { meeting, review } = context.state;
  return meeting?.kind === 'REVIEW' && review !== null && compareDates(meeting.on, reviewDueOn(context, review)) <= 0;
};

/** The date of the review that is owed, as pauses have moved it. */
export function reviewDueOn(context: ClockContext, { on, agreedOn }: { on: LondonDate; agreedOn: LondonDate }): LondonDate {
  const { state } = context;
  const wish = { key: reviewKey(state), anchorOn: agreedOn, dueOn: on, ladder: '-' };
  return movedBy(context, on, sinceOf(context, 'T-REVIEW', wish, state.lastAt));
}

/** The key of the review that is owed. */
export const reviewKey = ({ reviewsHeld }: CaseState): string => `review:${reviewsHeld + 1}`;

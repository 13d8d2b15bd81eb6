import { compareDates, londonDateOf } from '../../calendar';
import type { CaseState } from '../../case/state';
import { isLive, ruleOf, timerOf } from '../clock';
import type { Clock } from '../clock';

/** T-REMIND: the working day before a meeting (local default). A review inside its agreed date is reminded of by T-REVIEW. */
export const remindClock: Clock = {
  id: 'T-REMIND',
  wished({ state }) {
    const { meeting } = state;
    if (!meeting || !isLive(state) || isReviewInTime(state)) return [];
    return [{ key: `meeting:${meeting.number}`, anchorOn: londonDateOf(meeting.bookedAt), dueOn: meeting.on, ladder: '-' }];
  },
  because: ({ profile }) => ({ what: 'The meeting', anchor: 'it was booked', rule: ruleOf(timerOf(profile, 'T-REMIND'), '-') }),
};

/** True for a booked review on or before the agreed date. */
export const isReviewInTime = ({ meeting, review }: CaseState): boolean =>
  meeting?.kind === 'REVIEW' && review !== null && compareDates(meeting.on, review.on) <= 0;

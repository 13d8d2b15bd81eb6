import { addWorkingDays, endOfDay } from '../../calendar';
import type { LondonDate } from '../../calendar';
import type { Tier } from '../../case/codes';
import type { CaseState, Obligation } from '../../case/state';
import { isLive, ruleOf, timerOf } from '../clock';
import type { Clock, ClockContext, Wished } from '../clock';
import { isReviewInTime } from '../meetings/remind';
import { workingDaysOf } from '../offsets';

const LAPSE_KEY = 'lapse-decision';

/**
 * T-REVIEW: the review agreed at a meeting (Oxfordshire framework 6.3; Dorset learning, Outcomes), with the ladder of its tier and its lapse
 * (local defaults). Only a held review, or another agreed date, ends or moves it; booking does not.
 */
export const reviewClock: Clock = {
  id: 'T-REVIEW',
  wished(context) {
    const { state } = context;
    if (!state.review || !isLive(state) || state.stage === 'CLOSING') return [];
    const { on, agreedOn } = state.review;
    const review = { key: `review:${state.reviewsHeld + 1}`, anchorOn: agreedOn, dueOn: on };
    const wished: Wished = { ...review, ladder: tierFor(state, review) };
    return lapsed(state, review.key) ? [wished, lapseDecision(context, wished)] : [wished];
  },
  quiet({ state }, obligation, { label, at, mark }) {
    const booked = state.meeting;
    if (label === '-10WD') return isReviewInTime(state);
    if (mark !== label && booked) return at < booked.bookedAt;
    return state.review?.lapseDecision !== null && isOutside(obligation.ladder, label);
  },
  // Booked in time, the last two reminders count from the booked day; everything after the agreed date counts from that.
  countFrom({ state }, { dueOn }, label) {
    return state.meeting && isReviewInTime(state) && (label === '-5WD' || label === '-1WD') ? state.meeting.on : dueOn;
  },
  because: ({ profile }, { key }) =>
    key === LAPSE_KEY
      ? {
          what: 'A decision on the lapsed review',
          anchor: 'the review was agreed for',
          rule: ruleOf(timerOf(profile, 'T-REVIEW'), LAPSE_KEY),
        }
      : { what: 'The review', anchor: 'it was agreed', rule: ruleOf(timerOf(profile, 'T-REVIEW'), '-') },
};

/** The last step of each tier's ladder goes to contacts outside the case. */
const OUTSIDE: Readonly<Record<Tier, string>> = { LOW: '+13WD', MODERATE: '+13WD', HIGH: '+7WD', CRITICAL: '+3WD' };
const isOutside = (ladder: string, label: string): boolean => Object.hasOwn(OUTSIDE, ladder) && OUTSIDE[ladder as Tier] === label;

// The tier recorded by the end of the agreed date fixes the ladder; no tier counts as MODERATE (local default).
function tierFor(state: CaseState, review: { key: string; dueOn: LondonDate }): string {
  const known: Obligation | undefined = state.obligations.find((one) => one.clock === 'T-REVIEW' && one.key === review.key);
  const fixed = known?.dueOn === review.dueOn && state.lastAt > endOfDay(review.dueOn);
  return fixed ? known.ladder : (state.tier ?? 'MODERATE');
}

const lapsed = (state: CaseState, key: string): boolean =>
  state.review?.lapseDecision === null && state.flags.some((flag) => flag.flag === 'REVIEW_LAPSED' && flag.key === key);

// A person decides by the end of the working day before the message to the contacts outside.
function lapseDecision({ calendar }: ClockContext, { dueOn, ladder }: Wished): Wished {
  const outside = addWorkingDays(dueOn, workingDaysOf(OUTSIDE[ladder as Tier]), calendar);
  return { key: LAPSE_KEY, anchorOn: dueOn, dueOn: addWorkingDays(outside, -1, calendar), ladder: LAPSE_KEY };
}

/** True once the contacts outside the case were told that its review has lapsed, until it is held or gets another date. */
export const isOutsideTold = (state: CaseState): boolean =>
  state.obligations.some((one) => one.clock === 'T-REVIEW' && one.passed.some((label) => isOutside(one.ladder, label)));

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
    return isLapsed(state, wished) ? [wished, lapseDecision(context, wished)] : [wished];
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

/** By tier: the step with which a review lapses, and the last one, which goes to contacts outside the case. */
const LAPSES: Readonly<Record<Tier, { readonly lapsed: string; readonly outside: string }>> = {
  LOW: { lapsed: '+10WD', outside: '+13WD' },
  MODERATE: { lapsed: '+10WD', outside: '+13WD' },
  HIGH: { lapsed: '+5WD', outside: '+7WD' },
  CRITICAL: { lapsed: '+2WD', outside: '+3WD' },
};
const stepsOf = (ladder: string) => (Object.hasOwn(LAPSES, ladder) ? LAPSES[ladder as Tier] : undefined);
const isOutside = (ladder: string, label: string): boolean => stepsOf(ladder)?.outside === label;

// The tier recorded by the end of the agreed date fixes the ladder; no tier counts as MODERATE (local default).
function tierFor(state: CaseState, review: { key: string; dueOn: LondonDate }): string {
  const known = runningFor(state, review);
  return known && state.lastAt > endOfDay(review.dueOn) ? known.ladder : (state.tier ?? 'MODERATE');
}

const runningFor = (state: CaseState, { key, dueOn }: { key: string; dueOn: LondonDate }): Obligation | undefined =>
  state.obligations.find((one) => one.clock === 'T-REVIEW' && one.key === key && one.dueOn === dueOn);

function isLapsed(state: CaseState, review: Wished): boolean {
  const known = runningFor(state, review);
  const step = known && stepsOf(known.ladder)?.lapsed;
  return state.review?.lapseDecision === null && step !== undefined && known?.passed.includes(step) === true;
}

// A person decides by the end of the working day before the message to the contacts outside.
function lapseDecision({ calendar }: ClockContext, { dueOn, ladder }: Wished): Wished {
  const outside = addWorkingDays(dueOn, workingDaysOf(stepsOf(ladder)?.outside ?? ''), calendar);
  return { key: LAPSE_KEY, anchorOn: dueOn, dueOn: addWorkingDays(outside, -1, calendar), ladder: LAPSE_KEY };
}

/** True once the contacts outside the case were told that its review has lapsed, until it is held or gets another date. */
export const isOutsideTold = (state: CaseState): boolean =>
  state.obligations.some((one) => one.clock === 'T-REVIEW' && one.passed.some((label) => isOutside(one.ladder, label)));

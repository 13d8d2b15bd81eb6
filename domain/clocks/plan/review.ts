import { addWorkingDays, compareDates, endOfDay } from '../../calendar';
import type { LondonDate } from '../../calendar';
import type { Pause } from '../../case/regions/running';
import type { CaseState, Obligation } from '../../case/state';
import { findProfile } from '../../profiles';
import type { ProtocolProfile, TimerPolicy } from '../../profiles';
import { isLive, ruleOf, timerOf } from '../clock';
import type { Clock, ClockContext, Wished } from '../clock';
import { isReviewInTime, reviewDueOn, reviewKey } from '../meetings/remind';
import { baseOf, pausesOf } from '../moves';
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
    if (!state.review || !isLive(state)) return [];
    const { on, agreedOn } = state.review;
    const review = { key: reviewKey(state), anchorOn: agreedOn, dueOn: on };
    const dueOn = reviewDueOn(context, state.review);
    const wished: Wished = { ...review, ladder: tierFor(context, review, state.review) };
    return isLapsed(context, wished) ? [wished, lapseDecision(context, { ...wished, dueOn })] : [wished];
  },
  quiet(context, obligation, { label, at, mark }) {
    const { state, profile } = context;
    const booked = state.meeting;
    if (label === '-10WD') return isReviewInTime(context);
    if (mark !== label && booked) return at < booked.bookedAt;
    return state.review?.lapseDecision !== null && stepsOf(profile, obligation.ladder)?.outside === label;
  },
  // Booked in time, the last two reminders count from the booked day; everything after the agreed date counts from that.
  countFrom(context, { dueOn }, label) {
    const { state } = context;
    return state.meeting && isReviewInTime(context) && (label === '-5WD' || label === '-1WD') ? state.meeting.on : dueOn;
  },
  because: ({ profile }, { key }) =>
    key === LAPSE_KEY
      ? {
          what: 'A decision on the lapsed review',
          anchor: 'the review was due',
          rule: ruleOf(timerOf(profile, 'T-REVIEW'), LAPSE_KEY),
        }
      : { what: 'The review', anchor: 'it was agreed', rule: ruleOf(timerOf(profile, 'T-REVIEW'), '-') },
};

// Which steps of a tier's ladder the locality means: the one with which a review lapses, and the one that goes outside the case.
function stepsOf(profile: ProtocolProfile | undefined, ladder: string): { readonly lapsed: string; readonly outside: string } | undefined {
  const ladders: TimerPolicy['ladders'] = profile?.timers['T-REVIEW']?.ladders ?? {};
  const lapsed = ladders[ladder]?.find((step) => step.flag === 'REVIEW_LAPSED');
  const outside = ladders[ladder]?.find((step) => step.outside === true);
  return lapsed && outside && { lapsed: lapsed.label ?? lapsed.at, outside: outside.label ?? outside.at };
}

// The tier recorded by the end of the agreed date fixes the ladder; no tier counts as MODERATE (local default).
function tierFor(context: ClockContext, review: { key: string; dueOn: LondonDate }, agreed: NonNullable<CaseState['review']>): string {
  const { state } = context;
  const known = runningFor(state, review);
  return known && state.lastAt > endOfDay(fixedOn(context, agreed)) ? known.ladder : (state.tier ?? 'MODERATE');
}

// A pause that begins after the agreed date moves what is still to be said, and does not open the choice of the ladder again.
function fixedOn(context: ClockContext, agreed: NonNullable<CaseState['review']>): LondonDate {
  const all = pausesOf(context.state);
  const movedByFirst = (n: number): LondonDate => reviewDueOn(withPauses(context, all.slice(0, n)), agreed);
  const late = all.findIndex(({ from }, n) => compareDates(movedByFirst(n), from) < 0);
  return movedByFirst(late < 0 ? all.length : late);
}

const withPauses = (context: ClockContext, pauses: readonly Pause[]): ClockContext => ({
  ...context,
  state: { ...context.state, running: { ...context.state.running, pauses, pause: null } },
});

const runningFor = (state: CaseState, { key, dueOn }: { key: string; dueOn: LondonDate }): Obligation | undefined =>
  state.obligations.find((one) => one.clock === 'T-REVIEW' && one.key === key && baseOf(one) === dueOn);

function isLapsed({ state, profile }: ClockContext, review: Wished): boolean {
  const known = runningFor(state, review);
  const step = known && stepsOf(profile, known.ladder)?.lapsed;
  return state.review?.lapseDecision === null && step !== undefined && known?.passed.includes(step) === true;
}

// A person decides by the end of the working day before the message to the contacts outside.
function lapseDecision({ calendar, profile }: ClockContext, { dueOn, ladder }: Wished): Wished {
  const outside = addWorkingDays(dueOn, workingDaysOf(stepsOf(profile, ladder)?.outside ?? ''), calendar);
  return { key: LAPSE_KEY, anchorOn: dueOn, dueOn: addWorkingDays(outside, -1, calendar), ladder: LAPSE_KEY };
}

/** True once the contacts outside the case were told that its review has lapsed, until it is held or gets another date. */
export function isOutsideTold(state: CaseState): boolean {
  const profile = findProfile(state.profile.id, state.profile.version);
  return state.obligations.some((one) => {
    const outside = one.clock === 'T-REVIEW' ? stepsOf(profile, one.ladder)?.outside : undefined;
    return outside !== undefined && one.passed.includes(outside);
  });
}

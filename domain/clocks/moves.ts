import { addDays, addWorkingDays, compareDates, londonDateOf, maxDate, workingDaysBetween } from '../calendar';
import type { Instant, LondonDate } from '../calendar';
import type { ClockId, MoveReason } from '../case/codes';
import type { CaseEvent, EventType, ObligationFact } from '../case/events';
import type { Override, Pause } from '../case/regions/running';
import type { CaseState } from '../case/state';
import type { ProtocolProfile } from '../profiles';
import { ruleOf } from './clock';
import type { ClockContext, Wished } from './clock';

/** Clocks that a pause stops, with their chases; every other one runs on (local default). */
const STOPPED: readonly ClockId[] = ['T-MEET', 'T-ACTION', 'T-SILENT', 'T-REVIEW'];
const LAPSE_KEY = 'lapse-decision';

/** True for a deadline that stands still in a pause. The decision on a lapsed review moves with its review. */
export const isStopped = (clock: ClockId, key: string): boolean => STOPPED.includes(clock) && key !== LAPSE_KEY;

/** Every pause of a case so far, the running one last. */
export const pausesOf = ({ running }: CaseState): readonly Pause[] => (running.pause ? [...running.pauses, running.pause] : running.pauses);

/** From when a date counts: a computed one from its anchor, one that a person set from the instant at which it was set. */
export type Since = { readonly anchorOn: LondonDate } | { readonly setAt: Instant };

/** The pauses that moved a date, each with how many working days. */
export function pausesSince({ state, calendar }: ClockContext, since: Since): readonly { pause: Pause; workingDays: number }[] {
  return pausesOf(state)
    .map((pause) => ({ pause, workingDays: 'anchorOn' in since ? after(pause, since.anchorOn) : whole(pause, since.setAt) }))
    .filter(({ workingDays }) => workingDays > 0);

  // The paused working days that come after the anchor.
  function after({ from, until }: Pause, anchorOn: LondonDate): number {
    const last = addDays(until, -1);
    const before = maxDate(addDays(from, -1), anchorOn);
    return compareDates(last, before) <= 0 ? 0 : workingDaysBetween(before, last, calendar);
  }
  // A date that a person set during a pause stays.
  function whole(pause: Pause, setAt: Instant): number {
    const setOn = londonDateOf(setAt);
    const earlier = compareDates(setOn, pause.from) < 0 || (setOn === pause.from && setAt <= pause.at);
    return earlier ? after(pause, addDays(pause.from, -1)) : 0;
  }
}

/** A date moved by the working days of the pauses since. */
export const movedBy = (context: ClockContext, on: LondonDate, since: Since): LondonDate => {
  const days = pausesSince(context, since).reduce((sum, { workingDays }) => sum + workingDays, 0);
  return days === 0 ? on : addWorkingDays(on, days, context.calendar);
};

/** The other date that a person has set for a deadline, unless a later decision on the pace governs. */
export const overrideOf = (
  { running, paceSetAt }: CaseState,
  { clock, key, anchorOn }: Pick<ObligationFact, 'clock' | 'key' | 'anchorOn'>,
) =>
  running.overrides.find(
    (one) => one.clock === clock && one.key === key && one.anchorOn === anchorOn && !(BY_PACE.includes(clock) && paceSetAt > one.at),
  );
const BY_PACE: readonly ClockId[] = ['T-MEET', 'T-TRIAGE'];

/** The date before pauses moved it. */
export const baseOf = (one: Pick<ObligationFact, 'dueOn' | 'movedFrom'>): LondonDate => one.movedFrom ?? one.dueOn;

/** True for a date that people agree, and no rule computes. */
export function isAgreed({ timers }: ProtocolProfile, clock: ClockId, ladder: string): boolean {
  const timer = timers[clock];
  return timer !== undefined && 'agreed' in ruleOf(timer, ladder).value;
}

const overridden = (one: Override, { calendar }: ClockContext): LondonDate =>
  'on' in one.due ? one.due.on : addWorkingDays(one.anchorOn, one.due.workingDays, calendar);

/** From when the date of a wished deadline counts: since it was last set, where people set it. */
export function sinceOf({ state, profile }: ClockContext, clock: ClockId, wish: Wished, at: Instant): Since {
  const override = overrideOf(state, { ...wish, clock });
  if (override) return 'on' in override.due ? { setAt: override.at } : { anchorOn: wish.anchorOn };
  if (!isAgreed(profile, clock, wish.ladder)) return { anchorOn: wish.anchorOn };
  const known = state.obligations.find((one) => one.clock === clock && one.key === wish.key);
  const same = known?.anchorOn === wish.anchorOn && baseOf(known) === wish.dueOn;
  return { setAt: same ? known.armedAt : at };
}

/** What is to run for a wished deadline: on the date of its rule, else the one that a person set, moved by pauses. */
export function factOf(context: ClockContext, clock: ClockId, wish: Wished, at: Instant): ObligationFact {
  const override = overrideOf(context.state, { ...wish, clock });
  const base = override ? overridden(override, context) : wish.dueOn;
  const dueOn = isStopped(clock, wish.key) ? movedBy(context, base, sinceOf(context, clock, wish, at)) : base;
  return { ...wish, clock, dueOn, calendarVersion: context.calendar.version, ...(dueOn === base ? {} : { movedFrom: base }) };
}

// Which fact of a step moves dates, and what the record calls it; the first one counts, and the end of a pause comes last.
const BECAUSE: Readonly<Partial<Record<EventType, MoveReason>>> = {
  CalendarPinned: 'CALENDAR',
  TimerOverridden: 'OVERRIDE',
  ProfileMigrated: 'PROFILE',
  PaceSet: 'PACE',
  ReviewDateAgreed: 'AGREED',
  DueDateExtended: 'AGREED',
  RetentionDecided: 'AGREED',
  MeetingScheduled: 'AGREED',
  MeetingPostponed: 'AGREED',
  MeetingAimVaried: 'AGREED',
  MeetingCompleted: 'RISK',
  ClocksPaused: 'PAUSE',
  ClocksResumed: 'PAUSE',
};

// A new tier only changes how a review is chased: whatever else the step does counts before it, such as the pause that CRITICAL ends.
const RATINGS: readonly EventType[] = ['RiskTierSet', 'RiskRated'];

/** Why a step moves dates; undefined where none of its facts does. */
export const becauseOf = (facts: readonly CaseEvent[]): MoveReason | undefined =>
  facts.map(({ type }) => BECAUSE[type]).find((reason) => reason !== undefined) ??
  (facts.some(({ type }) => RATINGS.includes(type)) ? 'RISK' : undefined);

import { addDays, addWorkingDays, compareDates, londonDateOf, morning, rollBack, rollForward, workingDaysBetween } from '../calendar';
import type { Calendar, Instant, LondonDate } from '../calendar';
import type { CaseState, Obligation } from '../case/state';
import type { ThresholdPolicy, TimerPolicy } from '../profiles';
import { findClock } from './all';
import type { ClockContext, PlacedThreshold } from './clock';
import { isStopped } from './moves';
import { calendarDaysOf, workingDaysOf } from './offsets';
import { restOf } from './rest';

/** A threshold of a running deadline with its instant. */
export interface Threshold extends PlacedThreshold {
  readonly policy: ThresholdPolicy;
}

/** The thresholds of a deadline that have not passed: the fixed ones, the repeats up to `until`, and the first repeat after it. */
export function openThresholds(context: ClockContext, obligation: Obligation, until: Instant): readonly Threshold[] {
  const timer = context.profile.timers[obligation.clock];
  const ladder = timer?.ladders[obligation.ladder] ?? timer?.ladders['-'];
  if (!timer || !ladder || isSuspended(context.state, obligation)) return [];
  const fixed = ladder.map((policy) => place(context, obligation, policy.label ?? policy.at, workingDaysOf(policy.at), policy));
  const all = [...fixed, ...repeats(context, obligation, ladder, timer, londonDateOf(until))];
  return all.filter((one) => !obligation.passed.includes(one.mark) && !isBeforeUs(obligation, one) && !isQuiet(context, obligation, one));
}

// What had passed on paper before the case was taken over sends and raises nothing; what is still to come keeps its grid (local default).
const isBeforeUs = ({ silentBefore }: Obligation, { label, at }: Threshold): boolean =>
  silentBefore !== undefined && (at < silentBefore || label === 'at-once');

/** The last day of a deadline's own steps, after which its message repeats; undefined where none repeats. */
export function repeatsFrom(context: ClockContext, obligation: Obligation): LondonDate | undefined {
  const timer = context.profile.timers[obligation.clock];
  const last = (timer?.ladders[obligation.ladder] ?? timer?.ladders['-'])?.at(-1);
  if (!last || !timer?.repeatEveryWorkingDays) return undefined;
  return place(context, obligation, last.label ?? last.at, workingDaysOf(last.at), last).on;
}

/** True while a deadline is set aside, such as the aim for a meeting while a hand-over is pending. */
export const isSuspended = (state: CaseState, obligation: Obligation): boolean =>
  findClock(obligation.clock)?.suspended?.(state) === true || restOf(state, obligation) === 'suspend';

const isQuiet = (context: ClockContext, obligation: Obligation, one: Threshold): boolean =>
  isPaused(context, obligation, one) || findClock(obligation.clock)?.quiet?.(context, obligation, one) === true;

// In a pause nothing is said of what stands still; what counts from a booked day goes with the booking.
const isPaused = ({ state }: ClockContext, { clock, key }: Obligation, { on, mark, label }: Threshold): boolean =>
  state.running.pause !== null && isStopped(clock, key) && mark === label && compareDates(on, state.running.pause.until) < 0;

function place(context: ClockContext, obligation: Obligation, label: string, days: number, policy: ThresholdPolicy): Threshold {
  if (policy.at === 'at-once') return { label, mark: label, on: londonDateOf(obligation.armedAt), at: obligation.armedAt, policy };
  const base = findClock(obligation.clock)?.countFrom?.(context, obligation, label) ?? obligation.dueOn;
  const on = thresholdDate(context, base, days, policy);
  return { label, mark: base === obligation.dueOn ? label : `${label}@${base}`, on, at: morning(on), policy };
}

// "due" and "-n" fire on that date or the last working day before it; "+n" counts strictly after the deadline; a birthday is not
// told of before it is there (local default).
function thresholdDate({ calendar }: ClockContext, dueOn: LondonDate, days: number, { at }: ThresholdPolicy): LondonDate {
  if (at === 'on-or-after') return rollForward(dueOn, calendar);
  const calendarDays = calendarDaysOf(at);
  if (calendarDays !== null) return rollBack(addDays(dueOn, -calendarDays), calendar);
  return days > 0 ? addWorkingDays(dueOn, days, calendar) : addWorkingDays(rollBack(dueOn, calendar), days, calendar);
}

// Silence never ends: after the last threshold a message repeats, labelled on with the last one's own number (local default).
function repeats(
  context: ClockContext,
  obligation: Obligation,
  ladder: readonly ThresholdPolicy[],
  timer: TimerPolicy,
  until: LondonDate,
): readonly Threshold[] {
  const every = timer.repeatEveryWorkingDays?.value;
  const last = ladder.at(-1);
  if (every === undefined || !last) return [];
  const ends = { label: workingDaysOf(last.label ?? last.at), offset: workingDaysOf(last.at) };
  const policy = repeatOf(ladder, last, timer);
  const found: Threshold[] = [];
  for (let days = firstRepeat(context, obligation, ends, every); ; days += every) {
    const next = place(context, obligation, `+${days}WD`, days - ends.label + ends.offset, policy);
    found.push(next);
    if (compareDates(next.on, until) > 0) return found;
  }
}

// The next one after the latest that passed; or the day on which a person wants to look again, sooner or later than that, which has its own
// count. The rest go on from there.
function firstRepeat(context: ClockContext, obligation: Obligation, ends: { label: number; offset: number }, every: number): number {
  const last = lastRepeat(obligation.passed, ends.label);
  const named = lookAgain(obligation, context.calendar);
  const wanted = named === undefined ? last : named + ends.label - ends.offset;
  return wanted > last ? wanted : last + every;
}

// In working days from the due date.
const lookAgain = ({ dueOn, quietUntil }: Obligation, calendar: Calendar): number | undefined =>
  quietUntil === undefined ? undefined : workingDaysBetween(dueOn, quietUntil, calendar);

// Repeats pass in order, so the search begins after the latest that did.
const lastRepeat = (passed: readonly string[], ladderEnd: number): number =>
  Math.max(ladderEnd, ...passed.map((label) => (/^\+\d+WD$/.test(label) ? workingDaysOf(label) : ladderEnd)));

function repeatOf(ladder: readonly ThresholdPolicy[], last: ThresholdPolicy, { repeatTo }: TimerPolicy): ThresholdPolicy {
  const told = ladder.filter((one) => one.at === 'at-once' || workingDaysOf(one.at) >= 0).flatMap((one) => one.to);
  return {
    at: last.at,
    notice: last.notice,
    variant: REPEATS_AS[last.variant] ?? last.variant,
    to: repeatTo ?? [...new Set([...told, ...(last.repeatsAlsoTo ?? [])])],
  };
}

// What is said once is not said again: a repeat says what still stands.
const REPEATS_AS: Readonly<Record<string, string>> = { 'challenge-drafted': 'stalled', 'lapsed-outside': 'lapsed' };

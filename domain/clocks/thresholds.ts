import { addWorkingDays, compareDates, londonDateOf, morning, rollBack } from '../calendar';
import type { Instant, LondonDate } from '../calendar';
import type { Obligation } from '../case/state';
import type { ThresholdPolicy, TimerPolicy } from '../profiles';
import { findClock } from './all';
import type { ClockContext } from './clock';

/** A threshold of a running deadline with its instant. */
export interface Threshold {
  readonly label: string;
  readonly on: LondonDate;
  readonly at: Instant;
  readonly policy: ThresholdPolicy;
}

/** The thresholds of a deadline that have not passed: the fixed ones, the repeats up to `until`, and the first repeat after it. */
export function openThresholds(context: ClockContext, obligation: Obligation, until: Instant): readonly Threshold[] {
  const timer = context.profile.timers[obligation.clock];
  const ladder = timer?.ladders[obligation.ladder] ?? timer?.ladders['-'];
  if (!timer || !ladder) return [];
  const fixed = ladder.map((policy) => place(context, obligation, policy.at, policy));
  const all = [...fixed, ...repeats(context, obligation, ladder, timer, londonDateOf(until))];
  return all.filter((one) => !obligation.passed.includes(one.label) && !isQuiet(context, obligation, one));
}

const isQuiet = (context: ClockContext, obligation: Obligation, one: Threshold): boolean =>
  findClock(obligation.clock)?.quiet?.(context, obligation, one.on, one.label) === true;

function place(context: ClockContext, obligation: Obligation, label: string, policy: ThresholdPolicy): Threshold {
  if (label === 'at-once') return { label, on: londonDateOf(obligation.armedAt), at: obligation.armedAt, policy };
  const on = thresholdDate(context, obligation.dueOn, workingDaysOf(label));
  return { label, on, at: morning(on), policy };
}

/** The working days of a label: -5 for '-5WD', 0 for 'due'. */
export const workingDaysOf = (label: string): number => (label === 'due' ? 0 : Number.parseInt(label, 10));

// "due" and "-n" fire on that date or the last working day before it; "+n" counts strictly after the deadline (local default).
function thresholdDate({ calendar }: ClockContext, dueOn: LondonDate, days: number): LondonDate {
  return days > 0 ? addWorkingDays(dueOn, days, calendar) : addWorkingDays(rollBack(dueOn, calendar), days, calendar);
}

// Silence never ends: after the last threshold a message repeats to everyone who was told from "due" on (local default).
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
  const found: Threshold[] = [];
  for (let days = lastRepeat(obligation, workingDaysOf(last.at)) + every; ; days += every) {
    const next = place(context, obligation, `+${days}WD`, repeatOf(ladder, last));
    found.push(next);
    if (compareDates(next.on, until) > 0) return found;
  }
}

// Repeats pass in order, so the search begins after the latest that did.
const lastRepeat = (obligation: Obligation, ladderEnd: number): number =>
  Math.max(ladderEnd, ...obligation.passed.map((label) => (label.startsWith('+') ? workingDaysOf(label) : ladderEnd)));

const repeatOf = (ladder: readonly ThresholdPolicy[], last: ThresholdPolicy): ThresholdPolicy => ({
  at: last.at,
  notice: last.notice,
  variant: last.variant === 'challenge-drafted' ? 'stalled' : last.variant,
  to: [...new Set(ladder.filter((one) => one.at === 'at-once' || workingDaysOf(one.at) >= 0).flatMap((one) => one.to))],
});

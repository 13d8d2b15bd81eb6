import { BANK_HOLIDAYS, compareDates, endOfDay, formatLong, isProvisional, londonDateOf, skippedDays } from '../calendar';
import type { LondonDate } from '../calendar';
import type { ClockId } from '../case/codes';
import type { Override } from '../case/regions/running';
import type { CaseState, Obligation } from '../case/state';
import type { DueRule, ProtocolProfile } from '../profiles';
import { findClock } from './all';
import { contextOf } from './clock';
import { baseOf, isStopped, overrideOf, pausesSince, sinceOf } from './moves';
import type { Because, ClockContext } from './clock';
import { isSuspended, openThresholds } from './thresholds';

/** Where a date comes from: one paragraph, and its parts for programs. */
export interface Explanation {
  readonly text: string;
  /** The rule in words, such as '14 calendar days'. */
  readonly rule: string;
  /** The paragraph behind the rule, or 'local default, not in the framework'. */
  readonly source: string;
  /** Bank holidays and closure days between the anchor and the due date. */
  readonly skipped: readonly LondonDate[];
  /** Another date that a person set; the reason is in the record. */
  readonly override: {
    readonly instead: LondonDate;
    readonly on: LondonDate;
    readonly approver: string;
    readonly reasonRef: string;
  } | null;
  /** Pauses that moved the date: from a day up to, not including, another, and how many working days. */
  readonly pauses: readonly { readonly from: LondonDate; readonly until: LondonDate; readonly workingDays: number }[];
}

/** One running deadline as people see it. */
export interface ClockView {
  readonly clock: ClockId;
  readonly key: string;
  readonly anchorOn: LondonDate;
  readonly dueOn: LondonDate;
  /** The UTC instant at which the deadline ends: 23:59:59 London. */
  readonly endsAt: number;
  readonly overdue: boolean;
  /** What happens next if nobody acts; null when nothing more does. */
  readonly next: { readonly threshold: string; readonly at: number } | null;
  readonly passed: readonly string[];
  /** True beyond the horizon of the known bank holidays. */
  readonly provisional: boolean;
  readonly explanation: Explanation;
}

/** Every running deadline of a case at an instant, soonest first. */
export function clockViews(state: CaseState, profile: ProtocolProfile, now: number): readonly ClockView[] {
  const context = contextOf(state, profile);
  return running(state)
    .map((one) => view(context, one, now))
    .sort((a, b) => a.endsAt - b.endsAt);
}

// Deadlines that are set aside say nothing and are not due.
const running = (state: CaseState): readonly Obligation[] => state.obligations.filter((one) => !isSuspended(state, one));

function view(context: ClockContext, one: Obligation, now: number): ClockView {
  const next = [...openThresholds(context, one, now)].sort((a, b) => a.at - b.at).find((threshold) => threshold.at >= now);
  const endsAt = endOfDay(one.dueOn);
  return {
    clock: one.clock,
    key: one.key,
    anchorOn: one.anchorOn,
    dueOn: one.dueOn,
    endsAt,
    overdue: now > endsAt && !isAtRest(context.state, one),
    next: next ? { threshold: next.label, at: next.at } : null,
    passed: one.passed,
    provisional: isProvisional(one.dueOn, context.calendar),
    explanation: explain(context, one),
  };
}

// What stands still in a pause is not overdue, and a record that is kept is nobody's next task.
const isAtRest = ({ running: { pause } }: CaseState, { clock, key }: Obligation): boolean =>
  (pause !== null && isStopped(clock, key)) || clock === 'T-RETAIN';

/** Where the date of a running deadline comes from; printed, never written by hand. */
export function explain(context: ClockContext, one: Obligation): Explanation {
  const override = overrideOf(context.state, one);
  const byRule = { ...one, dueOn: override?.instead ?? baseOf(one) };
  const because = findClock(one.clock)?.because(context, byRule);
  if (!because) throw new Error(`no explanation for ${one.clock}`);
  // Nobody asks which holidays lie between a birth and a birthday.
  const skipped = 'yearsOfAge' in because.rule.value ? [] : skippedDays(one.anchorOn, byRule.dueOn, context.calendar);
  const rule = ruleWords(because.rule.value);
  const pauses = pausesOf(context, one);
  const moved = [...(override ? [overrideSentence(override, baseOf(one))] : []), ...pauses.map(pauseSentence)];
  const now = moved.length === 0 ? [] : [`It is now due by the end of ${formatLong(one.dueOn)}.`];
  const text = [paragraph(because, byRule, rule, skipped, moved.length === 0 ? 'is' : 'was'), ...moved, ...now].join(' ');
  return { text, rule, source: because.rule.cite, skipped, override: override ? shown(override) : null, pauses };
}

const shown = ({ instead, at, approver, reasonRef }: Override) => ({ instead, on: londonDateOf(at), approver, reasonRef });

function pausesOf(context: ClockContext, one: Obligation): Explanation['pauses'] {
  if (one.movedFrom === undefined) return [];
  const wish = { key: one.key, anchorOn: one.anchorOn, dueOn: one.movedFrom, ladder: one.ladder };
  return pausesSince(context, sinceOf(context, one.clock, wish, one.armedAt)).map(({ pause, workingDays }) => ({
    from: pause.from,
    until: pause.until,
    workingDays,
  }));
}

const overrideSentence = ({ at, approver }: Override, dueOn: LondonDate): string =>
  `On ${formatLong(londonDateOf(at))} it was set to ${formatLong(dueOn)}, with a reason on record, approved by ${approver}.`;

const pauseSentence = ({ from, until, workingDays }: Explanation['pauses'][number]): string =>
  `The clocks stood still from ${formatLong(from)} until ${formatLong(until)}: ${workingDays === 1 ? '1 working day' : `${workingDays} working days`} are not counted.`;

function paragraph(because: Because, one: Obligation, rule: string, skipped: readonly LondonDate[], is: 'is' | 'was'): string {
  const due = `${because.what} ${is} due by the end of ${formatLong(one.dueOn)}`;
  if ('agreed' in because.rule.value) return `${due}, the date agreed; ${because.anchor} on ${formatLong(one.anchorOn)}.`;
  if ('workingDaysBefore' in because.rule.value)
    return `${due}: ${rule} ${because.anchor} on ${formatLong(one.anchorOn)} (${because.rule.cite}).`;
  const sentence = `${due}: ${rule} after ${because.anchor} on ${formatLong(one.anchorOn)} (${because.rule.cite}).`;
  return skipped.length === 0 || 'years' in because.rule.value ? sentence : `${sentence} ${holidaySentence(because.rule.value, skipped)}`;
}

function holidaySentence(rule: DueRule, skipped: readonly LondonDate[]): string {
  const days = skipped.map(nameOf).join(' and ');
  const several = skipped.length > 1;
  if ('calendarDays' in rule) return `${days} ${several ? 'do' : 'does'} not extend it, because the aim counts calendar days.`;
  return `${days} ${several ? 'are' : 'is'} not counted, because ${several ? 'they are not working days' : 'it is not a working day'}.`;
}

// A bank holiday by its name, a closure day by its date.
const nameOf = (day: LondonDate): string => BANK_HOLIDAYS[day] ?? formatLong(day);

/** A due rule in words, such as '14 calendar days'. */
export function ruleWords(rule: DueRule): string {
  if ('calendarDays' in rule) return `${rule.calendarDays} calendar days`;
  if ('workingDays' in rule) return rule.workingDays === 1 ? '1 working day' : `${rule.workingDays} working days`;
  if ('workingDaysBefore' in rule)
    return rule.workingDaysBefore === 1 ? '1 working day before' : `${rule.workingDaysBefore} working days before`;
  if ('yearsOfAge' in rule) return `${rule.yearsOfAge} years`;
  if ('years' in rule) return `${rule.years} years, or the last working day before that date`;
  return 'sameDay' in rule ? 'the same working day' : 'the date agreed';
}

/** The deadline that stands first for a case: the earliest due date, and whether it has passed. Null when nothing runs. */
export function nextDue(state: CaseState, now: number): { readonly at: number; readonly overdue: boolean } | null {
  const first = running(state)
    .filter((one) => !isAtRest(state, one))
    .sort((a, b) => compareDates(a.dueOn, b.dueOn))[0];
  if (!first) return null;
  const at = endOfDay(first.dueOn);
  return { at, overdue: now > at };
}

import { BANK_HOLIDAYS, compareDates, endOfDay, formatLong, isProvisional, skippedDays } from '../calendar';
import type { LondonDate } from '../calendar';
import type { ClockId } from '../case/codes';
import type { CaseState, Obligation } from '../case/state';
import type { DueRule, ProtocolProfile } from '../profiles';
import { findClock } from './all';
import { contextOf } from './clock';
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
    overdue: now > endsAt,
    next: next ? { threshold: next.label, at: next.at } : null,
    passed: one.passed,
    provisional: isProvisional(one.dueOn, context.calendar),
    explanation: explain(context, one),
  };
}

/** Where the date of a running deadline comes from; printed, never written by hand. */
export function explain(context: ClockContext, one: Obligation): Explanation {
  const because = findClock(one.clock)?.because(context, one);
  if (!because) throw new Error(`no explanation for ${one.clock}`);
  // Nobody asks which holidays lie between a birth and a birthday.
  const skipped = 'yearsOfAge' in because.rule.value ? [] : skippedDays(one.anchorOn, one.dueOn, context.calendar);
  const rule = ruleWords(because.rule.value);
  return { text: paragraph(because, one, rule, skipped), rule, source: because.rule.cite, skipped };
}

function paragraph(because: Because, one: Obligation, rule: string, skipped: readonly LondonDate[]): string {
  if ('agreed' in because.rule.value)
    return `${because.what} is due by the end of ${formatLong(one.dueOn)}, the date agreed; ${because.anchor} on ${formatLong(one.anchorOn)}.`;
  if ('workingDaysBefore' in because.rule.value)
    return `${because.what} is due by the end of ${formatLong(one.dueOn)}: ${rule} ${because.anchor} on ${formatLong(one.anchorOn)} (${because.rule.cite}).`;
  const sentence = `${because.what} is due by the end of ${formatLong(one.dueOn)}: ${rule} after ${because.anchor} on ${formatLong(one.anchorOn)} (${because.rule.cite}).`;
  return skipped.length === 0 ? sentence : `${sentence} ${holidaySentence(because.rule.value, skipped)}`;
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
  return 'sameDay' in rule ? 'the same working day' : 'the date agreed';
}

/** The deadline that stands first for a case: the earliest due date, and whether it has passed. Null when nothing runs. */
export function nextDue(state: CaseState, now: number): { readonly at: number; readonly overdue: boolean } | null {
  const first = [...running(state)].sort((a, b) => compareDates(a.dueOn, b.dueOn))[0];
  if (!first) return null;
  const at = endOfDay(first.dueOn);
  return { at, overdue: now > at };
}

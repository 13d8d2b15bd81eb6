import { addDays, addWorkingDays, isBeforeClose, isWorkingDay, londonDateOf, rollForward, withClosureDays } from '../calendar';
import type { Calendar, Instant, LondonDate } from '../calendar';
import type { ClockId } from '../case/codes';
import type { CaseState, Obligation } from '../case/state';
import type { DueRule, ProtocolProfile, Sourced, TimerPolicy } from '../profiles';

/** What a clock sees: the case, its locality's rules and its calendar. Nothing else exists for it. */
export interface ClockContext {
  readonly state: CaseState;
  readonly profile: ProtocolProfile;
  readonly calendar: Calendar;
}

/** A deadline that the facts of a case call for. */
export interface Wished {
  readonly key: string;
  readonly anchorOn: LondonDate;
  readonly dueOn: LondonDate;
  readonly ladder: string;
}

/** How a clock tells where its date comes from. */
export interface Because {
  /** "The first meeting" */
  readonly what: string;
  /** "the referral was received" */
  readonly anchor: string;
  readonly rule: Sourced<DueRule>;
}

/** One clock of the timer table: which deadlines the facts call for, which nudges are not needed, and why. */
export interface Clock {
  readonly id: ClockId;
  wished(context: ClockContext): readonly Wished[];
  /** True while a threshold must not speak, though its deadline runs; `on` is the day on which it would. */
  quiet?(context: ClockContext, obligation: Obligation, on: LondonDate, label: string): boolean;
  because(context: ClockContext, obligation: Obligation): Because;
}

/** The calendar that a case computes with: the bundled one with the locality's closure days. */
export const calendarOf = (state: CaseState): Calendar => withClosureDays(state.calendar.localClosureDays);

export const contextOf = (state: CaseState, profile: ProtocolProfile): ClockContext => ({ state, profile, calendar: calendarOf(state) });

/**
 * "Same day": the anchor's date if that is a working day and the time is before 18:00, otherwise the next working day (local default).
 */
export function sameDay(at: Instant, calendar: Calendar): LondonDate {
  const on = londonDateOf(at);
  return isWorkingDay(on, calendar) && isBeforeClose(at) ? on : rollForward(addDays(on, 1), calendar);
}

/** The date that a rule gives from an anchor's London date; that day is day 0, whatever the hour. */
export function dueDate(rule: DueRule, anchorOn: LondonDate, anchorAt: Instant, calendar: Calendar): LondonDate {
  if ('calendarDays' in rule) return addDays(anchorOn, rule.calendarDays);
  if ('workingDays' in rule) return addWorkingDays(anchorOn, rule.workingDays, calendar);
  if ('sameDay' in rule) return sameDay(anchorAt, calendar);
  return anchorOn;
}

/** A due rule of a timer, by the name of its ladder. */
export function ruleOf(timer: TimerPolicy, ladder: string): Sourced<DueRule> {
  const rule = timer.due[ladder] ?? timer.due['-'];
  if (!rule) throw new Error(`a timer has no due rule for ${ladder}`);
  return rule;
}

import {
  addDays,
  addWorkingDays,
  addYears,
  calendarFrom,
  isBeforeClose,
  isWorkingDay,
  londonDateOf,
  rollBack,
  rollForward,
} from '../calendar';
import type { Calendar, Instant, LondonDate } from '../calendar';
import { eighteenthBirthday } from '../case/age';
import { isTerminal } from '../case/codes';
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

/** A threshold with its day and instant. */
export interface PlacedThreshold {
  readonly label: string;
  /** Distinguishes the same step counted from another day; the label where there is only one. */
  readonly mark: string;
  readonly on: LondonDate;
  readonly at: Instant;
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
  /** True while a threshold must not speak, though its deadline runs. */
  quiet?(context: ClockContext, obligation: Obligation, threshold: PlacedThreshold): boolean;
  /** True while the whole deadline is set aside: it is kept with what was sent, and says nothing. */
  suspended?(state: CaseState): boolean;
  /** The day from which a threshold counts, where that is not the due date. */
  countFrom?(context: ClockContext, obligation: Obligation, label: string): LondonDate;
  because(context: ClockContext, obligation: Obligation): Because;
}

/** The calendar that a case computes with: its bundled days, the locality's closure days, and what was pinned since. */
export const calendarOf = ({ calendar }: CaseState): Calendar => calendarFrom(calendar);

/** What the clocks of a case see. */
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
  if ('workingDaysBefore' in rule) return addWorkingDays(rollBack(anchorOn, calendar), -rule.workingDaysBefore, calendar);
  if ('yearsOfAge' in rule) return eighteenthBirthday(anchorOn);
  if ('years' in rule) return rollBack(addYears(anchorOn, rule.years), calendar);
  if ('sameDay' in rule) return sameDay(anchorAt, calendar);
  return anchorOn;
}

/** A locality's rules for a clock. @throws Error where the locality has none: its clock must then wish for nothing */
export function timerOf(profile: ProtocolProfile, id: ClockId): TimerPolicy {
  const timer = profile.timers[id];
  if (!timer) throw new Error(`this locality has no ${id}`);
  return timer;
}

/** The date that a clock's own rule gives from a London date. */
export const dueBy = ({ profile, calendar }: ClockContext, id: ClockId, ladder: string, anchorOn: LondonDate): LondonDate =>
  dueDate(ruleOf(timerOf(profile, id), ladder).value, anchorOn, 0, calendar);

/** True while a case lives: no clock but retention runs before it begins or after it ends. */
export const isLive = ({ stage }: CaseState): boolean => stage !== null && !isTerminal(stage);

/** A due rule of a timer, by the name of its ladder. */
export function ruleOf(timer: TimerPolicy, ladder: string): Sourced<DueRule> {
  const rule = timer.due[ladder] ?? timer.due['-'];
  if (!rule) throw new Error(`a timer has no due rule for ${ladder}`);
  return rule;
}

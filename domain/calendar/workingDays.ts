import { compareDates, dayNumber, fromDayNumber, weekdayOf } from './days';
import type { Calendar, LondonDate } from './types';

const isWorking = (day: number, { closed }: Calendar): boolean => weekdayOf(day) <= 5 && !closed.has(day);

/** Monday to Friday, neither a bank holiday nor a closure day of the locality (local default). */
export const isWorkingDay = (date: LondonDate, calendar: Calendar): boolean => isWorking(dayNumber(date), calendar);

/** The date itself, or the last working day before it. */
export const rollBack = (date: LondonDate, calendar: Calendar): LondonDate =>
  isWorkingDay(date, calendar) ? date : addWorkingDays(date, -1, calendar);

/** The date itself, or the first working day after it. */
export const rollForward = (date: LondonDate, calendar: Calendar): LondonDate =>
  isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar);

/** The n-th working day strictly after a date, strictly before it for a negative n; the date itself for 0. */
export function addWorkingDays(date: LondonDate, n: number, calendar: Calendar): LondonDate {
  const step = n < 0 ? -1 : 1;
  let left = Math.abs(n);
  let day = dayNumber(date);
  while (left > 0) {
    day += step;
    if (isWorking(day, calendar)) left -= 1;
  }
  return fromDayNumber(day);
}

/** Every day after `from` up to and including `to`, as day numbers. */
function daysAfter(from: LondonDate, to: LondonDate): readonly number[] {
  const first = dayNumber(from) + 1;
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, n) => first + n);
}

/** How many working days lie after `from` up to and including `to`. */
export const workingDaysBetween = (from: LondonDate, to: LondonDate, calendar: Calendar): number =>
  daysAfter(from, to).filter((day) => isWorking(day, calendar)).length;

/** Bank holidays and closure days on weekdays after `from` up to and including `to`, for explanations. */
export const skippedDays = (from: LondonDate, to: LondonDate, calendar: Calendar): readonly LondonDate[] =>
  daysAfter(from, to)
    .filter((day) => weekdayOf(day) <= 5 && calendar.closed.has(day))
    .map(fromDayNumber);

/** True for a date beyond the known bank holidays. */
export const isProvisional = (date: LondonDate, calendar: Calendar): boolean => compareDates(date, calendar.horizonOn) > 0;

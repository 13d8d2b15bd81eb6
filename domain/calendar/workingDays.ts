import { addDays, compareDates, weekday } from './days';
import type { Calendar, LondonDate } from './types';

const isWeekend = (date: LondonDate): boolean => weekday(date) > 5;
const isClosed = (date: LondonDate, calendar: Calendar): boolean =>
  calendar.holidays.includes(date) || calendar.localClosureDays.includes(date);

/** Monday to Friday, neither a bank holiday nor a closure day of the locality (local default). */
export const isWorkingDay = (date: LondonDate, calendar: Calendar): boolean => !isWeekend(date) && !isClosed(date, calendar);

/** The date itself, or the last working day before it. */
export const rollBack = (date: LondonDate, calendar: Calendar): LondonDate =>
  isWorkingDay(date, calendar) ? date : rollBack(addDays(date, -1), calendar);

/** The date itself, or the first working day after it. */
export const rollForward = (date: LondonDate, calendar: Calendar): LondonDate =>
  isWorkingDay(date, calendar) ? date : rollForward(addDays(date, 1), calendar);

/** The n-th working day strictly after a date, strictly before it for a negative n; the date itself for 0. */
export function addWorkingDays(date: LondonDate, n: number, calendar: Calendar): LondonDate {
  const step = n < 0 ? -1 : 1;
  let left = Math.abs(n);
  let day = date;
  while (left > 0) {
    day = addDays(day, step);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** Every day after `from` up to and including `to`. */
function daysAfter(from: LondonDate, to: LondonDate): readonly LondonDate[] {
  const days: LondonDate[] = [];
  for (let day = addDays(from, 1); compareDates(day, to) <= 0; day = addDays(day, 1)) days.push(day);
  return days;
}

/** How many working days lie after `from` up to and including `to`. */
export const workingDaysBetween = (from: LondonDate, to: LondonDate, calendar: Calendar): number =>
  daysAfter(from, to).filter((day) => isWorkingDay(day, calendar)).length;

/** Bank holidays and closure days on weekdays after `from` up to and including `to`, for explanations. */
export const skippedDays = (from: LondonDate, to: LondonDate, calendar: Calendar): readonly LondonDate[] =>
  daysAfter(from, to).filter((day) => !isWeekend(day) && isClosed(day, calendar));

/** True for a date beyond the known bank holidays. */
export const isProvisional = (date: LondonDate, calendar: Calendar): boolean => compareDates(date, calendar.horizonOn) > 0;

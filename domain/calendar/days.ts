import type { LondonDate } from './types';

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

// By position, not by pattern: every count of days passes through here.
const partsOf = (date: LondonDate): Parts => {
  const parts = { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
  if (date.length !== 10 || Number.isNaN(parts.year + parts.month + parts.day)) throw new RangeError('not a date of the form YYYY-MM-DD');
  return parts;
};

// Days from the civil calendar, counted in years that begin in March so that the leap day comes last.
const civilToNumber = ({ year, month, day }: Parts): number => {
  const y = month <= 2 ? year - 1 : year;
  const m = (month + 9) % 12;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1 - 719_468;
};

/** The number of a day, counted from 1 January 1970. @throws RangeError for text that is no date */
export const dayNumber = (date: LondonDate): number => civilToNumber(partsOf(date));

/** The date of a day number. */
export function fromDayNumber(n: number): LondonDate {
  const z = n + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfYear - Math.floor((153 * m + 2) / 5) + 1, 2)}`;
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** True for a real day of the years 1900 to 2200, written `YYYY-MM-DD`. */
export function isLondonDate(text: string): boolean {
  const year = Number(PATTERN.exec(text)?.[1] ?? 0);
  return year >= 1900 && year <= 2200 && fromDayNumber(dayNumber(text)) === text;
}

/** The date n calendar days later (earlier for a negative n). */
export const addDays = (date: LondonDate, n: number): LondonDate => fromDayNumber(dayNumber(date) + n);

/** The same date some years later; 29 February becomes 28 February where there is none. */
export function addYears(date: LondonDate, n: number): LondonDate {
  const year = pad(Number(date.slice(0, 4)) + n, 4);
  const same = `${year}${date.slice(4)}`;
  return fromDayNumber(dayNumber(same)) === same ? same : `${year}-02-28`;
}

/** Calendar days from one date to another. */
export const daysBetween = (from: LondonDate, to: LondonDate): number => dayNumber(to) - dayNumber(from);

/** Monday is 1, Sunday 7; of a day number. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Monday is 1, Sunday 7. */
export const weekday = (date: LondonDate): number => weekdayOf(dayNumber(date));

/** Negative, zero or positive as `a` lies before, on or after `b`. */
export const compareDates = (a: LondonDate, b: LondonDate): number => (a < b ? -1 : a > b ? 1 : 0);

/** The earlier of two dates. */
export const minDate = (a: LondonDate, b: LondonDate): LondonDate => (a < b ? a : b);

/** The later of two dates. */
export const maxDate = (a: LondonDate, b: LondonDate): LondonDate => (a > b ? a : b);

/** 'Thursday 9 April 2026'. */
export function formatLong(date: LondonDate): string {
  const { year, month, day } = partsOf(date);
  return `${WEEKDAYS[weekday(date) - 1] ?? ''} ${day} ${MONTHS[month - 1] ?? ''} ${year}`;
}

/** 'Thu 9 Apr 2026'. */
export function formatShort(date: LondonDate): string {
  const { year, month, day } = partsOf(date);
  return `${(WEEKDAYS[weekday(date) - 1] ?? '').slice(0, 3)} ${day} ${(MONTHS[month - 1] ?? '').slice(0, 3)} ${year}`;
}

import { addDays, dayNumber, fromDayNumber, isLondonDate, weekday } from './days';
import type { Instant, LondonDate } from './types';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const LOCAL = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;
const UTC = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{3}))?)?Z$/;

// Summer time begins and ends at 01:00 UTC on the last Sunday of March and October (Summer Time Order 2002).
function lastSunday(year: string, month: '03' | '10'): LondonDate {
  const end = `${year}-${month}-31`;
  return addDays(end, -(weekday(end) % 7));
}
const changeAt = (year: string, month: '03' | '10'): Instant => dayNumber(lastSunday(year, month)) * DAY + HOUR;

/** Minutes by which London is ahead of UTC at an instant: 60 in summer time, else 0. */
export function londonOffsetMinutes(at: Instant): 0 | 60 {
  const year = fromDayNumber(Math.floor(at / DAY)).slice(0, 4);
  return at >= changeAt(year, '03') && at < changeAt(year, '10') ? 60 : 0;
}

const localMs = (at: Instant): number => at + londonOffsetMinutes(at) * MINUTE;

/** The London date at an instant. */
export const londonDateOf = (at: Instant): LondonDate => fromDayNumber(Math.floor(localMs(at) / DAY));

const two = (n: number): string => String(n).padStart(2, '0');

/** The London time at an instant, 'HH:MM'. */
export function londonTimeOf(at: Instant): string {
  const ms = localMs(at) - Math.floor(localMs(at) / DAY) * DAY;
  return `${two(Math.floor(ms / HOUR))}:${two(Math.floor((ms % HOUR) / MINUTE))}`;
}

/**
 * The instant of a London date and time ('HH:MM' or 'HH:MM:SS'). In the hour that happens twice in autumn, the first one.
 * @throws RangeError for a time in the hour that spring leaves out
 */
export function londonInstant(date: LondonDate, time: string): Instant {
  const [hours = '0', minutes = '0', seconds = '0'] = time.split(':');
  const local = dayNumber(date) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000;
  const found = [local - HOUR, local].find((at) => localMs(at) === local);
  if (found === undefined) throw new RangeError('this hour does not exist in London: the clocks go forward');
  return found;
}

export type LocalTime = { readonly instant: Instant } | { readonly problem: 'ABSENT' | 'AMBIGUOUS' | 'MALFORMED' };

/** Reads a London local time such as `2026-03-26T15:20`; an hour that is left out or happens twice is a problem for the writer to settle. */
export function parseLondonLocal(text: string): LocalTime {
  const [, date, hours, minutes, seconds = '00'] = LOCAL.exec(text) ?? [];
  if (date === undefined || hours === undefined || minutes === undefined || !isLondonDate(date)) return { problem: 'MALFORMED' };
  const local = dayNumber(date) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000;
  const found = [local - HOUR, local].filter((at) => localMs(at) === local);
  const [instant] = found;
  if (instant === undefined) return { problem: 'ABSENT' };
  return found.length > 1 ? { problem: 'AMBIGUOUS' } : { instant };
}

/** Reads a London local time, or an instant with `Z`; undefined for what is neither, or for an hour that is left out or happens twice. */
export function readInstant(text: string): Instant | undefined {
  const local = parseLondonLocal(text);
  return 'instant' in local ? local.instant : fromIso(text);
}

/** The end of a deadline's day: 23:59:59 London. */
export const endOfDay = (date: LondonDate): Instant => atHour(date, 24) - 1000;

/** The first instant of a day: 00:00 London. */
export const startOfDay = (date: LondonDate): Instant => atHour(addDays(date, -1), 24);

/** 09:00 London, when planned messages go. */
export const morning = (date: LondonDate): Instant => atHour(date, 9);

// The clocks change at night, so these hours exist once each; by number, since every threshold passes through here.
function atHour(date: LondonDate, hour: 9 | 24): Instant {
  const local = dayNumber(date) * DAY + hour * HOUR;
  return londonOffsetMinutes(local - HOUR) === 60 ? local - HOUR : local;
}

/** '2026-03-31T08:00:00Z'; with milliseconds only where there are any. */
export function toIso(at: Instant): string {
  const day = Math.floor(at / DAY);
  const ms = at - day * DAY;
  const fraction = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`;
  return `${fromDayNumber(day)}T${two(Math.floor(ms / HOUR))}:${two(Math.floor((ms % HOUR) / MINUTE))}:${two(Math.floor((ms % MINUTE) / 1000))}${fraction}Z`;
}

/** Reads an instant with `Z`; undefined for anything else. */
export function fromIso(text: string): Instant | undefined {
  const [, date, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = UTC.exec(text) ?? [];
  if (date === undefined || !isLondonDate(date)) return undefined;
  return dayNumber(date) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000 + Number(fraction);
}

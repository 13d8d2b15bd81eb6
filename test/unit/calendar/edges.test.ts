import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  addWorkingDays,
  compareDates,
  dayNumber,
  daysBetween,
  ENGLAND_AND_WALES,
  endOfDay,
  formatLong,
  formatShort,
  fromDayNumber,
  fromIso,
  isBeforeClose,
  isLondonDate,
  isOpen,
  londonInstant,
  maxDate,
  minDate,
  morning,
  nextOpening,
  parseLondonLocal,
  readInstant,
  skippedDays,
  toIso,
  withClosureDays,
} from '../../../domain';

const EW = ENGLAND_AND_WALES;
const at = (iso: string): number => fromIso(iso) ?? Number.NaN;

describe('dates', () => {
  it.each([
    ['2026-01-01', 'Thursday 1 January 2026', 'Thu 1 Jan 2026'],
    ['2026-05-31', 'Sunday 31 May 2026', 'Sun 31 May 2026'],
    ['2028-02-29', 'Tuesday 29 February 2028', 'Tue 29 Feb 2028'],
    ['2026-12-07', 'Monday 7 December 2026', 'Mon 7 Dec 2026'],
  ])('%s is written out as %s and as %s', (date, long, short) => {
    expect([formatLong(date), formatShort(date)]).toEqual([long, short]);
  });
  it('are compared, and the earlier and later of two found', () => {
    expect([compareDates('2026-01-01', '2026-01-02'), compareDates('2026-01-02', '2026-01-01')]).toEqual([-1, 1]);
    expect(compareDates('2026-01-01', '2026-01-01')).toBe(0);
    for (const [a, b] of [
      ['2026-01-01', '2026-01-02'],
      ['2026-01-02', '2026-01-01'],
    ] as const)
      expect([minDate(a, b), maxDate(a, b)]).toEqual(['2026-01-01', '2026-01-02']);
  });
  it('are counted from one to another', () => {
    expect([daysBetween('2026-01-01', '2026-03-01'), daysBetween('2026-03-01', '2026-01-01')]).toEqual([59, -59]);
  });
  it.each([
    ['1900-01-01', true],
    ['1899-12-31', false],
    ['2200-12-31', true],
    ['2201-01-01', false],
  ])('%s is one that a case can have: %s', (date, taken) => {
    expect(isLondonDate(date)).toBe(taken);
  });
  it.each(['1600-02-29', '1900-03-01', '1970-01-01', '1999-12-31', '2000-02-29', '2000-12-31', '2001-01-01', '2100-02-28', '2100-03-01'])(
    '%s keeps its number through a century and a leap year',
    (date) => {
      expect(dayNumber(date)).toBe(Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000));
      expect(fromDayNumber(dayNumber(date))).toBe(date);
    },
  );
  it('go on day by day from 1900 to 2200 without a gap', () => {
    let date = '1900-01-01';
    for (let n = dayNumber(date); n <= dayNumber('2200-12-31'); n += 97) {
      date = fromDayNumber(n);
      expect(date).toBe(new Date(n * 86_400_000).toISOString().slice(0, 10));
      expect(addDays(date, 0)).toBe(date);
    }
  });
  it.each(['2026-1-01', '2026-01-011', 'x026-01-01', '2026-xx-01', '2026-01-xx', ''])('"%s" has no number', (text) => {
    expect(() => dayNumber(text)).toThrow(new RangeError('not a date of the form YYYY-MM-DD'));
  });
});

describe('times', () => {
  it('of London are read to the second, in summer and winter', () => {
    expect(londonInstant('2026-06-01', '10:20:30')).toBe(at('2026-06-01T09:20:30Z'));
    expect(londonInstant('2026-12-01', '10:20')).toBe(at('2026-12-01T10:20:00Z'));
    expect(londonInstant('2026-12-01', '10')).toBe(at('2026-12-01T10:00:00Z'));
    expect(() => londonInstant('2026-03-29', '01:30')).toThrow('the clocks go forward');
    expect(parseLondonLocal('2026-06-01T10:20:30')).toEqual({ instant: at('2026-06-01T09:20:30Z') });
    expect(parseLondonLocal('2026-12-01T10:20')).toEqual({ instant: at('2026-12-01T10:20:00Z') });
  });
  it('that happen twice are the first one, where a rule needs one', () => {
    expect(londonInstant('2026-10-25', '01:30')).toBe(at('2026-10-25T00:30:00Z'));
  });
  it.each(['', 'soon', '2026-06-01', '2026-06-01 10:20', '2026-06-31T10:20', '2026-06-01T10:60'])('"%s" is no time', (text) => {
    expect(parseLondonLocal(text)).toEqual({ problem: 'MALFORMED' });
    expect(fromIso(text)).toBeUndefined();
    expect(readInstant(text)).toBeUndefined();
  });
  it('are read as London time, or as an instant with Z', () => {
    expect(readInstant('2026-06-01T10:20')).toBe(at('2026-06-01T09:20:00Z'));
    expect(readInstant('2026-06-01T10:20:00Z')).toBe(at('2026-06-01T10:20:00Z'));
    expect(readInstant('2026-03-29T01:30')).toBeUndefined();
  });
  it.each([
    ['2026-06-01T10:20Z', '2026-06-01T10:20:00Z'],
    ['2026-06-01T10:20:07Z', '2026-06-01T10:20:07Z'],
    ['2026-06-01T10:20:07.005Z', '2026-06-01T10:20:07.005Z'],
  ])('%s is written as %s', (text, written) => {
    expect(fromIso(text)).toBe(Date.parse(text));
    expect(toIso(at(text))).toBe(written);
  });
  it('of 30 February are none, with Z or without', () => {
    expect(fromIso('2026-02-30T10:00:00Z')).toBeUndefined();
  });
});

describe('mornings and ends of days', () => {
  it.each([
    ['2026-03-28', '2026-03-28T09:00:00Z', '2026-03-28T23:59:59Z'],
    ['2026-03-29', '2026-03-29T08:00:00Z', '2026-03-29T22:59:59Z'],
    ['2026-10-24', '2026-10-24T08:00:00Z', '2026-10-24T22:59:59Z'],
    ['2026-10-25', '2026-10-25T09:00:00Z', '2026-10-25T23:59:59Z'],
  ])('of %s, where the clocks change, are %s and %s', (date, nine, end) => {
    expect([toIso(morning(date)), toIso(endOfDay(date))]).toEqual([nine, end]);
  });
});

describe('open hours', () => {
  it.each([
    ['in them, that instant', '2026-04-01T12:34:56Z', '2026-04-01T12:34:56Z'],
    ['at 08:00, that instant', '2026-04-01T07:00:00Z', '2026-04-01T07:00:00Z'],
    ['at night, the same morning', '2026-04-01T02:00:00Z', '2026-04-01T07:00:00Z'],
    ['in the evening, the next morning', '2026-04-01T17:00:00Z', '2026-04-02T07:00:00Z'],
    ['early on a holiday, the next working day', '2026-04-03T05:00:00Z', '2026-04-07T07:00:00Z'],
    ['at 08:00 of a holiday, the next working day', '2026-04-06T07:00:00Z', '2026-04-07T07:00:00Z'],
  ])('given %s', (_what, asked, opening) => {
    expect(toIso(nextOpening(at(asked), EW))).toBe(opening);
    expect(isOpen(at(opening), EW)).toBe(true);
  });
  it.each([
    ['2026-04-01T16:59:59Z', true],
    ['2026-04-01T17:00:00Z', false],
    ['2026-04-01T00:00:00Z', true],
  ])('%s is before the close: %s', (instant, before) => {
    expect(isBeforeClose(at(instant))).toBe(before);
  });
});

describe('days that are skipped', () => {
  it('are the holidays on weekdays after the first day, up to and including the last', () => {
    expect(skippedDays('2026-04-02', '2026-04-07', EW)).toEqual(['2026-04-03', '2026-04-06']);
    expect(skippedDays('2026-04-03', '2026-04-06', EW)).toEqual(['2026-04-06']);
    expect(skippedDays('2026-04-03', '2026-04-05', EW)).toEqual([]);
    expect(skippedDays('2026-04-07', '2026-04-02', EW)).toEqual([]);
    // A closure day on a Saturday is no day that anybody misses.
    expect(skippedDays('2026-04-02', '2026-04-07', withClosureDays(['2026-04-04']))).toEqual(['2026-04-03', '2026-04-06']);
  });
  it('are none where none is asked for: no working days lead from a day to itself, even from a holiday', () => {
    expect(addWorkingDays('2026-04-03', 0, EW)).toBe('2026-04-03');
  });
});

import { describe, expect, it } from '@jest/globals';
import Holidays from 'date-holidays';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  addWorkingDays,
  BANK_HOLIDAYS,
  compareDates,
  dayNumber,
  ENGLAND_AND_WALES,
  endOfDay,
  fromDayNumber,
  fromIso,
  isLondonDate,
  isOpen,
  isWorkingDay,
  londonDateOf,
  londonInstant,
  londonTimeOf,
  nextOpening,
  parseLondonLocal,
  rollBack,
  toIso,
  weekday,
  withClosureDays,
  workingDaysBetween,
} from '../../../domain';

const EW = ENGLAND_AND_WALES;
const days = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2028-12-31') }).map(fromDayNumber);
const instants = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 11, 31) });

describe('London time', () => {
  it('agrees with a library that knows the zone, at any instant of 2024 to 2028', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/London');
        expect(londonDateOf(at)).toBe(zoned.toPlainDate().toString());
        expect(londonTimeOf(at)).toBe(zoned.toPlainTime().toString().slice(0, 5));
      }),
    );
  });
  it.each([
    ['2026-03-29T00:59:59Z', '00:59'],
    ['2026-03-29T01:00:00Z', '02:00'],
    ['2026-10-25T00:59:59Z', '01:59'],
    ['2026-10-25T01:00:00Z', '01:00'],
  ])('shows %s as %s', (iso, local) => {
    expect(londonTimeOf(fromIso(iso) ?? 0)).toBe(local);
  });
  it('refuses the hour that spring leaves out and the one that autumn has twice', () => {
    expect(parseLondonLocal('2026-03-29T01:30')).toEqual({ problem: 'ABSENT' });
    expect(parseLondonLocal('2026-10-25T01:30')).toEqual({ problem: 'AMBIGUOUS' });
    expect(parseLondonLocal('2026-02-30T10:00')).toEqual({ problem: 'MALFORMED' });
    expect(parseLondonLocal('2026-01-30T24:00')).toEqual({ problem: 'MALFORMED' });
    expect(() => londonInstant('2026-03-29', '01:30')).toThrow(RangeError);
  });
  it('ends a deadline at 23:59:59 London', () => {
    expect(toIso(endOfDay('2026-04-09'))).toBe('2026-04-09T22:59:59Z');
    expect(toIso(endOfDay('2026-12-14'))).toBe('2026-12-14T23:59:59Z');
  });
  it('writes and reads instants without loss', () => {
    fc.assert(fc.property(instants, (at) => fromIso(toIso(at)) === at));
  });
});

describe('dates', () => {
  it.each(['2026-02-30', '2026-13-01', '0000-01-01', '9999-01-01', '2026-1-1', '+275760-09-13', '1774539600', ''])(
    '%s is no date',
    (text) => {
      expect(isLondonDate(text)).toBe(false);
    },
  );
  it('agrees with a library on every day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (day, n) => {
        expect(addDays(day, n)).toBe(Temporal.PlainDate.from(day).add({ days: n }).toString());
        expect(weekday(day)).toBe(Temporal.PlainDate.from(day).dayOfWeek);
      }),
    );
  });
});

describe('bank holidays', () => {
  it.each([2024, 2025, 2026, 2027, 2028])('of %i agree with a library', (year) => {
    const theirs = new Holidays('GB', 'ENG')
      .getHolidays(year)
      .filter((one) => one.type === 'public' || one.type === 'bank')
      .map((one) => one.date.slice(0, 10))
      .filter((day) => weekday(day) <= 5);
    const ours = Object.keys(BANK_HOLIDAYS).filter((day) => day.startsWith(String(year)));
    expect([...new Set(theirs)].sort()).toEqual(ours);
  });
});

describe('working days', () => {
  it.each([
    ['2026-03-26', 10, '2026-04-13'],
    ['2026-04-09', -5, '2026-03-31'],
    ['2026-04-09', -3, '2026-04-02'],
    ['2026-04-09', -1, '2026-04-08'],
    ['2026-12-18', 1, '2026-12-21'],
    ['2026-12-18', 5, '2026-12-29'],
    ['2026-12-18', 10, '2027-01-06'],
    ['2026-08-28', 1, '2026-09-01'],
    ['2026-05-01', 1, '2026-05-05'],
  ])('%s %i working days is %s', (from, n, to) => {
    expect(addWorkingDays(from, n, EW)).toBe(to);
  });
  it('skip local closure days', () => {
    const closed = withClosureDays(['2026-12-24', '2026-12-29', '2026-12-30', '2026-12-31']);
    expect(addWorkingDays('2026-12-18', 5, closed)).toBe('2027-01-05');
  });
  it('agree with a count day by day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (day, n) => {
        const to = addWorkingDays(day, n, EW);
        let counted = 0;
        for (let one = addDays(day, 1); compareDates(one, to) <= 0; one = addDays(one, 1)) if (isWorkingDay(one, EW)) counted += 1;
        expect(counted).toBe(n);
        expect(workingDaysBetween(day, to, EW)).toBe(n);
        expect(isWorkingDay(to, EW)).toBe(true);
      }),
    );
  });
  it('there and back again from a working day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (day, n) => {
        const from = rollBack(day, EW);
        expect(addWorkingDays(addWorkingDays(from, n, EW), -n, EW)).toBe(from);
      }),
    );
  });
});

describe('open hours', () => {
  it.each([
    ['2026-04-02T07:00:00Z', true],
    ['2026-04-02T06:59:59Z', false],
    ['2026-04-02T16:59:59Z', true],
    ['2026-04-02T17:00:00Z', false],
    ['2026-04-03T10:00:00Z', false],
  ])('at %s open is %s', (iso, open) => {
    expect(isOpen(fromIso(iso) ?? 0, EW)).toBe(open);
  });
  it('waits over Easter', () => {
    expect(toIso(nextOpening(fromIso('2026-04-02T18:00:00Z') ?? 0, EW))).toBe('2026-04-07T07:00:00Z');
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addWorkingDays,
  BANK_HOLIDAYS,
  ENGLAND_AND_WALES,
  isProvisional,
  isWorkingDay,
  rollBack,
  rollForward,
  skippedDays,
  withClosureDays,
  workingDaysBetween,
} from '../../../domain';
import { runs } from '../../support/runs';

// A count of its own, with a library's dates and nothing of the engine but the list of bank holidays, which is compared elsewhere.
type Day = Temporal.PlainDate;
const FIRST = Temporal.PlainDate.from('2024-01-01');
const DAYS = 5 * 365 + 2;
const everyDay = Array.from({ length: DAYS }, (_, n) => FIRST.add({ days: n }).toString());

const closureDays = fc.uniqueArray(fc.constantFrom(...everyDay), { maxLength: 12 });
const days = fc.constantFrom(...everyDay);

const works = (day: Day, closed: readonly string[]): boolean =>
  day.dayOfWeek < 6 && !Object.hasOwn(BANK_HOLIDAYS, day.toString()) && !closed.includes(day.toString());

/** Walks from a day, one day at a time, until so many working days have been met. */
function walk(from: string, steps: number, closed: readonly string[]): string {
  let day = Temporal.PlainDate.from(from);
  for (let met = 0; met < Math.abs(steps);) {
    day = day.add({ days: Math.sign(steps) });
    if (works(day, closed)) met += 1;
  }
  return day.toString();
}

/** Walks from a day, itself included, to the first that is a working day. */
function roll(from: string, direction: 1 | -1, closed: readonly string[]): string {
  let day = Temporal.PlainDate.from(from);
  while (!works(day, closed)) day = day.add({ days: direction });
  return day.toString();
}

describe('given every day from 2024 to 2028 and no closure days', () => {
  it('then each is a working day exactly if a walk says so, and rolls to where the walk ends', () => {
    expect(everyDay.at(-1)).toBe('2028-12-31');
    for (const day of everyDay) {
      const plain = Temporal.PlainDate.from(day);
      expect([day, isWorkingDay(day, ENGLAND_AND_WALES)]).toEqual([day, works(plain, [])]);
      expect([day, rollBack(day, ENGLAND_AND_WALES)]).toEqual([day, roll(day, -1, [])]);
      expect([day, rollForward(day, ENGLAND_AND_WALES)]).toEqual([day, roll(day, 1, [])]);
    }
  });
  it.each([-20, -10, -5, -2, -1, 0, 1, 2, 3, 5, 10, 20])('then %i working days from each end where a walk ends', (steps) => {
    const wrong = everyDay.filter((day) => addWorkingDays(day, steps, ENGLAND_AND_WALES) !== walk(day, steps, []));
    expect(wrong).toEqual([]);
  });
});

describe('given any closure days of a locality', () => {
  it('then working days, sums and rolls agree with a walk', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), closureDays, (day, steps, closed) => {
        const calendar = withClosureDays(closed);
        expect(isWorkingDay(day, calendar)).toBe(works(Temporal.PlainDate.from(day), closed));
        expect(addWorkingDays(day, steps, calendar)).toBe(walk(day, steps, closed));
        expect(rollBack(day, calendar)).toBe(roll(day, -1, closed));
        expect(rollForward(day, calendar)).toBe(roll(day, 1, closed));
      }),
      { numRuns: runs(300) },
    );
  });
  it('then the days between two dates are counted, and those left out are named, as a walk does', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5, max: 120 }), closureDays, (from, length, closed) => {
        const calendar = withClosureDays(closed);
        const start = Temporal.PlainDate.from(from);
        const between = Array.from({ length: Math.max(0, length) }, (_, n) => start.add({ days: n + 1 }));
        const to = start.add({ days: length }).toString();
        expect(workingDaysBetween(from, to, calendar)).toBe(between.filter((day) => works(day, closed)).length);
        expect(skippedDays(from, to, calendar)).toEqual(
          between.filter((day) => day.dayOfWeek < 6 && !works(day, closed)).map((day) => day.toString()),
        );
      }),
      { numRuns: runs(200) },
    );
  });
  it('then they are part of the calendar, beside the bank holidays, and change nothing of the one for everybody', () => {
    const calendar = withClosureDays(['2026-12-24']);
    expect(calendar.localClosureDays).toEqual(['2026-12-24']);
    expect(calendar.holidays).toEqual(ENGLAND_AND_WALES.holidays);
    expect([calendar.id, calendar.version]).toEqual([ENGLAND_AND_WALES.id, ENGLAND_AND_WALES.version]);
    expect(isWorkingDay('2026-12-24', ENGLAND_AND_WALES)).toBe(true);
    expect(withClosureDays([])).toBe(ENGLAND_AND_WALES);
  });
});

describe('given a date beyond the known bank holidays', () => {
  it('then it is provisional, and the last known day is not', () => {
    expect(isProvisional('2028-12-31', ENGLAND_AND_WALES)).toBe(false);
    expect(isProvisional('2029-01-01', ENGLAND_AND_WALES)).toBe(true);
    expect(ENGLAND_AND_WALES.horizonOn).toBe('2028-12-31');
  });
});

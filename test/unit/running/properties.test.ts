import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, findProfile, londonDateOf, settle, takeStep, toIso } from '../../../domain';
import type { CaseEvent, CaseState, Draft } from '../../../domain';
import { live, tries } from '../../support/randomLives';

const DAY = 86_400_000;
const profiles = fc.constantFrom('oxfordshire' as const, 'dorset' as const);

/** What will pass and be said by itself from now on, for a quarter of a year. */
function ahead(state: CaseState): readonly string[] {
  return settle(state, findProfile(state.profile.id)!, state.lastAt + 90 * DAY).flatMap((one: CaseEvent) => {
    if (one.type === 'ThresholdPassed') return [`${toIso(one.at)} ${one.clock} ${one.key} ${one.threshold}`];
    return one.type === 'NoticeDue' ? [`${toIso(one.at)} ${one.notice.notice} ${one.notice.clock ?? '-'} ${one.notice.key}`] : [];
  });
}

/** Gives commands one after another, an instant apart from nothing; undefined once one is refused. */
function givenAll(
  state: CaseState,
  ...list: readonly { type: string; data: object }[]
): { state: CaseState; events: readonly CaseEvent[] } | undefined {
  let current = state;
  const events: CaseEvent[] = [];
  for (const [n, one] of list.entries()) {
    const draft = { id: `p${n}`, actor: 'p-coordinator_manager', ...one } as unknown as Draft;
    const taken = takeStep(current, findProfile(state.profile.id)!, current.lastAt, draft);
    if ('refusal' in taken) return undefined;
    current = taken.state;
    events.push(...taken.settled, ...taken.decided);
  }
  return { state: current, events };
}

/** Checks a property of random cases, and that enough of them were fit for it. */
function holds(most: number, check: (state: CaseState, pick: number) => boolean): void {
  let fit = 0;
  fc.assert(
    fc.property(profiles, tries(most), fc.nat(1000), (profileId, list, pick) => {
      for (const { state } of live(profileId, list).steps.slice(-2)) if (check(state, pick)) fit += 1;
    }),
    { numRuns: 40 },
  );
  expect(fit).toBeGreaterThan(10);
}

const plain = ({ obligations }: CaseState) => obligations.map(({ calendarVersion: _of, ...one }) => one);

const caughtUp = (events: readonly CaseEvent[]): boolean => events.some((one) => one.type === 'ThresholdPassed');

describe('on the future of any case', () => {
  it('a pause that is over on its own day changes nothing', () => {
    holds(20, (state) => {
      const until = addDays(londonDateOf(state.lastAt), 14);
      const pause = { type: 'pauseClocks', data: { reason: 'PRISON', until, owner: 'p' } };
      const back = givenAll(state, pause, { type: 'resumeClocks', data: { reason: 'v' } });
      if (!back) return false;
      expect(plain(back.state)).toEqual(plain(state));
      expect(back.state.flags).toEqual(state.flags);
      expect(back.state.running).toEqual(state.running);
      expect(ahead(back.state)).toEqual(ahead(state));
      return true;
    });
  });
  it('a date that is moved and moved back is where it was', () => {
    holds(20, (state, pick) => {
      const one = state.obligations[pick % Math.max(1, state.obligations.length)];
      // A date that is set in the very instant of a pause counts as set before it.
      if (!one || one.quietUntil !== undefined || state.running.pause?.at === state.lastAt) return false;
      const set = (dueOn: string) => ({
        type: 'overrideTimer',
        data: { clock: one.clock, key: one.key, dueOn, reason: 'v', approver: 'p-manager' },
      });
      const back = givenAll(state, set(addDays(one.dueOn, 1 + (pick % 20))), set(one.dueOn));
      if (!back) return false;
      const thresholds = (of: CaseState) => ahead(of).filter((line) => line.includes(' T-') && !/ N\d\d /.test(line));
      expect(thresholds(back.state)).toEqual(thresholds(state));
      return true;
    });
  });
  it('a calendar that changes and changes back leaves every date ahead', () => {
    holds(20, (state, pick) => {
      const on = addDays(londonDateOf(state.lastAt), 1 + (pick % 30));
      if (state.calendar.removed.includes(on) || state.calendar.added.includes(on)) return false;
      const back = givenAll(
        state,
        { type: 'pinCalendar', data: { version: 'there', closed: [{ on }] } },
        { type: 'pinCalendar', data: { version: 'back', opened: [{ on }] } },
      );
      if (!back || caughtUp(back.events) || state.calendar.localClosureDays.includes(on)) return false;
      expect(back.state.obligations.map((one) => one.dueOn)).toEqual(state.obligations.map((one) => one.dueOn));
      expect(ahead(back.state)).toEqual(ahead(state));
      return true;
    });
  });
});

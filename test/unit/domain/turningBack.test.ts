import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, entriesOf, findProfile, forecast, isTerminal, londonDateOf, settle, takeStep } from '../../../domain';
import type { CaseState, ClockId, CommandName, Draft, Entry } from '../../../domain';
import { live, LOCALITIES, tries } from '../../support/randomLives';
import type { Locality } from '../../support/randomLives';
import { runs } from '../../support/runs';

const DAY = 86_400_000;
const MINUTE = 60_000;

interface Moment {
  readonly locality: Locality;
  readonly state: CaseState;
}

const profileOf = ({ locality }: Moment) => findProfile(locality)!;

/** A moment or two of a random life that are as asked for: the first, and one halfway through the others. */
const moments = (wanted: (state: CaseState) => boolean): fc.Arbitrary<readonly Moment[]> =>
  fc
    .tuple(fc.constantFrom(...LOCALITIES), tries(50))
    .map(([locality, list]) => live(locality, list).steps.map(({ state }) => ({ locality, state })))
    .map((all) => all.filter(({ state }) => state.stage !== null && !isTerminal(state.stage) && wanted(state)))
    .map((all) => all.filter((_one, n) => n === 0 || n === Math.floor(all.length / 2)));

/** Gives a command a minute after the last word; undefined where it is refused. */
function give(moment: Moment, type: CommandName, data: object): Moment | undefined {
  const draft = { id: type, actor: 'p-coordinator', type, data } as unknown as Draft;
  const taken = takeStep(moment.state, profileOf(moment), moment.state.lastAt + MINUTE, draft);
  return 'refusal' in taken ? undefined : { ...moment, state: taken.state };
}

/** What some clocks will still say by themselves within 60 days, but for what is caught up at once. */
function toCome(moment: Moment, clocks: readonly ClockId[], after: number): readonly Entry[] {
  return forecast(moment.state, profileOf(moment), after + 60 * DAY).filter(
    (one) => clocks.some((clock) => clock === one.clock) && one.threshold !== 'catch-up' && one.kind === 'notice',
  );
}

/** Holds in every such moment of many lives; and there are such moments. */
function inMany(wanted: (state: CaseState) => boolean, check: (moment: Moment) => boolean): void {
  let checked = 0;
  fc.assert(
    fc.property(moments(wanted), (all) => {
      checked += all.filter((one) => check(one)).length;
    }),
    { numRuns: runs(12) },
  );
  expect(checked).toBeGreaterThan(0);
}

/** The review that is owed, unless a pause has moved it: then what was sent moved along, and only a pause does that. */
const reviewOf = ({ obligations }: CaseState) =>
  obligations.find(({ clock, key, movedFrom }) => clock === 'T-REVIEW' && key.startsWith('review:') && movedFrom === undefined);

describe('given a date that is moved and moved back at once', () => {
  it('when it is the review’s, then what is still to come of it is what it was', () => {
    inMany(
      (state) => reviewOf(state) !== undefined,
      (before) => {
        const on = reviewOf(before.state)!.dueOn;
        const away = give(before, 'setReviewDate', { reviewOn: addDays(on, 17), reason: 'v' });
        const back = away && give(away, 'setReviewDate', { reviewOn: on, reason: 'v' });
        if (!back) return false;
        const now = back.state.lastAt;
        const still = toCome(before, ['T-REVIEW'], now).filter((one) => Date.parse(one.at) > now);
        expect(toCome(back, ['T-REVIEW'], now)).toEqual(still);
        return true;
      },
    );
  });
  it('when it is the meeting’s, then so it is with its aim, its reminders and whether it was held', () => {
    const clocks: readonly ClockId[] = ['T-MEET', 'T-REMIND', 'T-HELD'];
    inMany(
      ({ meeting }) => meeting !== null,
      (before) => {
        const { on } = before.state.meeting!;
        const away = give(before, 'postponeMeeting', { on: addDays(on, 9), reason: 'CALENDAR' });
        const back = away && give(away, 'postponeMeeting', { on, reason: 'CALENDAR' });
        if (!back) return false;
        const now = back.state.lastAt;
        const still = toCome(before, clocks, now).filter((one) => Date.parse(one.at) > now);
        expect(toCome(back, clocks, now)).toEqual(still);
        return true;
      },
    );
  });
});

describe('given an open action, of which clocks would speak', () => {
  it('when it is done, then nothing more is said of it', () => {
    inMany(
      ({ actions }) => actions.some(({ status }) => status === 'OPEN' || status === 'IN_PROGRESS'),
      (before) => {
        const { id } = before.state.actions.find(({ status }) => status === 'OPEN' || status === 'IN_PROGRESS')!;
        const done = give(before, 'completeAction', { action: id, on: londonDateOf(before.state.lastAt) });
        if (!done) return false;
        const later = entriesOf(settle(done.state, profileOf(done), done.state.lastAt + 60 * DAY));
        expect(later.filter((one) => one.key === `action:${id}` && one.threshold !== null)).toEqual([]);
        return true;
      },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyCommit, findProfile, fold, isTerminal, nextPending, reconcile, settle, takeStep } from '../../../domain';
import type { CaseEvent, CaseState } from '../../../domain';
import { live, tries } from '../../support/randomLives';
import type { Life } from '../../support/randomLives';

const profiles = fc.constantFrom('oxfordshire' as const, 'dorset' as const);
const lives = (check: (life: Life, profileId: 'oxfordshire' | 'dorset') => void, numRuns = 100): void =>
  fc.assert(
    fc.property(profiles, tries(40), (profileId, list) => {
      check(live(profileId, list), profileId);
    }),
    { numRuns },
  );
const YEAR = 365 * 86_400_000;

// Every stage that lives has a date ahead, or one that is flagged or overdue and still speaks; or what it waits for is in a hand of a person.
const isWatched = (state: CaseState, profileId: 'oxfordshire' | 'dorset'): boolean =>
  nextPending(state, findProfile(profileId)!) !== undefined;

describe('random lives in both localities', () => {
  it('never leave a living case without something that will speak', () => {
    lives((life, profileId) => {
      for (const { state } of life.steps) {
        const waits = state.stage !== null && !isTerminal(state.stage) && state.stage !== 'CLOSING';
        if (waits && !isWatched(state, profileId)) throw new Error(`unwatched in ${state.stage} after ${life.accepted.join(', ')}`);
      }
    });
  });
  it('say nothing after the end', () => {
    lives((life, profileId) => {
      const { state } = life;
      if (state.stage === null || !isTerminal(state.stage)) return;
      const later = settle(state, findProfile(profileId)!, state.lastAt + YEAR).filter(
        (one) => one.type === 'NoticeDue' && one.notice.planned,
      );
      expect(later).toEqual([]);
    });
  });
  it('fold to the same state from their events, and survive JSON', () => {
    lives((life) => {
      const stored = JSON.parse(JSON.stringify(life.steps)) as Life['steps'];
      const folded = stored.reduce<CaseState | null>(
        (state, { at, events }, n) => applyCommit(state, { seq: n + 1, at, command: life.accepted[n] ?? null, events }),
        null,
      );
      expect({ ...folded, seq: 0, lastAt: 0 }).toEqual({ ...(JSON.parse(JSON.stringify(life.state)) as CaseState), seq: 0, lastAt: 0 });
    });
  });
  it('pass no threshold twice for the same date of a deadline, and none early', () => {
    lives((life) => {
      let since = new Map<string, Set<string>>();
      for (const event of life.steps.flatMap((step) => step.events)) {
        since = note(since, event);
        if (event.type === 'ThresholdPassed' && event.firedAt < event.dueAt) throw new Error('early');
      }
    });
  });
  it('settle the same however late, and make progress', () => {
    lives((life, profileId) => {
      const profile = findProfile(profileId)!;
      const end = life.state.lastAt + YEAR / 4;
      const half = settle(life.state, profile, life.state.lastAt + YEAR / 8);
      const rest = settle(fold(life.state, half), profile, end);
      const plain = (list: readonly CaseEvent[]) => list.map((one) => (one.type === 'ThresholdPassed' ? { ...one, firedAt: 0 } : one));
      expect(plain([...half, ...rest])).toEqual(plain(settle(life.state, profile, end)));
      const later = fold(life.state, [...half, ...rest]);
      const next = nextPending(later, profile);
      if (next) expect(next.at).toBeGreaterThan(end);
    }, 40);
  });
  it('are at rest after each step: reconciling again gives nothing', () => {
    lives((life, profileId) => {
      for (const { state, at } of life.steps) expect(reconcile(state, findProfile(profileId)!, at)).toEqual([]);
    }, 60);
  });
  it('keep the state small: under 128 KB after a year of silence', () => {
    lives((life, profileId) => {
      const taken = takeStep(life.state, findProfile(profileId)!, life.state.lastAt + YEAR);
      if ('refusal' in taken) throw new Error('silence is never refused');
      expect(JSON.stringify(taken.state).length).toBeLessThan(128_000);
    }, 20);
  });
});

// What has passed of each deadline since it was armed or got another date.
function note(known: Map<string, Set<string>>, event: CaseEvent): Map<string, Set<string>> {
  if (event.type === 'ObligationArmed' || event.type === 'ObligationReplanned') {
    const { clock, key, dueOn } = event.obligation;
    const moved = event.type === 'ObligationArmed' || event.from !== dueOn;
    if (moved) known.set(`${clock}/${key}`, new Set());
  }
  if (event.type === 'ObligationEnded') known.delete(`${event.clock}/${event.key}`);
  if (event.type === 'ThresholdPassed') {
    const passed = known.get(`${event.clock}/${event.key}`) ?? new Set();
    const mark = event.mark ?? event.threshold;
    if (passed.has(mark)) throw new Error(`twice: ${event.clock} ${event.key} ${mark}`);
    known.set(`${event.clock}/${event.key}`, passed.add(mark));
  }
  return known;
}

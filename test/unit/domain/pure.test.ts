import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkProfile, COMMAND_NAMES, COMMANDS, decide, fold, forecast, PROFILES, settle, STAGES } from '../../../domain';
import type { CaseState, Draft } from '../../../domain';
import { withoutClock } from '../../support/lives/noClock';
import { live, LOCALITIES, tries } from '../../support/randomLives';
import { runs } from '../../support/runs';

const DAY = 86_400_000;
const profileOf = (id: string) => PROFILES.find((one) => one.id === id)!;

describe('given a world without clock and chance', () => {
  it('then it is one: whoever looks at a clock or throws dice there fails', () => {
    expect(() => withoutClock(() => Date.now())).toThrow('Date.now');
    expect(() => withoutClock(() => new Date())).toThrow('new Date');
    expect(() => withoutClock(() => Math.random())).toThrow('Math.random');
    expect(() => withoutClock(() => performance.now())).toThrow('performance.now');
    expect(Number.isFinite(Date.now())).toBe(true);
  });
  it('when whole lives are lived in it, settled and forecast, then nothing is missed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LOCALITIES), tries(40), (locality, list) => {
        const { state } = withoutClock(() => live(locality, list));
        withoutClock(() => forecast(state, profileOf(locality), state.lastAt + 60 * DAY));
        withoutClock(() => checkProfile(profileOf(locality), { hasText: () => true }));
      }),
      { numRuns: runs(20) },
    );
  });
});

describe('given any state of any life, in any stage', () => {
  const states = fc
    .tuple(fc.constantFrom(...LOCALITIES), tries(30), fc.option(fc.constantFrom(...STAGES), { nil: undefined }))
    .map(([locality, list, stage]): { locality: string; state: CaseState } => {
      const { state } = live(locality, list);
      return { locality, state: stage === undefined ? state : { ...state, stage } };
    });
  const wait = fc.integer({ min: 0, max: 200 * DAY });

  it('when any command is given at any later time, then it is decided or refused, and nothing is thrown', () => {
    fc.assert(
      fc.property(states, fc.constantFrom(...COMMAND_NAMES), wait, ({ locality, state }, name, later) => {
        const at = state.lastAt + later;
        const draft = { id: 'x', actor: 'p-officer', type: name, data: COMMANDS[name].example } as unknown as Draft;
        const decision = withoutClock(() => decide({ ...draft, at }, state, profileOf(locality)));
        expect('events' in decision || decision.refusal.message.length > 0).toBe(true);
        expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
      }),
      { numRuns: runs(60) },
    );
  });
  it('when deadlines are settled at any later time, then they are, and again gives nothing', () => {
    fc.assert(
      fc.property(states, wait, ({ locality, state }, later) => {
        const now = state.lastAt + later;
        const events = withoutClock(() => settle(state, profileOf(locality), now));
        expect(settle(fold(state, events), profileOf(locality), now)).toEqual([]);
      }),
      { numRuns: runs(20) },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { maySharePersonalData, simulate } from '../../../domain';
import type { CaseState, ScriptStep } from '../../../domain';
import { play, REFERRAL, refusals, spoken, step } from '../../support/story';

// Monday 5 January 2026.
const opened = (consent: object = { position: 'GIVEN' }) => step('2026-01-05T10:00', 'submitReferral', { ...REFERRAL, consent });
const GROUNDS = { grounds: 'RISK_TO_OTHERS', facts: 'synthetic' };
const refused = step('2026-01-06T10:00', 'recordConsent', { position: 'REFUSED', ...GROUNDS });
const withdrawn = step('2026-01-06T10:00', 'withdrawConsent', {});

function stateOf(steps: readonly ScriptStep[], until = '2026-01-09'): CaseState {
  const result = simulate({ profile: 'oxfordshire', until, steps });
  if ('problems' in result || !result.state) throw new Error('the script is not sound');
  return result.state;
}
const days = (steps: readonly ScriptStep[], until: string) => spoken(play(steps, until), 'T-CONSENT').map((one) => one.slice(0, 10));

describe('given consent', () => {
  it('then nothing is asked, it may be shared, and grounds are refused because none are needed', () => {
    expect(days([opened()], '2026-04-01')).toEqual([]);
    expect(maySharePersonalData(stateOf([opened()]))).toBe(true);
    expect(refusals(play([opened(), step('2026-01-06T10:00', 'recordSharingGrounds', GROUNDS)], '2026-01-06'))).toEqual([
      'GROUNDS_NOT_NEEDED',
    ]);
  });
  it('when it is taken back, then the coordinator is to answer by the next working day, and nothing may be shared until then', () => {
    expect(spoken(play([opened(), withdrawn], '2026-01-15'), 'T-CONSENT')).toEqual([
      '2026-01-07T09:00:00Z due COORDINATOR',
      '2026-01-08T09:00:00Z +1WD COORDINATOR',
      '2026-01-15T09:00:00Z +6WD COORDINATOR',
    ]);
    expect(maySharePersonalData(stateOf([opened(), withdrawn]))).toBe(false);
  });
  it.each([
    ['grounds to go on', step('2026-01-06T15:00', 'recordSharingGrounds', GROUNDS), ['2026-02-03']],
    ['a narrower scope', step('2026-01-06T15:00', 'recordConsent', { position: 'GIVEN', scope: 'synthetic' }), []],
  ])('when a withdrawal is answered with %s, then it is not asked for again', (_what, answer, later) => {
    expect(days([opened(), withdrawn, answer], '2026-02-03')).toEqual(later);
    expect(maySharePersonalData(stateOf([opened(), withdrawn, answer]))).toBe(true);
  });
  it('when it is taken back twice, then the second is refused', () => {
    expect(refusals(play([opened(), withdrawn, { ...withdrawn, at: '2026-01-06T11:00' }], '2026-01-06'))).toEqual(['CONSENT_NOT_GIVEN']);
  });
});

describe('given a refusal', () => {
  it('then sharing is looked at again 28 days later, and each look begins 28 days afresh', () => {
    expect(days([opened(), refused], '2026-02-04')).toEqual(['2026-02-03', '2026-02-04']);
    const again = step('2026-01-20T10:00', 'recordSharingGrounds', GROUNDS);
    expect(days([opened(), refused, again], '2026-02-17')).toEqual(['2026-02-17']);
  });
  it('when a look is recorded late for an earlier day, then the latest one still counts', () => {
    const late = step('2026-01-21T10:00', 'recordSharingGrounds', GROUNDS, { occurredOn: '2026-01-05' });
    expect(days([opened(), refused, late], '2026-02-03')).toEqual(['2026-02-03']);
  });
  it('when it is recorded without grounds, then it is kept, the record lacks them, and nothing may be shared', () => {
    const bare = step('2026-01-06T10:00', 'recordConsent', { position: 'REFUSED' });
    const state = stateOf([opened(), bare]);
    expect(state.gaps.map(({ item }) => item)).toContain('SHARING_GROUNDS');
    expect(maySharePersonalData(state)).toBe(false);
    const filled = stateOf([opened(), bare, step('2026-01-06T11:00', 'recordSharingGrounds', GROUNDS)]);
    expect(filled.gaps.map(({ item }) => item)).not.toContain('SHARING_GROUNDS');
    expect(maySharePersonalData(filled)).toBe(true);
  });
  it('when it is recorded with a ground and no facts, then it is refused', () => {
    const half = step('2026-01-06T10:00', 'recordConsent', { position: 'REFUSED', grounds: 'CRIME' });
    expect(refusals(play([opened(), half], '2026-01-06'))).toEqual(['GROUNDS_MISSING']);
  });
});

describe('given that the person has not been asked yet', () => {
  it('then it is due on the day named, at the latest on the second working day, and the referrer hears too', () => {
    expect(spoken(play([opened({ position: 'NOT_YET_SOUGHT' })], '2026-01-14'), 'T-CONSENT')).toEqual([
      '2026-01-07T09:00:00Z due COORDINATOR+REFERRER',
      '2026-01-14T09:00:00Z +5WD COORDINATOR+REFERRER',
    ]);
    expect(days([opened({ position: 'NOT_YET_SOUGHT', askBy: '2026-01-06' })], '2026-01-08')).toEqual(['2026-01-06']);
    expect(maySharePersonalData(stateOf([opened({ position: 'NOT_YET_SOUGHT' })]))).toBe(false);
  });
  it.each([
    ['a later day', '2026-01-08', 'ASK_BY_TOO_LATE'],
    ['a day that has passed', '2026-01-02', 'DUE_IN_PAST'],
  ])('when %s is named, then it is refused', (_what, askBy, code) => {
    expect(refusals(play([opened({ position: 'NOT_YET_SOUGHT', askBy })], '2026-01-06'))).toEqual([code]);
  });
  it('when the person answers, then nobody is reminded', () => {
    const asked = step('2026-01-06T12:00', 'recordConsent', { position: 'GIVEN' });
    expect(days([opened({ position: 'NOT_YET_SOUGHT' }), asked], '2026-02-01')).toEqual([]);
  });
});

describe('given somebody who cannot decide and is spoken for in their best interests', () => {
  it('then that is the ground, and no look at a refusal is due', () => {
    const state = stateOf([opened({ position: 'LACKS_CAPACITY_BEST_INTERESTS' })]);
    expect([maySharePersonalData(state), state.obligations.some(({ clock }) => clock === 'T-CONSENT')]).toEqual([true, false]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Entry } from '../../../domain';
import { play, REFERRAL, refusals, step } from '../../support/story';

const OF_THE_PERSON = ['T-CONSENT', 'T-CAPACITY', 'T-ADVOCATE', 'T-AGE18'];

// Closure is proposed on 13 January with four things of the person still owed, and objected to on 4 February.
const steps = [
  step('2026-01-05T10:00', 'submitReferral', {
    ...REFERRAL,
    consent: { position: 'REFUSED', grounds: 'RISK_TO_OTHERS', facts: 'synthetic' },
    person: { bornOn: '2008-03-05' },
  }),
  step('2026-01-12T10:00', 'completeMeeting', {
    heldOn: '2026-01-12',
    attendance: [{ service: 'svc-a', status: 'ATTENDED' }],
    outcomes: ['PLAN_AGREED'],
    tier: 'LOW',
  }),
  step('2026-01-13T10:00', 'recordCapacity', { id: 'tenancy', decision: 'synthetic', outcome: 'LACKS' }),
  step('2026-01-13T10:30', 'considerAdvocate', { result: 'NEEDED' }),
  step('2026-01-13T11:00', 'proposeClosure', { code: 'RISK_REMOVED', reason: 'synthetic' }),
];
const objected = step('2026-02-04T10:00', 'objectToClosure', { service: 'svc-a', reason: 'synthetic', reviewOn: '2026-03-02' });

const said = (entries: readonly Entry[], from: string): readonly string[] =>
  entries
    .filter((one) => one.kind === 'notice' && OF_THE_PERSON.includes(one.clock ?? '') && one.at >= from)
    .map((one) => `${one.at} ${one.clock ?? ''} ${one.key ?? ''} ${one.threshold ?? ''}(${one.covers?.join(',') ?? ''})`);

describe('given a proposed closure', () => {
  it('then consent, capacity, advocate and coming of age rest', () => {
    const entries = play(steps, '2026-02-28');
    expect(refusals(entries)).toEqual([]);
    expect(said(entries, '2026-01-13T11:00')).toEqual([]);
  });
  it('when a service objects, then each goes on from its old date, with one catch-up of what has passed', () => {
    const entries = play([...steps, objected], '2026-02-04');
    expect(refusals(entries)).toEqual([]);
    expect(said(entries, '2026-01-13T11:00')).toEqual([
      '2026-02-04T10:00:00Z T-CONSENT re-look catch-up(due,+1WD)',
      '2026-02-04T10:00:00Z T-AGE18 - catch-up(-30d)',
      '2026-02-04T10:00:00Z T-CAPACITY capacity:tenancy/decision-maker catch-up(decision-maker,+5WD,+10WD,+15WD)',
      '2026-02-04T10:00:00Z T-ADVOCATE - catch-up(due,+1WD,+6WD,+11WD)',
    ]);
  });
  it('when that is objected to before anything has passed, then nothing is caught up', () => {
    const early = { ...objected, at: '2026-01-13T15:00' };
    expect(said(play([...steps, early], '2026-01-13'), '2026-01-13T11:00')).toEqual([]);
  });
});

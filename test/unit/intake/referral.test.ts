import { describe, expect, it } from '@jest/globals';
import { simulate } from '../../../domain';
import type { CaseState, ScriptStep } from '../../../domain';
import { daysOf } from '../../support/scripts';
import { flags, play, REFERRAL, refusals, spoken, step, TRIAGED } from '../../support/story';

const received = step('2026-03-26T15:20', 'submitReferral', REFERRAL);
const COORDINATOR = { actor: 'simulated-coordinator' };
const MANAGER = { actor: 'simulated-coordinator_manager' };
const withdrawn = (at: string, more: Partial<ScriptStep> = COORDINATOR) =>
  step(at, 'withdraw', { outcome: 'WITHDRAWN', reason: 'synthetic' }, more);
const back = (at: string) => step(at, 'reinstateReferral', { reason: 'synthetic' }, MANAGER);

function stateAfter(steps: readonly ScriptStep[], until: string, profile = 'oxfordshire'): CaseState {
  const result = simulate({ profile, until, steps });
  if ('problems' in result || !result.state) throw new Error(JSON.stringify(result));
  return result.state;
}
const gapsAfter = (...steps: readonly ScriptStep[]) => stateAfter(steps, '2026-04-01').gaps.map((gap) => gap.id);

describe('a referral asks for, and does not insist on', () => {
  it.each(['carers', 'household', 'risks-discussed', 'tried-so-far', 'risk-assessment', 'pathway', 'protective-factors', 'advice-given'])(
    '%s',
    (gap) => {
      expect(gapsAfter(received)).toContain(gap);
    },
  );
  it('the reason in words, where it is OTHER, and only there', () => {
    expect(gapsAfter(received)).not.toContain('other-reason');
    const other = { ...REFERRAL, reasons: ['OTHER'] };
    expect(gapsAfter({ ...received, data: other })).toContain('other-reason');
    expect(gapsAfter({ ...received, data: { ...other, otherReason: 'synthetic' } })).not.toContain('other-reason');
  });
});

describe('given a referral that lacks something, when it is amended', () => {
  const amended = (data: ScriptStep['data']) => step('2026-03-27T10:00', 'amendReferral', data);
  it('then what was lacking is closed, and nothing else', () => {
    const before = gapsAfter(received);
    expect(before.filter((gap) => !gapsAfter(received, amended({ carers: 'synthetic', triedSoFar: 'synthetic' })).includes(gap))).toEqual([
      'tried-so-far',
      'carers',
    ]);
  });
  it('then no deadline moves and nobody is written to', () => {
    const quiet = (steps: readonly ScriptStep[]) => play(steps, '2026-04-10').filter((one) => one.kind !== 'command');
    expect(quiet([received, amended({ risks: 'synthetic' })])).toEqual(quiet([received]));
  });
  it('then nothing at all, or a reason that nobody knows, is refused', () => {
    expect(refusals(play([received, amended({}), amended({ reasons: ['NO_SUCH'] })], '2026-03-27'))).toEqual([
      'NOTHING_TO_AMEND',
      'UNKNOWN_REASON',
    ]);
  });
});

describe('given a person who comes back', () => {
  it('then the new case names the old one', () => {
    const again = { ...received, data: { ...REFERRAL, previousCase: 'K7QF-2M' } };
    expect(stateAfter([again], '2026-03-27').origin.previousCase).toBe('K7QF-2M');
  });
});

describe('triage asks', () => {
  const triaged = (more: object, first: ScriptStep = received) =>
    gapsAfter(first, step('2026-03-30T10:00', 'decideTriage', { ...TRIAGED, ...more }));
  it('of abuse by somebody else, when the concern was raised', () => {
    expect(triaged({ thirdPartyAbuse: 'YES' })).toContain('third-party-abuse');
    expect(triaged({ thirdPartyAbuse: 'YES', concernRaised: 'synthetic' })).not.toContain('third-party-abuse');
    expect(triaged({ thirdPartyAbuse: 'UNSURE' })).not.toContain('third-party-abuse');
    expect(triaged({ thirdPartyAbuse: 'YES', outcome: 'SAFEGUARDING_CONCERN' })).not.toContain('third-party-abuse');
  });
  it('under 16 for the reason; at 16 and 17 not, while the lead of children’s services is there', () => {
    const aged = (ageGroup: string) => ({ ...received, data: { ...REFERRAL, ageGroup } });
    expect(triaged({}, aged('UNDER_16'))).toContain('minimum-age');
    expect(triaged({}, aged('AGED_16_17'))).not.toContain('minimum-age');
    expect(triaged({}, aged('ADULT'))).not.toContain('minimum-age');
  });
  it('at 16 and 17 for the lead of children’s services, where nobody is', () => {
    const young = { ...received, data: { ...REFERRAL, ageGroup: 'AGED_16_17' } };
    const gone = step('2026-03-27T10:00', 'vacateRole', { role: 'CHILDRENS_LEAD' });
    expect(gapsAfter(young, gone, step('2026-03-30T10:00', 'decideTriage', TRIAGED))).toContain('minimum-age');
  });
});

describe('given a withdrawal', () => {
  it('by the referrer, then whether the coordinator agreed is asked for', () => {
    const gaps = (more: Partial<ScriptStep>) => gapsAfter(received, withdrawn('2026-03-27T10:00', more));
    expect(gaps({ actor: 'simulated-referrer' })).toContain('coordinator-agreed');
    expect(gaps(COORDINATOR)).not.toContain('coordinator-agreed');
    const agreed = { outcome: 'WITHDRAWN', reason: 'synthetic', coordinatorAgreed: true };
    expect(gaps({ actor: 'simulated-referrer', data: agreed })).not.toContain('coordinator-agreed');
  });
  it.each([
    ['HIGH', COORDINATOR, ['MANAGER_NEEDED']],
    ['CRITICAL', COORDINATOR, ['MANAGER_NEEDED']],
    ['HIGH', MANAGER, []],
    ['MODERATE', COORDINATOR, []],
  ] as const)('at tier %s by %j: %j', (tier, by, expected) => {
    const met = step('2026-04-08T12:00', 'completeMeeting', {
      heldOn: '2026-04-08',
      attendance: [{ service: 'svc-a', status: 'ATTENDED', uninvited: true }],
      outcomes: ['NO_ACTION'],
      tier,
    });
    expect(refusals(play([received, met, withdrawn('2026-04-09T10:00', by)], '2026-04-09'))).toEqual(expected);
  });
});

describe('given a case withdrawn on 27 March, when a manager reinstates it', () => {
  const steps = [received, withdrawn('2026-03-27T10:00')];
  it('then its deadlines stand where they stood, and what has passed since is one catch-up each', () => {
    const entries = play([...steps, back('2026-04-07T10:00')], '2026-04-10');
    expect(spoken(entries, 'T-TRIAGE')).toEqual([
      '2026-04-07T09:00:00Z catch-up COORDINATOR+TRIAGE_PARTNER+COORDINATOR_MANAGER+TRIAGE_PARTNER_MANAGER',
      '2026-04-09T08:00:00Z +6WD COORDINATOR+TRIAGE_PARTNER+COORDINATOR_MANAGER+TRIAGE_PARTNER_MANAGER',
    ]);
    expect(spoken(entries, 'T-MEET')).toEqual([
      '2026-04-07T09:00:00Z catch-up COORDINATOR+TRIAGE_PARTNER',
      '2026-04-08T08:00:00Z -1WD COORDINATOR+COORDINATOR_MANAGER',
      '2026-04-10T08:00:00Z +1WD COORDINATOR+COORDINATOR_MANAGER',
    ]);
    expect(stateAfter([...steps, back('2026-04-07T10:00')], '2026-04-07').stage).toBe('RECEIVED');
  });
  it('then nothing that was sent before is sent again', () => {
    const entries = play([received, withdrawn('2026-03-30T10:00'), back('2026-03-30T11:00')], '2026-03-31');
    expect(spoken(entries, 'T-TRIAGE')).toEqual([
      '2026-03-30T08:00:00Z due COORDINATOR+TRIAGE_PARTNER',
      '2026-03-31T08:00:00Z +1WD COORDINATOR_MANAGER+TRIAGE_PARTNER_MANAGER',
    ]);
  });
  it('then a flag that was up is up again', () => {
    const vacant = step('2026-03-26T16:00', 'vacateRole', { role: 'TRIAGE_PARTNER' });
    const entries = play([received, vacant, withdrawn('2026-03-27T10:00'), back('2026-03-27T11:00')], '2026-03-27');
    expect(flags(entries)).toEqual([
      '2026-03-27T09:00:00Z +ROLE_VACANT',
      '2026-03-27T10:00:00Z -ROLE_VACANT',
      '2026-03-27T11:00:00Z +ROLE_VACANT',
    ]);
  });
  it('on the 20th working day it goes on, on the 21st it is a new case', () => {
    const refused = (at: string) => refusals(play([...steps, back(at)], at.slice(0, 10)));
    expect(refused('2026-04-28T17:00')).toEqual([]);
    expect(refused('2026-04-29T09:30')).toEqual(['TOO_LATE_TO_REINSTATE']);
  });
  it('while it is ended, nothing is said', () => {
    expect(daysOf(play(steps, '2026-06-30'), 'T-MEET')).toEqual([]);
  });
});

describe('given a hand-over that was accepted, when the process turns out not to act', () => {
  it('then the case is reinstated to wait for the answer again', () => {
    const handed = step('2026-03-30T10:00', 'decideTriage', { ...TRIAGED, outcome: 'SAFEGUARDING_CONCERN' });
    const accepted = step('2026-03-31T10:00', 'recordHandover', { answer: 'ACCEPTED' });
    const state = stateAfter([received, handed, accepted, back('2026-04-01T10:00')], '2026-04-01');
    expect([state.stage, state.handover]).toEqual(['HANDOVER_PENDING', { on: '2026-03-30', acknowledged: false }]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { holderOf, rolesOf, sightOf, simulate } from '../../../domain';
import type { CaseState, ScriptStep } from '../../../domain';
import { play, REFERRAL, refusals, spoken, step } from '../../support/story';

const LEAD = 'simulated-lead-svc-a';
/** A case with two services, a plan of 9 April 2026 and an action of svc-a that is due on 1 May. */
const planned = [
  step('2026-03-26T15:20', 'submitReferral', REFERRAL),
  step('2026-03-30T10:00', 'scheduleMeeting', { on: '2026-04-08', mode: 'ONLINE', services: [{ service: 'svc-a' }, { service: 'svc-b' }] }),
  step('2026-04-08T12:00', 'completeMeeting', {
    heldOn: '2026-04-08',
    attendance: [
      { service: 'svc-a', status: 'ATTENDED' },
      { service: 'svc-b', status: 'ATTENDED' },
    ],
    outcomes: ['PLAN_AGREED'],
    reviewOn: '2026-05-20',
    actions: [{ id: 'visit', text: 'synthetic', service: 'svc-a', leadWorker: LEAD, dueOn: '2026-05-01' }],
  }),
  step('2026-04-09T10:00', 'publishPlan', {}),
];
const leaves = (more: object = {}, service = 'svc-a') =>
  step('2026-04-20T10:00', 'endInvolvement', { service, reason: 'synthetic', ...more });
const publishAgain = step('2026-04-21T10:00', 'publishPlan', {});

function stateAfter(steps: readonly ScriptStep[], until: string): CaseState {
  const result = simulate({ profile: 'oxfordshire', until, steps });
  if ('problems' in result || !result.state) throw new Error(JSON.stringify(result));
  return result.state;
}

describe('given a service that leaves', () => {
  const state = stateAfter([...planned, leaves()], '2026-04-20');

  it('then its people see nothing more, who did its action included', () => {
    expect(sightOf(stateAfter(planned, '2026-04-20'), LEAD)).toBe('CASE');
    expect([sightOf(state, LEAD), rolesOf(state, LEAD), sightOf(state, 'simulated-manager-svc-a')]).toEqual(['NOTHING', [], 'NOTHING']);
  });
  it('then the coordinator is asked what becomes of its open actions, within two working days', () => {
    expect(state.gaps.find((gap) => gap.id === 'actions-of-svc-a')).toMatchObject({ owner: 'COORDINATOR', dueOn: '2026-04-22' });
  });
  it('then its action runs on, and given to another service it is proposed there', () => {
    expect(state.obligations.some((one) => one.clock === 'T-ACTION')).toBe(true);
    const moved = step('2026-04-20T11:00', 'reassignAction', { action: 'visit', service: 'svc-b', reason: 'synthetic' });
    expect(stateAfter([...planned, leaves(), moved], '2026-04-20').actions).toMatchObject([{ service: 'svc-b', acceptance: 'PROPOSED' }]);
  });
  it('then it goes on getting the plan, and its people are still found for that', () => {
    const later = stateAfter([...planned, leaves(), publishAgain], '2026-04-21');
    expect(later.plan?.recipients).toEqual(['svc-a', 'svc-b']);
    expect(holderOf(later, { role: 'LEAD_WORKER', service: 'svc-a' })).toBe(LEAD);
  });
  it('with a reason against it, then it no longer gets the plan', () => {
    const ended = leaves({ planEndsBecause: 'synthetic' });
    expect(stateAfter([...planned, ended], '2026-04-20').plan?.recipients).toEqual(['svc-b']);
    expect(stateAfter([...planned, ended, publishAgain], '2026-04-21').plan?.recipients).toEqual(['svc-b']);
  });
  it('then it is not asked about the review or the closure', () => {
    const notes = play(
      [...planned, leaves(), step('2026-04-21T10:00', 'proposeClosure', { code: 'RISK_REMOVED', reason: 'synthetic' })],
      '2026-04-21',
    );
    const entry = notes.find((one) => one.notice === 'N18');
    expect(entry?.to).toEqual(['LEAD_WORKER', 'RESPONSIBLE_MANAGER']);
    expect(stateAfter([...planned, leaves()], '2026-04-21').services.map((one) => one.service)).toEqual(['svc-b']);
  });
  it('when it comes back, then it takes part and gets the plan again', () => {
    const added = step('2026-04-22T10:00', 'addAction', { id: 'second', text: 'synthetic', service: 'svc-a', dueOn: '2026-05-15' });
    const back = stateAfter(
      [...planned, leaves({ planEndsBecause: 'synthetic' }), added, { ...publishAgain, at: '2026-04-23T10:00' }],
      '2026-04-23',
    );
    expect(back.plan?.recipients).toEqual(['svc-b', 'svc-a']);
    expect(sightOf(back, LEAD)).toBe('CASE');
  });
  it('that takes no part, or has left already, then it is refused', () => {
    expect(refusals(play([...planned, leaves({}, 'svc-z'), leaves(), leaves()], '2026-04-20'))).toEqual([
      'SERVICE_NOT_ON_CASE',
      'SERVICE_NOT_ON_CASE',
    ]);
  });
});

describe('given a service without an open action that leaves', () => {
  it('then nothing is asked', () => {
    expect(stateAfter([...planned, leaves({}, 'svc-b')], '2026-04-20').gaps.some((gap) => gap.id.startsWith('actions-of'))).toBe(false);
  });
});

describe('given a service that joins after the plan', () => {
  it('then it gets the next version', () => {
    const joins = step('2026-04-20T10:00', 'addAction', { id: 'new', text: 'synthetic', service: 'svc-c', dueOn: '2026-05-15' });
    expect(stateAfter([...planned, joins, publishAgain], '2026-04-21').plan?.recipients).toEqual(['svc-a', 'svc-b', 'svc-c']);
  });
});

describe('given an invited service that does not know the person', () => {
  const invited = planned.slice(0, 2);
  const answer = (at: string, said: string) => step(at, 'respondInvite', { service: 'svc-a', answer: said });
  const unknown = answer('2026-03-30T12:00', 'NOT_KNOWN');

  it('then it sees nothing more, and its answer stays on record', () => {
    const state = stateAfter([...invited, unknown], '2026-03-30');
    expect(sightOf(state, LEAD)).toBe('NOTHING');
    expect(state.meeting?.invitations[0]).toMatchObject({ service: 'svc-a', answer: 'NOT_KNOWN' });
  });
  it('then it is not told of a new day, nor asked again', () => {
    const moved = step('2026-03-30T13:00', 'postponeMeeting', { on: '2026-04-09', reason: 'CALENDAR' });
    const state = stateAfter([...invited, unknown, moved], '2026-03-30');
    expect(state.obligations.filter((one) => one.clock === 'T-INVITE').map((one) => one.key)).toEqual(['meeting:1/svc-b']);
    expect(spoken(play([...invited, unknown, moved], '2026-04-09'), 'T-INVITE')).toHaveLength(2);
  });
  it('when it turns out to know the person, then it takes part with its people', () => {
    expect(sightOf(stateAfter([...invited, unknown, answer('2026-03-30T14:00', 'KNOWN')], '2026-03-30'), LEAD)).toBe('CASE');
  });
});

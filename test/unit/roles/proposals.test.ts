import { describe, expect, it } from '@jest/globals';
import { allowedCommands, isOwnService, mayGive, sightOf, simulate } from '../../../domain';
import type { CaseState, ScriptStep } from '../../../domain';
import { flags, play, REFERRAL, refusals, spoken, step } from '../../support/story';

const received = step('2026-03-26T15:20', 'submitReferral', REFERRAL);
const COORDINATOR = 'simulated-coordinator';
const NEW = 'p-new';
/** The two work for organisations of their own, unless said otherwise. */
const put = (at: string, data: object, organisations: Readonly<Record<string, string>> = { [COORDINATOR]: 'org-a', [NEW]: 'org-b' }) =>
  step(at, 'assignRole', { person: NEW, ...data }, { actor: COORDINATOR, organisations });
const accept = (at: string, role: string, actor = NEW, more: object = {}) => step(at, 'acceptRole', { role, ...more }, { actor });

function stateAfter(steps: readonly ScriptStep[], until: string): CaseState {
  const result = simulate({ profile: 'oxfordshire', until, steps });
  if ('problems' in result || !result.state) throw new Error(JSON.stringify(result));
  return result.state;
}

describe('given a role put to somebody of another organisation on Monday 30 March 2026', () => {
  const proposed = put('2026-03-30T10:00', { role: 'COORDINATOR' });

  it('then the old holder keeps the duty', () => {
    expect(stateAfter([received, proposed], '2026-04-10').holders.COORDINATOR).toBe(COORDINATOR);
  });
  it('then the person is asked, and if it is not accepted within two working days proposer and hosting manager hear of it each working day', () => {
    expect(
      play([received, proposed], '2026-04-07')
        .filter((one) => one.notice === 'N17')
        .map((one) => `${one.at} ${one.threshold ?? '-'}`),
    ).toEqual(['2026-03-30T09:00:00Z -', '2026-04-02T08:00:00Z +1WD', '2026-04-07T08:00:00Z +2WD']);
    expect(spoken(play([received, proposed], '2026-04-02'), 'T-ROLE')).toEqual(['2026-04-02T08:00:00Z +1WD COORDINATOR+CONVENER_MANAGER']);
  });
  it('then no flag is raised: the role is not vacant', () => {
    expect(flags(play([received, proposed], '2026-04-07')).filter((one) => one.endsWith('ROLE_VACANT'))).toEqual([]);
  });
  it('when it is accepted, then the person holds it, with the manager who comes along, and nothing more is said', () => {
    const steps = [received, proposed, accept('2026-04-01T17:00', 'COORDINATOR')];
    expect(stateAfter(steps, '2026-04-01').holders.COORDINATOR).toBe(NEW);
    expect(spoken(play(steps, '2026-04-10'), 'T-ROLE')).toEqual([]);
  });
  it('when it is given to somebody of the own organisation meanwhile, then it is no longer there to accept', () => {
    const other = put('2026-03-31T10:00', { role: 'COORDINATOR', person: 'p-near' }, { [COORDINATOR]: 'org-a', 'p-near': 'org-a' });
    const steps = [received, proposed, other, accept('2026-04-01T10:00', 'COORDINATOR')];
    expect([refusals(play(steps, '2026-04-01')), stateAfter(steps, '2026-04-01').holders.COORDINATOR]).toEqual([
      ['NO_ROLE_PROPOSED'],
      'p-near',
    ]);
  });
  it('when it is put to a second person instead, then the two working days begin afresh', () => {
    const again = put('2026-03-31T10:00', { role: 'COORDINATOR', person: 'p-third' }, { [COORDINATOR]: 'org-a', 'p-third': 'org-b' });
    expect(spoken(play([received, proposed, again], '2026-04-07'), 'T-ROLE')).toEqual([
      '2026-04-07T08:00:00Z +1WD COORDINATOR+CONVENER_MANAGER',
    ]);
  });
  it.each([
    ['somebody else', accept('2026-03-31T10:00', 'COORDINATOR', 'p-somebody')],
    ['the person, for another role', accept('2026-03-31T10:00', 'CHAIR')],
  ])('when %s accepts, then it is refused', (_who, wrong) => {
    expect(refusals(play([received, proposed, wrong], '2026-03-31'))).toEqual(['NO_ROLE_PROPOSED']);
  });
  it('then the person sees the reference and whom to ring, may accept, and nothing else', () => {
    const state = stateAfter([received, proposed], '2026-03-30');
    expect(sightOf(state, NEW)).toBe('REFERENCE');
    expect(
      allowedCommands(state, NEW)
        .filter((one) => one.allowed)
        .map((one) => one.command),
    ).toEqual(['acceptRole']);
    expect([mayGive(state, 'p-somebody', 'acceptRole'), sightOf(state, 'p-somebody')]).toEqual([false, 'NOTHING']);
    expect(isOwnService(state, NEW, 'acceptRole', { role: 'LEAD_WORKER', service: 'svc-a' })).toBe(true);
  });
});

describe('given a role put outside open hours', () => {
  it('then the person is asked at 08:00 of the next working day', () => {
    const late = play([received, put('2026-03-28T10:00', { role: 'CHAIR' })], '2026-03-30').filter((one) => one.notice === 'N17');
    expect(late.map((one) => one.at)).toEqual(['2026-03-30T07:00:00Z']);
  });
});

describe('given a vacant role put to another organisation', () => {
  it('then the vacancy goes on being told until it is accepted', () => {
    const vacant = step('2026-03-30T09:30', 'vacateRole', { role: 'TRIAGE_PARTNER' });
    const entries = play(
      [received, vacant, put('2026-03-30T10:00', { role: 'TRIAGE_PARTNER' }), accept('2026-04-01T10:00', 'TRIAGE_PARTNER')],
      '2026-04-07',
    );
    expect(spoken(entries, 'T-ROLE')).toEqual(['2026-03-31T08:00:00Z +1WD CONVENER_MANAGER', '2026-04-01T08:00:00Z +2WD CONVENER_MANAGER']);
    expect(flags(entries)).toEqual(['2026-03-31T08:00:00Z +ROLE_VACANT', '2026-04-01T09:00:00Z -ROLE_VACANT']);
  });
});

describe('a role is held at once', () => {
  it.each([
    ['by somebody of the same organisation', { [COORDINATOR]: 'org-a', [NEW]: 'org-a' }],
    ['by somebody whose organisation nobody knows', { [COORDINATOR]: 'org-a' }],
    ['where the proposer’s organisation is not known', { [NEW]: 'org-b' }],
  ])('%s', (_what, organisations: Readonly<Record<string, string>>) => {
    expect(stateAfter([received, put('2026-03-30T10:00', { role: 'CHAIR' }, organisations)], '2026-03-30').holders.CHAIR).toBe(NEW);
  });
});

describe('the roles of a service', () => {
  const invited = step('2026-03-27T10:00', 'scheduleMeeting', { on: '2026-04-08', mode: 'ONLINE', services: [{ service: 'svc-a' }] });
  const vacate = (service?: string) => step('2026-03-30T10:00', 'vacateRole', { role: 'LEAD_WORKER', ...(service ? { service } : {}) });

  it('vacant, then the hosting manager is told each working day, and the responsible manager gets the messages', () => {
    const state = stateAfter([received, invited, vacate('svc-a')], '2026-03-30');
    expect(state.services).toMatchObject([{ leadWorker: null, responsibleManager: 'simulated-manager-svc-a' }]);
    expect(spoken(play([received, invited, vacate('svc-a')], '2026-04-01'), 'T-ROLE')).toEqual([
      '2026-03-31T08:00:00Z +1WD CONVENER_MANAGER',
      '2026-04-01T08:00:00Z +2WD CONVENER_MANAGER',
    ]);
  });
  it('filled, then the vacancy ends', () => {
    const filled = step('2026-03-31T10:00', 'assignRole', { role: 'LEAD_WORKER', service: 'svc-a', person: NEW });
    const state = stateAfter([received, invited, vacate('svc-a'), filled], '2026-03-31');
    expect([state.vacancies, state.services[0]?.leadWorker]).toEqual([[], NEW]);
  });
  it('put to another organisation, then accepted for that service', () => {
    const steps = [
      received,
      invited,
      put('2026-03-30T10:00', { role: 'LEAD_WORKER', service: 'svc-a' }),
      accept('2026-03-31T10:00', 'LEAD_WORKER', NEW, { service: 'svc-a' }),
    ];
    expect(stateAfter(steps, '2026-03-31').services[0]?.leadWorker).toBe(NEW);
  });
  it.each([
    ['without its service', vacate(), 'SERVICE_MISSING'],
    ['of a service that takes no part', vacate('svc-z'), 'SERVICE_NOT_ON_CASE'],
  ])('%s: refused', (_what, wrong, code) => {
    expect(refusals(play([received, invited, wrong], '2026-03-30'))).toEqual([code]);
  });
  it('vacated twice: refused', () => {
    expect(refusals(play([received, invited, vacate('svc-a'), vacate('svc-a')], '2026-03-30'))).toEqual(['ROLE_ALREADY_VACANT']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { simulate } from '../../../domain';
import type { CaseState, Entry, ScriptStep } from '../../../domain';
import { refusals, REFERRAL, step, TRIAGED } from '../../support/story';

const LIFE: readonly ScriptStep[] = [
  step('2026-03-26T15:20', 'submitReferral', REFERRAL),
  step('2026-03-30T11:00', 'decideTriage', TRIAGED),
  step('2026-03-31T14:00', 'scheduleMeeting', { on: '2026-04-08', mode: 'ONLINE', services: [{ service: 'svc-a' }] }),
];
const HELD = step('2026-04-08T12:00', 'completeMeeting', {
  heldOn: '2026-04-08',
  attendance: [{ service: 'svc-a', status: 'ATTENDED' }],
  outcomes: ['PLAN_AGREED'],
  reviewOn: '2026-05-20',
  actions: [{ id: 'a1', text: 'v', service: 'svc-a', dueOn: '2026-05-01' }],
});

function lived(steps: readonly ScriptStep[]): { readonly state: CaseState; readonly entries: readonly Entry[] } {
  const result = simulate({ profile: 'oxfordshire', until: '2026-04-16', steps });
  if ('problems' in result || !result.state) throw new Error(JSON.stringify(result));
  return { state: result.state, entries: result.entries };
}
// The last step of a life, then its retraction.
function retracted(steps: readonly ScriptStep[], at = '2026-04-15T10:00') {
  const seq = lived(steps).state.entries.at(-1)?.seq ?? 0;
  return lived([...steps, step(at, 'retractEntry', { seq, reason: 'v', incident: 'v' })]);
}
const clocks = (state: CaseState) => state.obligations.map((one) => `${one.clock} ${one.key}`);

describe('given an entry that belongs to another case', () => {
  const contribution = step('2026-04-01T10:00', 'submitContribution', { service: 'svc-a', text: 'v' });
  it('when it is retracted, then an incident waits for the information-governance lead for one working day', () => {
    const { state } = retracted([...LIFE, HELD, step('2026-04-14T10:00', 'updateProgress', { action: 'a1', note: 'v' })]);
    const [gap] = state.gaps.filter((one) => one.item === 'INCIDENT');
    expect([gap?.owner, gap?.dueOn]).toEqual(['INFORMATION_GOVERNANCE_LEAD', '2026-04-16']);
    expect(state.entries.filter((one) => one.retracted).map((one) => one.fact)).toEqual(['updateProgress']);
  });
  it('when it was a contribution, then the service is asked for its own', () => {
    expect(clocks(lived([...LIFE, contribution]).state)).not.toContain('T-INFO meeting:1/svc-a');
    expect(clocks(retracted([...LIFE, contribution], '2026-04-01T11:00').state)).toContain('T-INFO meeting:1/svc-a');
  });
  it('when it was an action, then the action is gone with its clocks', () => {
    const { state } = retracted([
      ...LIFE,
      HELD,
      step('2026-04-14T10:00', 'addAction', { id: 'x', text: 'v', service: 'svc-a', dueOn: '2026-05-01' }),
    ]);
    expect([state.actions.map((one) => one.id), clocks(state).filter((one) => one.endsWith(':x'))]).toEqual([['a1'], []]);
  });
  it('when it closed a gap, then the gap is open again', () => {
    const closed = [...LIFE, HELD, step('2026-04-14T10:00', 'closeGap', { gap: 'capacity-meeting-1', entry: 'v' })];
    expect(lived(closed).state.gaps.map((one) => one.id)).not.toContain('capacity-meeting-1');
    expect(retracted(closed).state.gaps.find((one) => one.id === 'capacity-meeting-1')).toMatchObject({
      item: 'CAPACITY',
      dueOn: '2026-04-17',
    });
  });
  it('when it was a note, then the action is as silent as before it', () => {
    const { state } = retracted([...LIFE, HELD, step('2026-04-14T10:00', 'updateProgress', { action: 'a1', note: 'v' })]);
    expect(state.actions.map((one) => [one.status, one.quietSince])).toEqual([['OPEN', '2026-04-08']]);
  });
  it('when it ended an action, then the action runs on', () => {
    const done = [...LIFE, HELD, step('2026-04-14T10:00', 'completeAction', { action: 'a1' })];
    expect(clocks(lived(done).state)).not.toContain('T-ACTION action:a1');
    expect(clocks(retracted(done).state)).toContain('T-ACTION action:a1');
  });
  it('when it was the record of a meeting, then the meeting owes its record again, whether it owed anything else or not', () => {
    const told = step('2026-04-13T10:00', 'recordOutcomeShared', { result: 'SHARED', how: 'v' });
    const rest = [step('2026-04-13T11:00', 'publishSummary', {}), step('2026-04-13T12:00', 'publishPlan', {})];
    const whole = [...LIFE, HELD, told, ...rest, step('2026-04-14T10:00', 'publishMinutes', { text: 'v' })];
    expect(clocks(lived(whole).state)).not.toContain('T-MINUTES meeting:1');
    expect(clocks(retracted(whole).state).filter((one) => one.endsWith('meeting:1'))).toEqual(['T-MINUTES meeting:1']);
  });
  it('when the case has gone on from it, then it is to be corrected instead', () => {
    const { entries } = retracted([...LIFE, HELD]);
    expect(refusals(entries)).toEqual(['RETRACTION_NOT_POSSIBLE']);
  });
  it('when it is retracted, then it can neither be retracted again nor corrected', () => {
    const steps = [...LIFE, contribution];
    const seq = lived(steps).state.entries.at(-1)?.seq ?? 0;
    const again = lived([
      ...steps,
      step('2026-04-01T11:00', 'retractEntry', { seq, reason: 'v', incident: 'v' }),
      step('2026-04-01T12:00', 'retractEntry', { seq, reason: 'v', incident: 'v' }),
      step('2026-04-01T13:00', 'correctEntry', { seq, field: 'text', text: 'v', reason: 'v' }),
    ]);
    expect(refusals(again.entries)).toEqual(['ENTRY_RETRACTED', 'ENTRY_RETRACTED']);
  });
});

describe('given an open incident', () => {
  const contribution = step('2026-04-01T10:00', 'submitContribution', { service: 'svc-a', text: 'v' });
  const seq = lived([...LIFE, contribution]).state.entries.at(-1)?.seq ?? 0;
  const opened = [...LIFE, contribution, step('2026-04-01T11:00', 'retractEntry', { seq, reason: 'v', incident: 'v' })];
  const close = (gap: string, actor: string) => step('2026-04-02T10:00', 'closeGap', { gap, entry: 'v' }, { actor });
  it.each([
    ['the lead closes it', `incident-${seq}`, 'simulated-information_governance_lead', []],
    ['the coordinator closes it', `incident-${seq}`, 'simulated-coordinator', ['NOT_YOUR_GAP']],
    ['the lead closes a gap of the record', 'person-invited', 'simulated-information_governance_lead', ['NOT_YOUR_GAP']],
  ])('when %s', (_what, gap, actor, codes) => {
    expect(refusals(lived([...opened, close(gap, actor)]).entries)).toEqual(codes);
  });
});

describe('given more entries than the index holds', () => {
  it('then the oldest leave, but never what was retracted', () => {
    const contribution = step('2026-04-01T10:00', 'submitContribution', { service: 'svc-a', text: 'v' });
    const seq = lived([...LIFE, contribution]).state.entries.at(-1)?.seq ?? 0;
    const many = Array.from({ length: 260 }, () => step('2026-04-02T10:00', 'submitContribution', { service: 'svc-a', text: 'v' }));
    const { state } = lived([
      ...LIFE,
      contribution,
      step('2026-04-01T11:00', 'retractEntry', { seq, reason: 'v', incident: 'v' }),
      ...many,
    ]);
    expect(state.entries).toHaveLength(250);
    expect(state.entries[0]).toMatchObject({ seq, retracted: true });
    expect(JSON.stringify(state.entries).length).toBeLessThan(32_000);
  });
});

import { describe, expect, it } from '@jest/globals';
import { accessOf, allowedCommands, applyCommit, breakGlass, fold, mayGive, NO_EXCEPTIONS, seesRetracted, sightOf } from '../../../domain';
import type { AccessContext, CaseEvent, CaseState, Exclusion } from '../../../domain';
import { holder, roleCase, SERVICE } from '../../support/roleCase';

const AT = Date.parse('2026-04-01T09:00:00Z');
const HOUR = 3_600_000;
const LEAD = 'p-new-lead';

const events = (...list: readonly object[]): readonly CaseEvent[] =>
  list.map((one) => ({ at: AT, ...one })) as unknown as readonly CaseEvent[];
const booking = {
  type: 'MeetingScheduled',
  meeting: 1,
  kind: 'MEETING',
  on: '2026-04-08',
  startsAt: '10:00',
  invitedOn: '2026-04-01',
  holders: [{ role: 'LEAD_WORKER', service: 'svc-new', person: LEAD }],
  data: { on: '2026-04-08', mode: 'ONLINE', services: [{ service: 'svc-new' }, { service: SERVICE }] },
};
const answer = (value: string, service = 'svc-new') => ({
  type: 'InviteAnswered',
  meeting: 1,
  service,
  answer: value,
  attends: true,
  data: {},
});
const invited = fold(roleCase({ stage: 'CONVENING' }), events(booking));
const then = (...list: readonly object[]): CaseState => fold(invited, events(...list));

describe('given a service that is invited for the first time', () => {
  it('then it sees the invitation only, and a service that takes part already keeps its sight', () => {
    expect([sightOf(invited, LEAD), sightOf(invited, holder('LEAD_WORKER'))]).toEqual(['INVITATION', 'CASE']);
  });
  it('then it may answer and contribute, and is told to answer before anything else', () => {
    const told = allowedCommands(invited, LEAD);
    expect(told.flatMap((one) => (one.allowed ? [one.command] : []))).toEqual(['respondInvite', 'submitContribution']);
    expect(told.find((one) => one.command === 'confirmReceipt')?.reason).toContain('Answer the invitation first');
  });
  it.each(['KNOWN', 'RELEVANT_ANYWAY'])('when it answers %s, then it sees the case', (value) => {
    expect(sightOf(then(answer(value)), LEAD)).toBe('CASE');
  });
  it('when it answers NOT_KNOWN, then it sees and may do nothing, and an invitation to it begins again', () => {
    const unknown = then(answer('NOT_KNOWN'));
    expect([sightOf(unknown, LEAD), mayGive(unknown, LEAD, 'respondInvite')]).toEqual(['NOTHING', false]);
    const again = fold(
      unknown,
      events({ type: 'ServiceInvited', meeting: 1, invitedOn: '2026-04-02', holders: [], data: { service: 'svc-new' } }),
    );
    expect(sightOf(again, LEAD)).toBe('INVITATION');
  });
  it('when the meeting moves after it has answered, then it keeps its sight though its answer is void', () => {
    const moved = {
      type: 'MeetingPostponed',
      meeting: 1,
      from: '2026-04-08',
      on: '2026-04-09',
      invitedOn: '2026-04-02',
      startsAt: '10:00',
      data: {},
    };
    expect(sightOf(then(answer('KNOWN'), moved), LEAD)).toBe('CASE');
  });
  it('when it contributes, comes, or gets an action, then it takes part', () => {
    const contributed = { type: 'ContributionSubmitted', meeting: 1, service: 'svc-new', on: '2026-04-02', data: {} };
    const action = { ...invited.actions[0], id: 'new', service: 'svc-new' };
    const held = (status: string) => ({
      type: 'MeetingCompleted',
      meeting: 1,
      kind: 'MEETING',
      heldOn: '2026-04-08',
      outcomes: ['PLAN_AGREED'],
      attendance: [{ service: 'svc-new', status }],
      absences: [],
      score: null,
      tier: null,
      data: {},
    });
    for (const fact of [contributed, held('ATTENDED'), { type: 'ActionAdded', action }]) expect(sightOf(then(fact), LEAD)).toBe('CASE');
    expect(sightOf(then(held('NO_RESPONSE')), LEAD)).toBe('INVITATION');
  });
  it('when it leaves the case, then its sight ends, also of who was lent an action of it', () => {
    const left = { ...roleCase(), services: roleCase().services.filter((one) => one.service === SERVICE) };
    expect([sightOf(roleCase(), 'p-lent'), sightOf(left, 'p-lent'), sightOf(left, 'p-other-lead')]).toEqual(['CASE', 'NOTHING', 'NOTHING']);
  });
});

const excluding = (who: Exclusion['who'], more: Partial<AccessContext> = {}): AccessContext => ({
  ...NO_EXCEPTIONS,
  at: AT,
  exclusions: [{ who, by: 'p-coordinator', reason: 'A relative of the person.', at: AT }],
  ...more,
});

describe('given an exclusion', () => {
  it('when it names a person, then no role of theirs shows or allows anything, and a new case may still be opened', () => {
    const out = excluding({ person: holder('COORDINATOR') });
    expect(sightOf(roleCase(), holder('COORDINATOR'), out)).toBe('NOTHING');
    expect(mayGive(roleCase(), holder('COORDINATOR'), 'publishPlan', out)).toBe(false);
    expect(allowedCommands(roleCase(), holder('COORDINATOR'), undefined, out).filter((one) => one.allowed)).toEqual([]);
    expect(mayGive(null, holder('COORDINATOR'), 'submitReferral', out)).toBe(true);
    expect(sightOf(roleCase(), holder('CHAIR'), out)).toBe('CASE');
  });
  it('when it names a service, then everybody of it is out: by the directory, or by a role on the case', () => {
    const out = excluding({ service: SERVICE });
    expect(sightOf(roleCase(), holder('LEAD_WORKER'), out)).toBe('NOTHING');
    expect(sightOf(roleCase(), { person: holder('CHAIR'), service: SERVICE }, out)).toBe('NOTHING');
    expect(sightOf(roleCase(), { person: holder('CHAIR'), service: 'svc-other' }, out)).toBe('CASE');
  });
  it('when the information-governance lead is excluded, then what was retracted is hidden too', () => {
    const lead = holder('INFORMATION_GOVERNANCE_LEAD');
    expect([seesRetracted(roleCase(), lead), seesRetracted(roleCase(), lead, excluding({ person: lead }))]).toEqual([true, false]);
  });
  it('when it meets a look without a role, then it wins', () => {
    const glass = [{ person: 'p-duty', reason: 'At the door.', from: AT, until: AT + HOUR }];
    expect(sightOf(roleCase(), 'p-duty', excluding({ person: 'p-duty' }, { breakGlass: glass }))).toBe('NOTHING');
    expect(breakGlass(roleCase(), { person: 'p-duty', reason: 'At the door.', hours: 1 }, excluding({ person: 'p-duty' }))).toEqual({
      problem: 'EXCLUDED',
    });
  });
});

describe('given a look without a role', () => {
  const now = { ...NO_EXCEPTIONS, at: AT };
  const ask = (hours: number, reason = 'The person is at our door.') => breakGlass(roleCase(), { person: 'p-duty', reason, hours }, now);
  const during = (at: number): AccessContext => {
    const given = ask(2);
    return { ...now, at, breakGlass: 'granted' in given ? [given.granted] : [] };
  };

  it('then it is recorded with person, reason, beginning and end', () => {
    expect(ask(2)).toEqual({ granted: { person: 'p-duty', reason: 'The person is at our door.', from: AT, until: AT + 2 * HOUR } });
  });
  it.each([
    ['no reason', 2, ' ', 'REASON_MISSING'],
    ['more than eight hours', 8.1, 'x', 'TOO_LONG'],
    ['no time at all', 0, 'x', 'TOO_LONG'],
    ['a time that is no number', Number.NaN, 'x', 'TOO_LONG'],
  ])('when it has %s, then it is not given', (_what, hours, reason, problem) => {
    expect(ask(hours, reason)).toEqual({ problem });
  });
  it('then it shows the case until its end and not a moment longer, says by what right, and changes nothing', () => {
    expect(accessOf(roleCase(), 'p-duty', during(AT))).toEqual({ sight: 'CASE', through: 'BREAK_GLASS' });
    expect(accessOf(roleCase(), 'p-duty', during(AT + 2 * HOUR - 1)).sight).toBe('CASE');
    expect(accessOf(roleCase(), 'p-duty', during(AT + 2 * HOUR))).toEqual({ sight: 'NOTHING', through: null });
    expect(accessOf(roleCase(), 'p-duty', during(AT - 1)).sight).toBe('NOTHING');
    const told = allowedCommands(roleCase(), 'p-duty', undefined, during(AT));
    expect(told.filter((one) => one.allowed)).toEqual([]);
    expect(told.find((one) => one.command === 'publishPlan')?.reason).toContain('you can read it, not change it');
  });
  it('then who has a role goes on by that role', () => {
    expect(accessOf(roleCase(), holder('CHAIR'), during(AT)).through).toBe('ROLE');
    expect(mayGive(roleCase(), holder('CHAIR'), 'publishPlan', during(AT))).toBe(true);
  });
});

describe('given something that was retracted', () => {
  const lead = holder('INFORMATION_GOVERNANCE_LEAD');
  const recorded = applyCommit(roleCase(), { seq: 2, at: AT, command: 'recordOversight', events: [] });
  const retracted = fold(
    recorded,
    events({ type: 'EntryRetracted', seq: 2, fact: 'recordOversight', key: '-', on: '2026-04-01', data: {} }),
  );
  it('then the information-governance lead sees that incident, and before it the reference', () => {
    expect([sightOf(recorded, lead), sightOf(retracted, lead)]).toEqual(['REFERENCE', 'INCIDENT']);
  });
  it('then everybody else sees what they saw, and nobody else what was retracted', () => {
    expect([sightOf(retracted, holder('CHAIR')), seesRetracted(retracted, holder('CHAIR'))]).toEqual(['CASE', false]);
  });
});

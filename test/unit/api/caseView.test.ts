import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { contract } from '../../../api/contract';
import type { ApiDeps } from '../../../api/deps';
import { caseExample } from '../../../api/sight/example';
import { toShown } from '../../../api/sight/shown';
import { shownSchema, wholeCaseSchema } from '../../../api/sight/shownSchema';
import { toCase } from '../../../api/views/case';
import { NEW_CASE, simulate } from '../../../domain';
import type { CaseState } from '../../../domain';
import type { CaseView } from '../../../persistence';
import { lived, onChallenge, raised, TRUST, withPlan } from '../../support/challenges';
import { roleCase, SERVICE } from '../../support/roleCase';
import { script } from '../../support/scripts';

const at = (iso: string): number => Date.parse(iso);
const NOW = at('2026-06-15T09:00:00Z');

const viewOf = (state: CaseState, training = false): CaseView => ({
  ref: 'K7QF-2M',
  seq: state.seq,
  head: '',
  state,
  nextDueAt: null,
  overdue: false,
  wakeAt: null,
  training,
  offsetMs: 0,
  members: [],
  updatedAt: 0,
});
const shown = (state: CaseState, now = NOW) => toCase(viewOf(state), now);
const personIs = (more: Partial<CaseState['person']>): Partial<CaseState> => ({ person: { ...NEW_CASE.person, ...more } });

describe('the contract of a case', () => {
  const deps = { repositories: { directory: { person: () => Promise.resolve(null) } }, wallClock: () => NOW } as unknown as ApiDeps;
  const names = readdirSync(join(__dirname, '..', '..', '..', 'examples', 'scripts')).map((file) => file.replace('.json', ''));

  it.each(names)(
    'given the example %s after each of its days, then the answer is as the contract says, with nothing beside',
    async (name) => {
      const read = script(name);
      for (const until of [...new Set([...read.steps.map((one) => one.at.slice(0, 10)), read.until])]) {
        const result = simulate({ ...read, until, steps: read.steps.filter((one) => one.at.slice(0, 10) <= until) });
        if ('problems' in result || !result.state) throw new Error('the script is not sound');
        const answer: unknown = JSON.parse(JSON.stringify(await toShown(deps, viewOf(result.state, true), 'CASE', 'p-any')));
        expect(wholeCaseSchema.safeParse(answer).error?.issues).toBeUndefined();
      }
    },
  );
  it('holds the schema of the answer and an example that fits it', () => {
    const { paths } = contract() as { paths: Record<string, { get: { responses: { '200': { content: Record<string, object> } } } }> };
    expect(paths['/v1/cases/{ref}']?.get.responses['200'].content['application/json']).toEqual({
      schema: z.toJSONSchema(shownSchema, { io: 'output', unrepresentable: 'any' }),
      example: caseExample(),
    });
    expect(wholeCaseSchema.parse(caseExample())).toMatchObject({ ref: 'K7QF-2M', stage: 'RECEIVED', nextDueAt: '2026-03-30T22:59:59Z' });
  });
});

describe('given what is known of the person', () => {
  const capacity = {
    decision: 'foot-treatment',
    outcome: 'LACKS',
    on: '2026-06-10',
    fluctuating: false,
    assessor: 'p-gp',
    assessmentOn: null,
    bestInterests: { on: '2026-06-12', namedOn: '2026-06-11' },
    decided: true,
  } as const;
  const consent = { ...NEW_CASE.person.consent, position: 'REFUSED', on: '2026-06-01', lookedAtOn: '2026-06-01' } as const;

  it('then capacity shows for each decision who, when and what was found', () => {
    const { decided, bestInterests, ...rest } = capacity;
    expect(shown(roleCase(personIs({ capacity: [capacity] }))).person.capacity).toEqual([
      { ...rest, bestInterests: { ...bestInterests, decided } },
    ]);
  });
  it('when sharing was refused, then nothing may go out until grounds are recorded', () => {
    expect(shown(roleCase(personIs({ consent }))).person.consent).toMatchObject({ position: 'REFUSED', grounds: null, mayShare: false });
    const withGrounds = { ...consent, grounds: 'RISK_TO_OTHERS' } as const;
    expect(shown(roleCase(personIs({ consent: withGrounds }))).person.consent).toMatchObject({ grounds: 'RISK_TO_OTHERS', mayShare: true });
  });
  it('when the person is under 18, then that shows and the day of birth does not; on the birthday it shows no more', () => {
    const young = roleCase(personIs({ bornOn: '2008-06-16' }));
    expect(shown(young).person.under18).toBe(true);
    expect(JSON.stringify(shown(young))).not.toContain('2008-06-16');
    expect(shown(young, at('2026-06-16T09:00:00Z')).person.under18).toBe(false);
  });
  it('then advocate and representatives show by kind, never by name', () => {
    const kinds = [{ kind: 'ATTORNEY_HW', ground: 'LEGAL_AUTHORITY', documentSeen: true, on: '2026-06-02' }] as const;
    const state = roleCase(personIs({ advocacy: { status: 'APPOINTED', on: '2026-06-03', type: 'IMCA' }, representatives: kinds }));
    expect(shown(state).person).toMatchObject({
      advocate: { status: 'APPOINTED', on: '2026-06-03', type: 'IMCA', person: 'p-advocate' },
      representatives: kinds,
    });
  });
});

describe('given the risk and what became of it', () => {
  it('then rating, trend, engagement and open concerns show, without their words', () => {
    const state = roleCase({
      tier: 'CRITICAL',
      score: 20,
      risk: {
        ...NEW_CASE.risk,
        rising: true,
        risks: [
          { id: 'fire', textRef: 'v-words', protectiveRef: 'v-words', rating: { tier: 'HIGH', score: 12, on: '2026-06-01', differing: 1 } },
        ],
        concerns: [{ id: 'fall', on: '2026-06-14', recordedAt: NOW, urgent: true }],
        engagement: { engagement: 'NOT', seriousHarmStillLikely: 'YES', marmAbleToMitigate: 'UNSURE', on: '2026-06-13' },
      },
    });
    expect(shown(state).tier).toBe('CRITICAL');
    expect(shown(state).risk).toMatchObject({
      tier: 'CRITICAL',
      score: 20,
      trend: 'RISING',
      risks: [{ id: 'fire', rating: { tier: 'HIGH', score: 12, on: '2026-06-01', differing: 1 } }],
      concerns: [{ id: 'fall', on: '2026-06-14', urgent: true }],
      engagement: { engagement: 'NOT', marmAbleToMitigate: 'UNSURE' },
    });
    expect(JSON.stringify(shown(state))).not.toContain('v-words');
  });
  it('then each step of the escalation shows with its day', () => {
    const escalation: CaseState['escalation'] = {
      status: 'MORE_INFORMATION',
      consideredAt: at('2026-06-10T23:30:00Z'),
      notification: { on: '2026-06-11', by: { role: 'LEAD_WORKER', service: SERVICE }, stepsRef: 'v-words' },
      acknowledgedOn: '2026-06-12',
      decisionFrom: '2026-06-11',
      decidedOn: null,
      question: { on: '2026-06-13', textRef: 'v-words' },
      answerRef: null,
      referenceRef: 'v-words',
    };
    expect(shown(roleCase({ escalation })).escalation).toEqual({
      status: 'MORE_INFORMATION',
      consideredOn: '2026-06-11',
      notified: { on: '2026-06-11', by: { role: 'LEAD_WORKER', service: SERVICE } },
      acknowledgedOn: '2026-06-12',
      decisionFrom: '2026-06-11',
      decidedOn: null,
      askedOn: '2026-06-13',
    });
  });
});

describe('given a challenge', () => {
  const seen = (until: string, now: string, ...more: Parameters<typeof lived>[0]) =>
    shown(lived([...withPlan, raised(), ...more], until).state, at(now)).challenges;

  it('then its stage is the one by the clock, with its due day and who holds it', () => {
    expect(seen('2026-08-25', '2026-08-25T12:00:00Z')).toMatchObject([
      { id: 'c1', status: 'OPEN', stage: { number: 1, dueOn: '2026-08-27', holders: [{ role: 'LEAD_WORKER', service: TRUST }] } },
    ]);
    expect(seen('2026-08-25', '2026-08-28T06:00:00Z')).toMatchObject([
      {
        stage: {
          number: 2,
          from: '2026-08-27',
          dueOn: '2026-09-02',
          holders: [{ role: 'RESPONSIBLE_MANAGER' }, { role: 'RESPONSIBLE_MANAGER' }],
        },
      },
    ]);
  });
  it('when it is put off, then until when', () => {
    const hold = onChallenge('2026-09-10T10:00', 'holdChallenge', { until: '2026-09-22', reason: 'synthetic' });
    expect(seen('2026-09-10', '2026-09-10T12:00:00Z', hold)).toMatchObject([{ stage: { number: 3, heldUntil: '2026-09-22' } }]);
  });
  it('when it has ended, then it has no stage, and how it ended', () => {
    const end = onChallenge('2026-08-26T10:00', 'withdrawChallenge', { reason: 'synthetic' });
    expect(seen('2026-08-26', '2026-08-26T12:00:00Z', end)).toMatchObject([
      { status: 'ENDED', stage: null, endedOn: '2026-08-26', outcome: 'WITHDRAWN' },
    ]);
  });
  it('when it is a draft, then it waits without a stage', () => {
    const [known] = roleCase().challenges;
    const draft = { ...known!, status: 'DRAFT', begun: null, raisedBy: null, textRef: null } as const;
    expect(shown(roleCase({ challenges: [draft] })).challenges).toMatchObject([{ status: 'DRAFT', stage: null, raisedBy: null }]);
  });
});

describe('given who works on the case', () => {
  const state = roleCase({
    involvement: {
      proposals: [{ role: 'COORDINATOR', person: 'p-next', by: 'p-coordinator', on: '2026-06-12', brings: [] }],
      absences: [{ person: 'p-chair', from: '2026-06-10', until: '2026-06-20', deputy: 'p-deputy' }],
      departed: [{ service: 'svc-gone', leadWorker: 'p-gone', responsibleManager: null, on: '2026-06-09' }],
      planRecipients: { added: ['svc-gone'], removed: [] },
    },
    standing: { asked: ['svc-other'], notKnown: [] },
    absences: [
      { service: SERVICE, meeting: 2, heldOn: '2026-06-11', counts: true, followsCounted: true, contributedOn: null, chased: true },
    ],
  });
  it('then roles put to somebody, deputies, services that have left, are asked, or were missing show', () => {
    expect(shown(state)).toMatchObject({
      involvement: {
        proposals: [{ role: 'COORDINATOR', person: 'p-next', by: 'p-coordinator', on: '2026-06-12' }],
        absences: [{ person: 'p-chair', deputy: 'p-deputy', until: '2026-06-20' }],
        departed: [{ service: 'svc-gone', on: '2026-06-09' }],
      },
      services: [
        { service: SERVICE, standing: 'TAKES_PART', safeguardingLead: 'p-safeguarding-lead' },
        { service: 'svc-other', standing: 'ASKED', safeguardingLead: null },
      ],
      absences: [{ service: SERVICE, meeting: 2, counts: true, followsCounted: true, contributedOn: null }],
    });
  });
});

describe('given a case that came from elsewhere, or went there', () => {
  it('then its pointers show', () => {
    const takenOver = { from: 'AAAA-11', on: '2026-06-01', receivedOn: '2026-05-01', referrers: ['p-x'], consent: null };
    const origin = {
      ...NEW_CASE.origin,
      adopted: { at: NOW, on: '2026-06-02' },
      previousCase: 'BBBB-22',
      takenOver: [takenOver],
      mergedInto: 'CCCC-33',
    };
    expect(shown(roleCase({ origin }))).toMatchObject({
      adopted: { on: '2026-06-02', takeOver: [] },
      previousCase: 'BBBB-22',
      takenOver: [takenOver],
      mergedInto: 'CCCC-33',
    });
  });
});

describe('given how the clocks run', () => {
  const pause = { from: '2026-06-10', until: '2026-06-24', at: NOW, reason: 'HOSPITAL', owner: 'p-owner' } as const;
  const override = {
    clock: 'T-MEET',
    key: '-',
    anchorOn: '2026-06-01',
    instead: '2026-06-15',
    due: { on: '2026-06-18' },
    at: NOW,
    approver: 'p-manager',
    reasonRef: 'v-words',
  } as const;
  it('then pause, other dates, calendar and legal hold show, without reasons', () => {
    const state = roleCase({
      running: {
        overrides: [override],
        pause,
        pauses: [{ ...pause, from: '2026-05-01', until: '2026-05-08' }],
        undelivered: [{ seq: 3, n: 1 }],
      },
      calendar: { ...NEW_CASE.calendar, version: 'pinned.2', horizonOn: '2029-12-31' },
      flags: [{ flag: 'LEGAL_HOLD', clock: null, key: '-', at: NOW }],
    });
    expect(shown(state).running).toEqual({
      pause: { from: '2026-06-10', until: '2026-06-24', reason: 'HOSPITAL', owner: 'p-owner' },
      pauses: [{ from: '2026-05-01', until: '2026-05-08', reason: 'HOSPITAL' }],
      overrides: [{ clock: 'T-MEET', key: '-', instead: '2026-06-15', due: { on: '2026-06-18' }, on: '2026-06-15', approver: 'p-manager' }],
      acknowledged: [],
      calendar: { version: 'pinned.2', horizonOn: '2029-12-31' },
      undelivered: [{ seq: 3, n: 1 }],
      legalHold: { on: '2026-06-15' },
    });
  });
  it('when nothing holds the record, then there is no legal hold', () => {
    expect(shown(roleCase()).running.legalHold).toBeNull();
  });
  it('then an aim that was varied shows from and to', () => {
    const varied = { from: '2026-06-15', to: '2026-06-20', on: '2026-06-03', reason: 'PERSON_WISH' } as const;
    expect(shown(roleCase({ meetingAim: { varied, settled: [] } })).meetingAim).toEqual({ varied, settled: [] });
  });
});

describe('given a review that is agreed', () => {
  const reviewed = (on: string, more: Partial<CaseState> = {}) =>
    shown(roleCase({ review: { on, agreedOn: '2026-06-01', lapseDecision: null }, ...more })).review;
  it.each([
    ['HIGH', '2026-06-29', 28, '2026-06-29', false],
    ['HIGH', '2026-06-30', 28, '2026-06-29', true],
    ['CRITICAL', '2026-06-15', 14, '2026-06-15', false],
    [null, '2026-07-14', 42, '2026-07-13', true],
  ] as const)('at tier %s for %s, then the tier suggests %i days, until %s; beyond: %s', (tier, on, capDays, latestOn, beyondCap) => {
    expect(reviewed(on, { tier })).toMatchObject({ on, dueOn: on, capDays, latestOn, beyondCap });
  });
  it('when a pause has moved it, then both days show', () => {
    const pause = { from: '2026-06-08', until: '2026-06-15', at: at('2026-06-08T09:00:00Z'), reason: 'PRISON', owner: 'p' } as const;
    const running = { ...NEW_CASE.running, pauses: [pause] };
    expect(reviewed('2026-06-22', { running })).toMatchObject({ on: '2026-06-22', dueOn: '2026-06-29' });
  });
});

describe('given a case that is about to end', () => {
  const closing = roleCase({
    stage: 'CLOSING',
    tier: 'HIGH',
    closure: { code: 'DIED', proposedOn: '2026-06-10', answered: [SERVICE] },
    closing: {
      ...NEW_CASE.closing,
      death: { on: '2026-06-09', at: NOW, began: true, codeBefore: null, heldBy: true },
    },
    escalation: {
      ...NEW_CASE.escalation,
      status: 'NOTIFIED',
      notification: { on: '2026-06-01', by: { role: 'COORDINATOR' }, stepsRef: 'v' },
    },
  });
  it('then who has still to answer shows, and who must, with the local authority', () => {
    expect(shown(closing)).toMatchObject({
      death: { on: '2026-06-09' },
      closure: { code: 'DIED', answered: [SERVICE], awaited: ['svc-other'], needed: ['svc-other'], localAuthority: true },
    });
  });
  it('when the risk is lower, then nobody must', () => {
    expect(shown({ ...closing, tier: 'MODERATE' }).closure).toMatchObject({ awaited: ['svc-other'], needed: [], localAuthority: false });
  });
  it('when it is closed, then what is carried on shows with its owner', () => {
    const carried = [{ clock: 'T-LA', key: 'decision', owner: 'p-owner' }];
    expect(shown({ ...closing, stage: 'CLOSED', endedOn: '2026-06-12', closing: { ...closing.closing, carried } })).toMatchObject({
      endedOn: '2026-06-12',
      carried,
    });
  });
});

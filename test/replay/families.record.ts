import { afterAll, beforeAll, it } from '@jest/globals';
import type { CommandName } from '../../domain';
import { FIRE_SERVICE, HELD, OFFICERS, openCase } from '../support/liveCase';
import type { LiveCase } from '../support/liveCase';
import { REFERRAL, TRIAGED } from '../support/story';
import { openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';
import { settled, write } from './recorder';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

type Step = readonly [at: string, command: CommandName, data: object, actor?: string];

const FIRE_LEAD = 'p-fire-lead';
const HOLDERS = [
  ...FIRE_SERVICE,
  { role: 'LEAD_WORKER', service: 'svc-gp', person: 'p-gp-lead' },
  { role: 'RESPONSIBLE_MANAGER', service: 'svc-gp', person: 'p-gp-manager' },
] as const;
const ACTION = { id: 'fire-visit', text: 'synthetic', service: 'svc-fire-safety', dueOn: '2026-05-01' };
const ATTENDED = [
  { service: 'svc-fire-safety', status: 'ATTENDED' },
  { service: 'svc-gp', status: 'ATTENDED' },
];

/** A case that has met and has its plan: Wednesday 8 April 2026, 12:00. */
async function withPlan(): Promise<LiveCase> {
  const one = await openCase(bench, { clock: '2026-03-30T10:00' });
  await one.must('decideTriage', TRIAGED);
  await one.forward('2026-04-08T12:00');
  await one.must('completeMeeting', { ...HELD, attendance: ATTENDED, actions: [ACTION] }, { holders: HOLDERS });
  await one.must('publishPlan', {});
  return one;
}

async function live(one: LiveCase, steps: readonly Step[], until: string): Promise<void> {
  for (const [at, command, data, actor] of steps) {
    await one.forward(at);
    await one.must(command, data, actor === undefined ? {} : { actor });
  }
  await one.forward(until);
  await settled(one);
}

const grounds = { grounds: 'SAFEGUARD_ADULT_AT_RISK', facts: 'synthetic' };

it('person', async () => {
  const one = await withPlan();
  const steps: readonly Step[] = [
    ['2026-04-09T10:00', 'recordConsent', { position: 'REFUSED', ...grounds }],
    ['2026-04-09T10:05', 'recordCapacity', { id: 'feet', decision: 'synthetic', outcome: 'LACKS', basis: 'synthetic' }],
    ['2026-04-10T10:00', 'planBestInterests', { decision: 'feet', who: 'synthetic', plannedFor: '2026-04-15' }],
    ['2026-04-10T10:05', 'considerAdvocate', { result: 'NEEDED', triggers: ['SUBSTANTIAL_DIFFICULTY'] }],
    ['2026-04-13T10:00', 'appointAdvocate', { type: 'IMCA', provider: 'synthetic' }],
    ['2026-04-13T10:05', 'recordPersonViews', { views: 'synthetic' }],
    ['2026-04-16T10:00', 'recordBestInterests', { decision: 'feet', text: 'synthetic', wishes: 'synthetic' }],
    ['2026-04-20T10:00', 'recordConsent', { position: 'GIVEN' }],
    ['2026-04-21T10:00', 'withdrawConsent', { said: 'synthetic' }],
    ['2026-04-22T10:00', 'recordSharingGrounds', grounds],
  ];
  await live(one, steps, '2026-05-21T12:00');
  await write(bench, 'person', one);
});

it('escalation', async () => {
  const one = await withPlan();
  const steps: readonly Step[] = [
    ['2026-04-09T10:00', 'raiseRiskConcern', { id: 'fall', text: 'synthetic' }, FIRE_LEAD],
    ['2026-04-10T10:00', 'answerRiskConcern', { concern: 'fall', answer: 'synthetic' }],
    ['2026-04-10T10:05', 'setRiskTier', { tier: 'CRITICAL', reason: 'synthetic' }],
    ['2026-04-13T10:00', 'notifyLocalAuthority', { steps: 'synthetic' }],
    ['2026-04-15T10:00', 'recordLaAcknowledgement', { reference: 'SG-1' }],
    ['2026-04-16T10:00', 'recordLaDecision', { decision: 'MORE_INFORMATION', question: 'synthetic' }],
    ['2026-04-21T10:00', 'answerLaQuestion', { answer: 'synthetic' }],
    ['2026-04-29T10:00', 'recordLaDecision', { decision: 'OTHER_STEPS', reason: 'synthetic' }],
  ];
  await live(one, steps, '2026-05-01T12:00');
  await write(bench, 'escalation', one);
});

it('challenge', async () => {
  const one = await withPlan();
  const challenge = 'refused';
  const steps: readonly Step[] = [
    ['2026-04-09T10:00', 'raiseChallenge', { id: challenge, service: 'svc-gp', text: 'synthetic' }, FIRE_LEAD],
    ['2026-04-14T10:00', 'respondChallenge', { challenge, text: 'synthetic' }, 'p-gp-manager'],
    ['2026-04-28T12:00', 'holdChallenge', { challenge, until: '2026-05-01', reason: 'synthetic' }, FIRE_LEAD],
    ['2026-05-05T10:00', 'advanceChallenge', { challenge, reason: 'synthetic' }, FIRE_LEAD],
    ['2026-05-06T10:00', 'resolveChallenge', { challenge, outcome: 'RESOLVED_ACTION_AGREED', text: 'synthetic' }, FIRE_LEAD],
  ];
  await live(one, steps, '2026-05-08T12:00');
  await write(bench, 'challenge', one);
});

it('other clocks', async () => {
  const one = await withPlan();
  const record = { clock: 'T-MINUTES', key: 'meeting:1' };
  const action = { clock: 'T-ACTION', key: 'action:fire-visit' };
  const steps: readonly Step[] = [
    ['2026-04-09T09:30', 'overrideTimer', { ...record, workingDays: 8, reason: 'synthetic', approver: 'p-manager-ox' }],
    ['2026-04-09T10:00', 'pauseClocks', { reason: 'HOSPITAL', until: '2026-04-16', owner: FIRE_LEAD }],
    ['2026-04-20T10:00', 'pinCalendar', { version: 'ew-test.2', added: [{ on: '2026-05-06' }] }],
    ['2026-05-20T10:00', 'acknowledgeOverdue', { ...action, reason: 'synthetic', lookAgainOn: '2026-06-01' }],
  ];
  await live(one, steps, '2026-06-02T12:00');
  await write(bench, 'other-clocks', one);
});

it('died', async () => {
  const one = await withPlan();
  const steps: readonly Step[] = [
    ['2026-04-09T10:00', 'recordDeath', { note: 'synthetic' }],
    ['2026-04-09T11:00', 'retractDeath', { reason: 'synthetic' }],
    ['2026-04-10T10:00', 'recordDeath', { note: 'synthetic' }],
  ];
  await live(one, steps, '2026-04-20T12:00');
  for (const { id } of (await one.state()).state.gaps) await one.must('closeGap', { gap: id, notConsideredBecause: 'synthetic' });
  await one.must('confirmClosure', {});
  await one.ended();
  await write(bench, 'died', one);
});

it('adopted', async () => {
  const data = {
    ...REFERRAL,
    stage: 'PLAN_ACTIVE',
    receivedOn: '2026-03-26',
    services: [{ service: 'svc-fire-safety' }],
    lastMeeting: { on: '2026-04-08', tier: 'HIGH' },
    plan: { publishedOn: '2026-04-14' },
    actions: [ACTION],
    reviewOn: '2026-05-20',
  };
  const one = await openCase(bench, { clock: '2026-05-06T10:00', command: 'adoptCase', data, holders: [...OFFICERS, ...FIRE_SERVICE] });
  await live(one, [], '2026-05-22T12:00');
  await write(bench, 'adopted', one);
});

it('merged', async () => {
  const one = await withPlan();
  const other = await openCase(bench, { clock: '2026-04-08T12:00' });
  const taken = {
    from: one.ref,
    agreedBy: 'p-officer-ox',
    receivedOn: '2026-03-30',
    referrers: [{ person: 'p-referrer-ox' }],
    services: [{ service: 'svc-fire-safety', leadWorker: FIRE_LEAD }],
    recipients: [{ service: 'svc-fire-safety' }],
    actions: [{ ...ACTION, agreedOn: '2026-04-08', quietSince: '2026-04-08' }],
  };
  await other.must('takeOverCase', taken);
  await one.must('mergeInto', { into: other.ref, reason: 'synthetic', otherCoordinator: 'p-officer-ox' });
  await one.ended();
  await live(other, [], '2026-05-05T12:00');
  await write(bench, 'merged', one);
  await write(bench, 'taken-over', other);
});

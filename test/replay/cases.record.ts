import { afterAll, beforeAll, it } from '@jest/globals';
import { COMMIT_SCHEMA, hashCommit } from '../../persistence';
import { ROLL_OVER } from '../../workflows/messages';
import { eventually } from '../support/eventually';
import { FIRE_SERVICE, HELD, openCase } from '../support/liveCase';
import { CONTACTED, TRIAGED } from '../support/story';
import { openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';
import { settled, write } from './recorder';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const RECEIVED = { clock: '2026-03-26T15:20' };
const WITHDRAWN = { outcome: 'WITHDRAWN', reason: 'synthetic' };
const ACTION = { id: 'fire-visit', text: 'synthetic', service: 'svc-fire-safety', dueOn: '2026-05-01' };
const REFERRER = 'referrer-ox@ox-housing.example';

it('straight', async () => {
  const one = await openCase(bench, RECEIVED);
  await one.forward('2026-03-30T11:00');
  await one.must('decideTriage', TRIAGED);
  await one.forward('2026-03-31T14:00');
  await one.must(
    'scheduleMeeting',
    { on: '2026-04-08', mode: 'ONLINE', services: [{ service: 'svc-fire-safety' }] },
    { holders: FIRE_SERVICE },
  );
  await one.forward('2026-04-01T10:00');
  await one.must('recordReferrerContact', CONTACTED);
  await one.forward('2026-04-08T12:00');
  await one.must('completeMeeting', { ...HELD, actions: [ACTION] }, { holders: FIRE_SERVICE });
  await one.must('publishPlan', {});
  await one.forward('2026-04-20T10:00');
  await one.must('updateProgress', { action: 'fire-visit', note: 'synthetic' });
  await one.forward('2026-04-30T15:00');
  await one.must('completeAction', { action: 'fire-visit' });
  await settled(one);
  await write(bench, 'straight', one);
});

it('withdrawn', async () => {
  const one = await openCase(bench, RECEIVED);
  await one.must('withdraw', WITHDRAWN);
  await one.ended();
  await write(bench, 'withdrawn', one);
});

it('rolled over', async () => {
  const one = await openCase(bench, RECEIVED);
  await one.forward('2026-03-30T10:00');
  const before = await one.runId();
  await bench.client.workflow.getHandle(one.workflowId).signal(ROLL_OVER);
  await eventually(async () => (await one.runId()) !== before);
  await one.forward('2026-04-02T10:00');
  await write(bench, 'rolled-over-1', one, before);
  await write(bench, 'rolled-over-2', one);
});

it('delivery failure', async () => {
  bench.relay.refuse(REFERRER);
  const one = await openCase(bench, RECEIVED);
  await eventually(async () => (await one.commits()).some((commit) => commit.command === 'recordDeliveryFailure'));
  await settled(one);
  bench.relay.refuse();
  await write(bench, 'delivery-failure', one);
});

it('held', async () => {
  const one = await openCase(bench, RECEIVED);
  await one.forward('2026-03-26T15:30');
  const { seq, head, asOf } = await one.state();
  const foreign = { seq: seq + 1, at: asOf, actor: 'system', command: null, commandId: null, events: [], notices: [] };
  const hash = hashCommit(foreign, one.ref, head);
  await bench.repositories.commits.insert({ ...foreign, ref: one.ref, prevHash: head, hash, schema: COMMIT_SCHEMA });
  await one.give('addAction', ACTION);
  await eventually(async () => (await one.state()).hold !== null);
  await write(bench, 'held', one);
});

it('resumed', async () => {
  const one = await openCase(bench, RECEIVED);
  await one.must('withdraw', WITHDRAWN);
  await one.ended();
  const rows = [{ seq: 1, n: 2, reason: 'REFUSED', role: 'REFERRER', notice: 'N02' }];
  await one.must('recordDeliveryFailure', { rows }, { actor: 'system' });
  await one.ended();
  await write(bench, 'resumed', one);
});

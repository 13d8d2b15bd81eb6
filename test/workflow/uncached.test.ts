import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ROLL_OVER } from '../../workflows/messages';
import { FIRE_SERVICE, HELD, openCase } from '../support/liveCase';
import { CONTACTED, TRIAGED } from '../support/story';
import { openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';

// This worker keeps nothing: it replays the whole history of a case at each task, as after a crash.
let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench({ maxCachedWorkflows: 0 });
});
afterAll(() => bench.close());

it('given a worker that replays the case at every task, then a whole course goes as ever', async () => {
  const one = await openCase(bench, { clock: '2026-03-26T15:20' });
  await one.forward('2026-03-30T11:00');
  await one.must('decideTriage', TRIAGED, { id: 'triage' });
  await one.must(
    'scheduleMeeting',
    { on: '2026-04-08', mode: 'ONLINE', services: [{ service: 'svc-fire-safety' }] },
    { holders: FIRE_SERVICE },
  );
  await one.must('recordReferrerContact', CONTACTED);
  await bench.client.workflow.getHandle(one.workflowId).signal(ROLL_OVER);
  await one.forward('2026-04-08T12:00');
  await one.must('completeMeeting', HELD, { holders: FIRE_SERVICE });
  await one.must('addAction', { id: 'fire-visit', text: 'synthetic', service: 'svc-fire-safety', dueOn: '2026-05-01' });
  expect(await one.must('decideTriage', TRIAGED, { id: 'triage' })).toBeLessThan((await one.state()).seq);
  await one.must('publishPlan', {});
  await one.forward('2026-05-05T09:01');
  expect(await one.spoken('T-TRIAGE')).toEqual(['2026-03-30T08:00:00Z due COORDINATOR+TRIAGE_PARTNER']);
  expect(await one.spoken('T-ACTION')).toEqual([
    '2026-04-29T08:00:00Z -2WD LEAD_WORKER',
    '2026-05-01T08:00:00Z due LEAD_WORKER',
    '2026-05-05T08:00:00Z +1WD LEAD_WORKER',
  ]);
  expect(await one.lateness()).toBeLessThan(60_000);
});

it('given it fails a message and ends, then the failure is on record and the run is over', async () => {
  bench.relay.refuse('referrer-ox@ox-housing.example');
  const one = await openCase(bench, { clock: '2026-03-26T15:20' });
  await one.forward('2026-03-26T15:30');
  await one.must('withdraw', { outcome: 'WITHDRAWN', reason: 'synthetic' });
  expect(await one.ended()).toMatchObject({ ended: true });
  expect((await one.commits()).map((commit) => commit.command)).toEqual(['submitReferral', 'recordDeliveryFailure', 'withdraw']);
});

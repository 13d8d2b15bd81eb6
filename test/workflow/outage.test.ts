import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { requestSkip } from '../../temporal';
import { eventually } from '../support/eventually';
import { london, openCase } from '../support/liveCase';
import type { LiveCase } from '../support/liveCase';
import { TRIAGED } from '../support/story';
import { openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const DUE = london('2026-03-30T09:00');

// Triage falls due at 09:00 while no worker runs.
async function missTheDeadline(one: LiveCase): Promise<void> {
  await bench.stopWorker();
  await requestSkip(bench.client, one.ref, DUE + 5_000 - london('2026-03-30T08:58'));
  await eventually(async () => {
    const { events } = await bench.client.workflow.getHandle(one.workflowId).fetchHistory();
    return events?.some((event) => event.timerFiredEventAttributes);
  });
}

const passedIn = async (one: LiveCase, seq: number) => {
  const commit = (await one.commits()).find((candidate) => candidate.seq === seq);
  return commit?.events.map((event) => (event.type === 'ThresholdPassed' ? `${event.clock} ${event.threshold}` : event.type)) ?? [];
};

describe('a deadline passes while no worker runs', () => {
  let one: LiveCase;
  beforeEach(async () => {
    one = await openCase(bench, { clock: '2026-03-30T08:58', occurredOn: '2026-03-26' });
    await one.forward('2026-03-30T08:58');
    await missTheDeadline(one);
  });

  it('given a command is there before the worker, then the deadline is settled first, in the same commit, and its mail goes once', async () => {
    const answer = one.must('addAction', { id: 'ring', text: 'synthetic', service: 'svc-fire-safety', dueOn: '2026-04-20' });
    await bench.startWorker();
    const events = await passedIn(one, await answer);
    expect(events[0]).toBe('T-TRIAGE due');
    expect(events.indexOf('ActionAdded')).toBeGreaterThan(0);
    await one.forward('2026-03-30T09:05');
    expect(await one.spoken('T-TRIAGE')).toEqual(['2026-03-30T08:00:00Z due COORDINATOR+TRIAGE_PARTNER']);
    expect(
      (await one.commits()).filter((commit) =>
        commit.events.some((event) => event.type === 'ThresholdPassed' && event.clock === 'T-TRIAGE'),
      ),
    ).toHaveLength(1);
  });

  it('given the command resolves the deadline, then it is on record as passed, and nobody is reminded of what is done', async () => {
    const answer = one.must('decideTriage', TRIAGED);
    await bench.startWorker();
    const events = await passedIn(one, await answer);
    expect(events.indexOf('T-TRIAGE due')).toBeLessThan(events.indexOf('TriageDecided'));
    expect(events).toContain('T-TRIAGE due');
    await one.forward('2026-03-30T09:05');
    expect(await one.spoken('T-TRIAGE')).toEqual([]);
    const rows = (await one.rows()).filter((row) => row.notice.clock === 'T-TRIAGE');
    expect(new Set(rows.map((row) => row.outcome))).toEqual(new Set(['dropped']));
  });
});

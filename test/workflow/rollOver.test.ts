import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLL_OVER } from '../../workflows/messages';
import { eventually } from '../support/eventually';
import { openCase } from '../support/liveCase';
import type { LiveCase } from '../support/liveCase';
import { openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.relay.restore());
afterAll(() => bench.close());

const RECEIVED = { clock: '2026-03-26T15:20' };
const signal = (one: LiveCase) => bench.client.workflow.getHandle(one.workflowId).signal(ROLL_OVER);

async function rollOver(one: LiveCase): Promise<void> {
  const before = await one.runId();
  await signal(one);
  await eventually(async () => (await one.runId()) !== before);
}

describe('a case goes on in a new run', () => {
  it('then its state, its record and its answers are the same', async () => {
    const one = await openCase(bench, RECEIVED);
    await one.forward('2026-03-27T10:00');
    const before = await one.state();
    await rollOver(one);
    const after = await one.state();
    expect(after.state).toEqual(before.state);
    expect({ seq: after.seq, head: after.head, offsetMs: after.offsetMs }).toEqual({
      seq: before.seq,
      head: before.head,
      offsetMs: before.offsetMs,
    });
    expect(after.historyEvents).toBeLessThan(before.historyEvents);
  });
  it('then a deadline that was waiting fires at its minute', async () => {
    const one = await openCase(bench, RECEIVED);
    await rollOver(one);
    await one.forward('2026-03-30T09:01');
    expect(await one.spoken('T-TRIAGE')).toEqual(['2026-03-30T08:00:00Z due COORDINATOR+TRIAGE_PARTNER']);
    expect(await one.lateness()).toBeLessThan(60_000);
  });
  it('given mail that could not be sent yet, then it is sent once by the new run', async () => {
    await bench.relay.cutOff();
    const one = await openCase(bench, RECEIVED);
    await eventually(async () => (await one.state()).unsent.length > 0);
    await rollOver(one);
    expect((await one.state()).unsent).toEqual([1]);
    await bench.relay.restore();
    await eventually(async () => (await one.state()).unsent.length === 0);
    const rows = (await one.rows()).filter((row) => row.seq === 1);
    expect(rows.every((row) => row.outcome === 'sent')).toBe(true);
    const accepted = bench.relay.mailsAbout(one.ref).map((mail) => mail.messageId);
    expect([...accepted].sort()).toEqual(rows.map((row) => row.messageId).sort());
  });
});

describe('twenty deadlines of a case that nobody acts on', () => {
  const UNTIL = '2026-06-05T09:01';
  const fired = async (one: LiveCase): Promise<readonly string[]> =>
    (await one.commits())
      .flatMap((commit) => commit.events)
      .flatMap((event) => (event.type === 'ThresholdPassed' ? [`${event.clock} ${event.key} ${event.threshold} ${event.dueAt}`] : []));

  let straight: readonly string[];
  it('given one run, then each fires within a minute of its instant', async () => {
    const one = await openCase(bench, RECEIVED);
    await one.forward(UNTIL);
    straight = await fired(one);
    expect(straight.length).toBeGreaterThanOrEqual(20);
    expect(await one.lateness()).toBeLessThanOrEqual(60_000);
  });
  it('given new runs all along, then the same deadlines fire, each within a minute of its instant', async () => {
    const one = await openCase(bench, RECEIVED);
    const runs = new Set<string>();
    let there = false;
    const rolling = async (): Promise<void> => {
      while (!there) {
        const run = await one.runId();
        runs.add(run);
        // A run that is just closing takes no signal: the next one gets it.
        await signal(one).catch(() => undefined);
        await eventually(async () => there || (await one.runId()) !== run).catch(() => undefined);
      }
    };
    await Promise.all([one.forward(UNTIL).finally(() => (there = true)), rolling()]);
    expect(runs.size).toBeGreaterThanOrEqual(5);
    expect(await fired(one)).toEqual(straight);
    expect(await one.lateness()).toBeLessThanOrEqual(60_000);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { TASK_QUEUE, workflowIdOf } from '../../temporal';
import { ROLL_OVER, WORKFLOW_TYPE } from '../../workflows/messages';
import type { Accepted } from '../../workflows/messages';
import { eventually } from '../support/eventually';
import { inputFor, openCase, someRef } from '../support/liveCase';
import type { LiveCase } from '../support/liveCase';
import { REFERRAL } from '../support/story';
import { openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const RECEIVED = { clock: '2026-03-26T15:20' };
const ACTION = { id: 'ring', text: 'synthetic', service: 'svc-fire-safety', dueOn: '2026-04-20' };

const timesRecorded = async (one: LiveCase, id: string): Promise<number> =>
  (await one.commits()).filter((commit) => commit.commandId === id).length;

const historyOf = async (one: LiveCase): Promise<readonly (number | null | undefined)[]> =>
  (await bench.client.workflow.getHandle(one.workflowId).fetchHistory()).events?.map((event) => event.eventType) ?? [];

describe('the same command twice', () => {
  it('given the same run, then it is applied once and answered with the same entry', async () => {
    const one = await openCase(bench, RECEIVED);
    const seq = await one.must('addAction', ACTION, { id: 'again' });
    expect(await one.must('addAction', ACTION, { id: 'again' })).toBe(seq);
    expect(await timesRecorded(one, 'again')).toBe(1);
  });
  it('given the server does not recognise the call, then the case still recognises the command', async () => {
    const one = await openCase(bench, RECEIVED);
    const seq = await one.must('addAction', ACTION, { id: 'again' });
    const args = [{ id: 'again', actor: 'p-officer-ox', data: ACTION }] as [object];
    const handle = bench.client.workflow.getHandle(one.workflowId);
    expect(await handle.executeUpdate<Accepted, [object]>('addAction', { args, updateId: 'another-call' })).toEqual({ seq });
    expect(await timesRecorded(one, 'again')).toBe(1);
  });
  it('given eight callers at once, then it is applied once and all hear the same', async () => {
    const one = await openCase(bench, RECEIVED);
    const answers = await Promise.all(Array.from({ length: 8 }, () => one.must('addAction', ACTION, { id: 'again' })));
    expect(new Set(answers).size).toBe(1);
    expect(await timesRecorded(one, 'again')).toBe(1);
  });
  it('given the case went on in a new run in between, then it is answered with the same entry', async () => {
    const one = await openCase(bench, RECEIVED);
    const seq = await one.must('addAction', ACTION, { id: 'again' });
    const before = await one.runId();
    await bench.client.workflow.getHandle(one.workflowId).signal(ROLL_OVER);
    await eventually(async () => (await one.runId()) !== before);
    expect(await one.must('addAction', ACTION, { id: 'again' })).toBe(seq);
    expect(await timesRecorded(one, 'again')).toBe(1);
  });
  it('given the case ended in between, then it is answered from the record', async () => {
    const one = await openCase(bench, RECEIVED);
    const seq = await one.must('withdraw', { outcome: 'WITHDRAWN', reason: 'synthetic' }, { id: 'again' });
    await one.ended();
    expect(await one.must('withdraw', { outcome: 'WITHDRAWN', reason: 'synthetic' }, { id: 'again' })).toBe(seq);
    expect(await timesRecorded(one, 'again')).toBe(1);
  });
});

describe('a command that the rules refuse', () => {
  it('is answered with the code of the rule and leaves no trace', async () => {
    const one = await openCase(bench, RECEIVED);
    await one.forward('2026-03-26T15:21');
    const events = await historyOf(one);
    expect(await one.give('publishPlan', {})).toMatchObject({ kind: 'refused', refusal: { code: 'WRONG_STAGE' } });
    expect(await historyOf(one)).toEqual(events);
    expect(await one.commits()).toHaveLength(1);
  });
});

describe('opening a case', () => {
  const unknownReason = { ...RECEIVED, data: { ...REFERRAL, reasons: ['NO_SUCH_REASON'] } };

  it('given a referral that is refused, then nothing is written and the run ends with the refusal', async () => {
    const input = inputFor(someRef(), unknownReason);
    expect(await bench.gateway.create(input)).toMatchObject({ kind: 'refused', refusal: { code: 'UNKNOWN_REASON', field: '/reasons' } });
    const result: unknown = await bench.client.workflow.getHandle(workflowIdOf(input.ref)).result();
    expect(result).toMatchObject({ refused: { code: 'UNKNOWN_REASON' } });
    expect(await bench.repositories.commits.list(input.ref)).toEqual([]);
    expect(await bench.repositories.cases.find(input.ref)).toBeNull();
    expect(await bench.repositories.ledger.list(input.ref)).toEqual([]);
  });
  it('given the same start again, then the same answer and one case', async () => {
    const one = await openCase(bench, RECEIVED);
    expect(await bench.gateway.create(one.input)).toEqual({ kind: 'accepted', seq: 1 });
    expect(await one.commits()).toHaveLength(1);
  });
  it.each([
    ['a live case', RECEIVED],
    ['a referral that was refused', unknownReason],
  ])('given the reference of %s, then another start is refused', async (_what, opening) => {
    const input = inputFor(someRef(), opening);
    bench.keep(workflowIdOf(input.ref));
    await bench.gateway.create(input);
    const again = bench.client.workflow.start(WORKFLOW_TYPE, {
      workflowId: workflowIdOf(input.ref),
      taskQueue: TASK_QUEUE,
      args: [inputFor(input.ref, RECEIVED)],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
    });
    await expect(again).rejects.toBeInstanceOf(WorkflowExecutionAlreadyStartedError);
  });
});

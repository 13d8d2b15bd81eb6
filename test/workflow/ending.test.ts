import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMMIT_SCHEMA, hashCommit } from '../../persistence';
import { requestSkip, TASK_QUEUE } from '../../temporal';
import { ROLL_OVER, WORKFLOW_TYPE } from '../../workflows/messages';
import { eventually } from '../support/eventually';
import { london, openCase } from '../support/liveCase';
import type { LiveCase } from '../support/liveCase';
import { REFERRAL } from '../support/story';
import { OPERATIONS, openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const RECEIVED = { clock: '2026-03-26T15:20' };
const WITHDRAWN = { outcome: 'WITHDRAWN', reason: 'synthetic' };
const ACTION = { id: 'ring', text: 'synthetic', service: 'svc-fire-safety', dueOn: '2026-04-20' };
const FAILURE = { rows: [{ seq: 1, n: 2, reason: 'REFUSED', role: 'REFERRER', notice: 'N02' }] };

async function withdrawn(): Promise<LiveCase> {
  const one = await openCase(bench, RECEIVED);
  await one.must('withdraw', WITHDRAWN);
  await one.ended();
  return one;
}
const runsOf = async (one: LiveCase): Promise<number> => (await bench.client.workflow.count(`WorkflowId = "${one.workflowId}"`)).count;

// What operations do with a case that is held, or after a restore.
async function resume(one: LiveCase): Promise<void> {
  const { first: _first, ...kept } = one.input;
  await bench.client.workflow.start(WORKFLOW_TYPE, {
    workflowId: one.workflowId,
    taskQueue: TASK_QUEUE,
    args: [{ ...kept, resume: true }],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
  });
}

describe('a case that has ended', () => {
  it('given it is withdrawn, then its run ends with everything recorded and sent', async () => {
    const one = await openCase(bench, RECEIVED);
    const seq = await one.must('withdraw', WITHDRAWN);
    expect(await one.ended()).toEqual({ ended: true, seq });
    expect((await bench.repositories.cases.find(one.ref))?.state.stage).toBe('NOT_PROCEEDED');
    expect((await one.rows()).filter((row) => row.outcome === 'pending' || row.outcome === 'sending')).toEqual([]);
  });
  it('given a command that its stage does not take, then it is woken once, answers by its rule, and ends again', async () => {
    const one = await withdrawn();
    expect(await one.give('addAction', ACTION)).toMatchObject({ kind: 'refused', refusal: { code: 'WRONG_STAGE' } });
    await one.ended();
    expect(await one.commits()).toHaveLength(2);
    await eventually(async () => (await runsOf(one)) >= 2);
    expect(await runsOf(one)).toBe(2);
  });
  it('given a command that its stage takes, then it is woken, records it, and ends again', async () => {
    const one = await withdrawn();
    expect(await one.give('recordDeliveryFailure', FAILURE, { actor: 'system' })).toEqual({ kind: 'accepted', seq: 3 });
    await one.ended();
    expect((await one.commits()).map((commit) => commit.command)).toEqual(['submitReferral', 'withdraw', 'recordDeliveryFailure']);
  });
  it('given a reference that no case has, then it is not found', async () => {
    expect(await bench.gateway.command('ZZZZ-ZZ', { type: 'addAction', id: 'nobody', actor: 'p-officer-ox', data: ACTION })).toEqual({
      kind: 'not-found',
    });
  });
});

describe('a case whose record has been written by somebody else', () => {
  // Another commit stands where the case is about to write its next one.
  async function withForeignCommit(): Promise<LiveCase> {
    const one = await openCase(bench, RECEIVED);
    await one.forward('2026-03-26T15:30');
    const { seq, head, asOf } = await one.state();
    const draft = { seq: seq + 1, at: asOf, actor: 'system', command: null, commandId: null, events: [], notices: [] };
    const hash = hashCommit(draft, one.ref, head);
    await bench.repositories.commits.insert({ ...draft, ref: one.ref, prevHash: head, hash, schema: COMMIT_SCHEMA });
    expect(await one.give('addAction', ACTION, { id: 'lost' })).toEqual({ kind: 'shell', code: 'CASE_HELD' });
    await eventually(async () => (await one.state()).hold !== null);
    return one;
  }
  const flagsShown = async (one: LiveCase) => {
    const { typedSearchAttributes } = await bench.client.workflow.getHandle(one.workflowId).describe();
    return (typedSearchAttributes.getAll().find(({ key }) => key.name === 'MarmFlags')?.value ?? []) as readonly string[];
  };

  it('then it is held: no command is taken, and operations are told by attribute, task and mail', async () => {
    const one = await withForeignCommit();
    expect(await one.give('addAction', { ...ACTION, id: 'ring-again' })).toEqual({ kind: 'shell', code: 'CASE_HELD' });
    expect((await one.state()).hold).toContain('another hash');
    await eventually(async () => (await flagsShown(one)).includes('HELD'));
    const tasks = await eventually(async () => {
      const found = (await bench.repositories.tasks.list()).filter((task) => task.ref === one.ref);
      return found.length > 0 && found;
    });
    expect(tasks).toEqual([expect.objectContaining({ kind: 'CASE_HELD', detail: expect.stringContaining('another hash') })]);
    const mails = await eventually(() => {
      const found = bench.relay.mailsAbout(one.ref).filter((mail) => mail.to === OPERATIONS);
      return found.length > 0 && found;
    });
    expect(mails.map((mail) => mail.subject)).toEqual([`MARM operations - case held - ref ${one.ref}`]);
    expect(await one.commits()).toHaveLength(2);
  });
  it('given a deadline comes by and it goes on in a new run, then it stays held, fires nothing and keeps what it could not record', async () => {
    const one = await withForeignCommit();
    await requestSkip(bench.client, one.ref, london('2026-03-30T09:05') - london('2026-03-26T15:20'));
    await eventually(async () => {
      await bench.client.workflow.getHandle(one.workflowId).signal(ROLL_OVER);
      return (await one.state()).asOf > london('2026-03-30T09:00');
    });
    expect(await one.state()).toMatchObject({ hold: expect.stringContaining('another hash'), queued: 1 });
    expect(await one.spoken('T-TRIAGE')).toEqual([]);
    expect(await one.commits()).toHaveLength(2);
  });
  it('given operations resume it, then it goes on from the record, and the command that was lost can be given again', async () => {
    const one = await withForeignCommit();
    await resume(one);
    expect(await one.must('addAction', ACTION, { id: 'lost' })).toBe(3);
    expect((await one.state()).hold).toBeNull();
    expect(await one.update('submitReferral', REFERRAL, { id: `submitReferral-${one.ref}` })).toEqual({ seq: 1 });
    await eventually(async () => !(await flagsShown(one)).includes('HELD'));
    const mails = bench.relay.mailsAbout(one.ref).filter((mail) => mail.headers['x-marm-notice'] === 'N01');
    await one.forward('2026-03-30T09:01');
    expect(await one.spoken('T-TRIAGE')).toEqual(['2026-03-30T08:00:00Z due COORDINATOR+TRIAGE_PARTNER']);
    expect(bench.relay.mailsAbout(one.ref).filter((mail) => mail.headers['x-marm-notice'] === 'N01')).toEqual(mails);
  });
});

describe('a case that is resumed', () => {
  it('given a message failed and the run ended before it heard of that, then the failure is put on record now', async () => {
    const one = await openCase(bench, RECEIVED);
    await one.forward('2026-03-26T15:30');
    const row = (await one.rows()).find(({ notice }) => notice.notice === 'N02')!;
    const lost = { ...row, id: `${row.id}-lost`, notice: { ...row.notice, n: 9 }, outcome: 'failed', reason: 'REFUSED' } as const;
    await bench.repositories.ledger.add([lost]);
    await resume(one);
    const failure = await eventually(async () => (await one.commits()).find((commit) => commit.command === 'recordDeliveryFailure'));
    expect(failure.events[0]).toMatchObject({ type: 'DeliveryFailureRecorded', data: { rows: [{ seq: 1, n: 9, reason: 'REFUSED' }] } });
    await resume(one);
    await one.forward('2026-03-26T15:40');
    expect((await one.commits()).filter((commit) => commit.command === 'recordDeliveryFailure')).toHaveLength(1);
  });
});

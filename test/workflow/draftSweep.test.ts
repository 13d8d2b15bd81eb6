import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SweepPass } from '../../activities/contract';
import { TASK_QUEUE } from '../../temporal';
import { SWEEP_TYPE } from '../../workflows/messages';
import { eventually } from '../support/eventually';
import { newPerson } from '../support/round';
import { openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';

const DAY = 86_400_000;

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const sweep = async (): Promise<SweepPass> => {
  const run = { taskQueue: TASK_QUEUE, workflowId: `sweep-of-a-test-${randomUUID()}`, args: [] };
  return (await (await bench.client.workflow.start(SWEEP_TYPE, run)).result()) as SweepPass;
};
async function draftSaved(author: string, daysAgo: number): Promise<string> {
  const id = `d-${randomUUID()}`;
  const content = { data: { risks: 'CanaryOfADraft' } };
  const now = Date.now() - daysAgo * DAY;
  await bench.repositories.drafts.create({ id, author, profile: 'oxfordshire', command: 'submitReferral', content, commandId: id, now });
  return id;
}
const mailsTo = (address: string | null) => bench.relay.mailsTo(address).filter((mail) => mail.headers['x-marm-notice'] === 'T-DRAFT');

describe('given drafts that are not sent', () => {
  it('when the sweep runs twice, then the manager hears once of one kept for two weeks, and nothing of its content', async () => {
    const manager = await newPerson(bench);
    const author = await newPerson(bench, { manager: manager.id });
    await draftSaved(author.id, 14);
    await sweep();
    await sweep();
    const [mail, ...more] = mailsTo(manager.email);
    expect([more.length, mailsTo(author.email).length]).toEqual([0, 0]);
    expect(mail?.headers['x-marm-threshold']).toBe('+5WD');
    expect(mail?.text).toContain('NOT SENT: nobody has been told');
    expect(mail?.text).toContain(author.name);
    expect(mail?.text).not.toContain('Canary');
  });
  it('when it is saved again, then its days count anew; when it is four weeks old, then its author is offered to delete it', async () => {
    const author = await newPerson(bench);
    const id = await draftSaved(author.id, 40);
    await sweep();
    expect(mailsTo(author.email).map((mail) => mail.headers['x-marm-threshold'])).toEqual(['+28d']);
    const again = { id, author: author.id, profile: 'oxfordshire', command: 'submitReferral', content: {} } as const;
    await bench.repositories.drafts.replace({ ...again, version: 1, commandId: 'second', now: Date.now() - 35 * DAY });
    await sweep();
    expect(mailsTo(author.email)).toHaveLength(2);
  });
  it('given nobody can be reached, then operations are asked, once', async () => {
    const author = await newPerson(bench, { active: false });
    const id = await draftSaved(author.id, 14);
    await sweep();
    await sweep();
    const tasks = (await bench.repositories.tasks.list()).filter((one) => one.ref === id);
    expect(tasks).toMatchObject([{ kind: 'ORPHANED_NOTICE', detail: 'T-DRAFT' }]);
  });
  it('given the relay puts it off, then it is told as still to do, and sent by a later pass', async () => {
    const author = await newPerson(bench);
    const id = await draftSaved(author.id, 40);
    await bench.relay.cutOff();
    const run = { taskQueue: TASK_QUEUE, workflowId: `sweep-of-a-test-${randomUUID()}`, args: [] };
    const handle = await bench.client.workflow.start(SWEEP_TYPE, run);
    await eventually(async () => ((await handle.fetchHistory()).events ?? []).some((event) => event.timerStartedEventAttributes));
    expect(mailsTo(author.email)).toEqual([]);
    await bench.relay.restore();
    await handle.terminate('the test goes on without waiting five minutes');
    await sweep();
    expect([mailsTo(author.email).length, (await bench.repositories.drafts.find(id, author.id))?.version]).toEqual([1, 1]);
  });
});

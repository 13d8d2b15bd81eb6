import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rowsOf } from '../../activities/ledgerRows';
import { londonDateOf, addDays, morning } from '../../domain';
import type { Notice } from '../../domain';
import { createRepositories, passingKeys } from '../../persistence';
import type { Repositories } from '../../persistence';
import { MORNING_ROUND_ID } from '../../temporal';
import { callerOf, noticesOf, open, PEOPLE, referral } from '../support/api';
import type { Caller } from '../support/api';
import { eventually } from '../support/eventually';
import { mailsAbout } from '../support/mailbox';
import { openRecord } from '../support/record';
import type { Look } from '../support/record';
import { sharedStack } from '../support/stack';

let coordinator: Caller;
let look: Look;
let repositories: Repositories;
const refs: string[] = [];
beforeAll(async () => {
  look = await openRecord(sharedStack());
  repositories = createRepositories(look.mongo, passingKeys());
  coordinator = await callerOf(sharedStack(), PEOPLE.coordinator);
  const referrer = await callerOf(sharedStack(), PEOPLE.referrer);
  // The one that the worker's start has asked for would come in between.
  const running = 'WorkflowType = "morningRound" AND ExecutionStatus = "Running"';
  await eventually(async () => (await look.temporal.client.workflow.count(running)).count === 0, 45_000);
  for (let n = 0; n < 2; n += 1) refs.push(await open(referrer, referral()));
});
afterAll(() => look.close());

/**
 * A planned message about the triage of a real case, as its recording would leave it. A real case says such a thing at 09:00 of a later day
 * only, so that it is put into the ledger here.
 */
async function hold(ref: string, on: string): Promise<void> {
  const view = await repositories.cases.find(ref);
  const due = view?.state.obligations.find(({ clock }) => clock === 'T-TRIAGE');
  if (!due) throw new Error('triage is not due');
  const notice: Notice = {
    ...{ notice: 'N03', variant: 'triage-due', clock: due.clock, key: due.key, dueOn: due.dueOn, threshold: 'due', planned: true },
    ...{ n: 900, at: morning(on), to: { role: 'COORDINATOR' }, person: PEOPLE.coordinator, fallback: null, replyTo: null },
  };
  const draft = { seq: 1, at: notice.at, actor: 'system', command: null, commandId: null, events: [], notices: [notice] };
  const deps = { mailFrom: 'MARM <no-reply@marm.example>', morningRound: { windowMs: 600_000 }, wallClock: () => Date.now() };
  await repositories.ledger.add(rowsOf(ref, draft, false, deps));
}
const outcomeOf = async (ref: string) =>
  (await noticesOf(coordinator, ref)).find((one) => one.notice === 'N03' && one.threshold === 'due')?.outcome;

function marm(...args: readonly string[]): { asked: boolean; lines: readonly { recipient: string; cases: readonly string[] }[] } {
  const main = join(resolve(__dirname, '..', '..'), 'dist', 'cli', 'main.js');
  const { stdout, stderr } = spawnSync(process.execPath, [main, 'ops', 'run', 'morning-round', '--json', ...args], {
    env: { ...process.env, MARM_STATE_DIR: sharedStack().stateDir },
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as ReturnType<typeof marm>;
}

describe('the morning round of a running engine', () => {
  it('then its schedule stands, after the last case has woken', async () => {
    const { spec, state } = await look.temporal.client.schedule.getHandle(MORNING_ROUND_ID).describe();
    expect(spec.timezone).toBe('Europe/London');
    expect(spec.calendars?.[0]).toMatchObject({ hour: [{ start: 9 }], minute: [{ start: 10 }] });
    expect(state.paused).toBe(false);
  });
  it('given two cases have something to say to the coordinator, then it is told as held, sent when asked for, and is one mail', async () => {
    for (const ref of refs) await hold(ref, addDays(londonDateOf(Date.now()), -1));
    expect(await Promise.all(refs.map(outcomeOf))).toEqual(['held', 'held']);
    const preview = marm();
    expect(preview.asked).toBe(false);
    expect(preview.lines.find(({ recipient }) => recipient === PEOPLE.coordinator)?.cases).toEqual(expect.arrayContaining([...refs]));
    expect(await Promise.all(refs.map(outcomeOf))).toEqual(['held', 'held']);
    expect(marm('--now').asked).toBe(true);
    await eventually(async () => (await Promise.all(refs.map(outcomeOf))).every((outcome) => outcome === 'sent'), 45_000);
    const lists = (await mailsAbout(sharedStack(), refs[0] ?? '')).filter((mail) => mail.subject.startsWith('MARM morning list'));
    expect(lists).toHaveLength(1);
    for (const ref of refs) expect(lists[0]?.text).toContain(`/cases/${ref}`);
  });
});

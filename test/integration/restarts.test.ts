import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callerOf, forwardTo, newKey, noticesOf, PEOPLE, timelineOf } from '../support/api';
import type { Answer, Caller, Receipt } from '../support/api';
import { eventually } from '../support/eventually';
import { mailsAbout, sentTwice } from '../support/mailbox';
import { exampleBody, openS1 } from '../support/s1';
import { discard, isAlive, newStateDir, stackEnv, startStack } from '../support/stack';
import type { Stack } from '../support/stack';

let env: Record<string, string>;
let stack: Stack;
let coordinator: Caller;
let ref: string;
/** Every command that was acknowledged, by its id. */
const acknowledged: string[] = [];

beforeAll(async () => {
  env = await stackEnv(newStateDir());
  stack = await startStack(env);
  coordinator = await callerOf(stack, PEOPLE.coordinator);
  ref = await openS1(await callerOf(stack, PEOPLE.referrer));
  await forwardTo(coordinator, ref, '2026-03-30T11:00');
  await given(() => coordinator.post(`/v1/cases/${ref}/commands/decide-triage`, exampleBody('decide-triage')));
  await add('before');
});
afterAll(() => discard(stack));

const isReady = async (): Promise<boolean> => (await fetch(`${stack.api}/health/ready`)).ok;
const ready = (): Promise<boolean> => eventually(isReady, 60_000);
const whereItIs = async () => {
  const { stage, seq, clocks } = (await coordinator.get<{ stage: string; seq: number; clocks: unknown }>(`/v1/cases/${ref}`)).body;
  return { stage, seq, clocks, timeline: await timelineOf(coordinator, ref) };
};

/** Gives a command until it is acknowledged, always under the same key, as a client does. */
async function given(call: () => Promise<Answer<Receipt>>): Promise<void> {
  const answer = await eventually(async () => {
    const tried = await call();
    return tried.status === 200 && tried;
  }, 60_000);
  acknowledged.push(answer.body.commandId);
}

function add(id: string): Promise<void> {
  const key = newKey();
  const action = { id, text: 'synthetic', service: 'svc-fire-safety', dueOn: '2026-05-01' };
  return given(() => coordinator.give(ref, 'add-action', action, { 'idempotency-key': key }));
}

async function expectNothingLost(): Promise<void> {
  const recorded = (await timelineOf(coordinator, ref)).flatMap((one) => one.commandId ?? []);
  for (const id of acknowledged) expect(recorded.filter((one) => one === id)).toHaveLength(1);
}

describe('given kill -9, one process after another, while the engine runs', () => {
  it.each(['worker', 'API', 'Temporal', 'database', 'inbox'])(
    'when the %s dies, then it comes back, the case is where it was, and the next command is taken',
    async (name) => {
      const before = await whereItIs();
      const pid = stack.pidOf(name);
      process.kill(pid, 'SIGKILL');
      await eventually(() => stack.pidOf(name) !== pid && isAlive(stack.pidOf(name)), 30_000);
      await ready();
      expect(await whereItIs()).toEqual(before);
      await add(`after-${name}`);
      await expectNothingLost();
    },
  );

  it('when the worker dies in the middle of a command, then the command is done once', async () => {
    const during = add('in-the-middle');
    process.kill(stack.pidOf('worker'), 'SIGKILL');
    await during;
    await expectNothingLost();
    const added = (await timelineOf(coordinator, ref)).flatMap((one) => one.events).filter((one) => one.type === 'ActionAdded');
    expect(added.filter((one) => JSON.stringify(one).includes('in-the-middle'))).toHaveLength(1);
    await ready();
  });
});

describe('given that everything dies at once, with its supervisor', () => {
  it('when it is started again, then the case is where it was and lives on: nothing lost, nothing sent twice', async () => {
    const before = await whereItIs();
    const mailsBefore = (await mailsAbout(stack, ref)).length;
    const all = [stack.supervisor.pid ?? 0, ...stack.children().map((one) => one.pid)];
    for (const pid of all) process.kill(pid, 'SIGKILL');
    await eventually(() => all.every((pid) => !isAlive(pid)));

    stack = await startStack(env);
    expect(await whereItIs()).toEqual(before);
    await expectNothingLost();
    expect(await mailsAbout(stack, ref)).toHaveLength(mailsBefore);

    await forwardTo(coordinator, ref, '2026-03-31T12:00');
    const nudges = (await mailsAbout(stack, ref)).filter((mail) => mail.headers['x-marm-notice'] === 'N05');
    expect(nudges.map((mail) => mail.headers['x-marm-threshold'])).toEqual(['-5WD']);
    expect(sentTwice(await mailsAbout(stack, ref))).toEqual([]);
    const open = (await noticesOf(coordinator, ref)).filter((one) => one.outcome === 'pending' || one.outcome === 'sending');
    expect(open).toEqual([]);
  });
});

describe('given that only the supervisor dies', () => {
  it('when it is started again, then it ends exactly the processes that were left over and takes their ports', async () => {
    const before = await whereItIs();
    const left = stack.children().map((one) => one.pid);
    const { api } = stack;
    process.kill(stack.supervisor.pid ?? 0, 'SIGKILL');
    await eventually(() => !isAlive(stack.supervisor.pid ?? 0));
    expect(left.every(isAlive)).toBe(true);

    stack = await startStack(env);
    expect(stack.said()).toContain('left over from a run that died');
    expect(left.some(isAlive)).toBe(false);
    expect(stack.api).toBe(api);
    expect(await whereItIs()).toEqual(before);
    await add('after-the-supervisor');
    await expectNothingLost();
    expect(sentTwice(await mailsAbout(stack, ref))).toEqual([]);
  });
});

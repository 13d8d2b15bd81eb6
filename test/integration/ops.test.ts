import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { callerOf, open, PEOPLE, referral } from '../support/api';
import { sharedStack } from '../support/stack';

function ops(...args: readonly string[]): { readonly answer: Record<string, unknown>; readonly stderr: string } {
  const main = join(resolve(__dirname, '..', '..'), 'dist', 'cli', 'main.js');
  const { stdout, stderr } = spawnSync(process.execPath, [main, 'ops', ...args, '--json'], {
    env: { ...process.env, MARM_STATE_DIR: sharedStack().stateDir },
    encoding: 'utf8',
  });
  return { answer: stdout === '' ? {} : (JSON.parse(stdout) as Record<string, unknown>), stderr };
}

describe('given a case that waits for its triage', () => {
  let ref: string;
  beforeAll(async () => {
    ref = await open(await callerOf(sharedStack(), PEOPLE.referrer), referral('2026-03-26T15:20'));
  });
  it('when operations ask why, then database and Temporal are told together, with what it waits for', () => {
    const { answer } = ops('why', ref);
    expect(answer).toMatchObject({ ref, stage: 'RECEIVED', late: false, run: { status: 'RUNNING', queued: 0, hold: null, failing: null } });
    expect(answer['verdict']).toMatch(/^It waits for 20\d\d-/);
  });
  it('when they ask for one that does not exist, then they are told what to do', () => {
    expect(ops('why', 'ZZZZ-99').stderr).toBe('There is no case ZZZZ-99. Check the reference.\n');
  });
  it('when they ask what is overdue or stuck, then a training case is not among it', () => {
    for (const list of ['overdue', 'stuck'])
      expect((ops(list).answer['lines'] as readonly { readonly ref: string }[]).map((one) => one.ref)).not.toContain(ref);
  });
});

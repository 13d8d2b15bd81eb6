import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually';
import { endOf, isAlive, lockOf, newStateDir, readAddresses, sharedStack, spawnStart, stackEnv, startStack } from '../support/stack';

const shared = sharedStack();
const portOf = (url: string): number => Number(new URL(url).port);

async function refusedStart(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { child, said } = spawnStart(env);
  const code = await endOf(child);
  return { code, said: said() };
}

describe('given an engine that runs', () => {
  it('when a second one is started on the same folder, then it is refused with one line, and the first goes on', async () => {
    const before = lockOf(shared.stateDir).children();
    const { code, said } = await refusedStart(await stackEnv(shared.stateDir));
    expect(code).toBe(1);
    expect(said).toMatch(/^The engine runs already \(process \d+\)\. Stop it .* MARM_STATE_DIR .*\.\n$/);
    expect(lockOf(shared.stateDir).children()).toEqual(before);
    expect((await fetch(`${shared.api}/health/ready`)).status).toBe(200);
  });
});

describe('given a setting that cannot be', () => {
  it.each(['MARM_API_PORT', 'MARM_INBOX_PORT', 'MARM_SMTP_PORT', 'MARM_TEMPORAL_UI_PORT'])(
    'when the port of %s is in use, then the start ends with one line that names the setting, and leaves nothing',
    async (setting) => {
      const taken = String(portOf(shared.api));
      const stateDir = newStateDir();
      const { code, said } = await refusedStart({ ...(await stackEnv(stateDir)), [setting]: taken });
      expect([code, said]).toEqual([1, `Setting ${setting}: port ${taken} is in use; choose another one.\n`]);
      expect(existsSync(join(stateDir, 'lock.json'))).toBe(false);
    },
  );
  it('when one port is given to two, then the start names the second', async () => {
    const env = await stackEnv(newStateDir());
    const { code, said } = await refusedStart({ ...env, MARM_INBOX_PORT: env['MARM_API_PORT'] ?? '' });
    expect([code, said]).toEqual([1, `Setting MARM_INBOX_PORT: port ${env['MARM_API_PORT'] ?? ''} is in use; choose another one.\n`]);
  });
  it.each([
    ['MARM_API_PORT', 'three'],
    ['MARM_SPREAD_S', 'soon'],
    ['MARM_MAIL_FROM', 'nobody'],
  ])('when %s is %j, then the start ends with one line that names it, before anything runs', async (setting, value) => {
    const { code, said } = await refusedStart({ ...(await stackEnv(newStateDir())), [setting]: value });
    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(`^Setting ${setting}: .*\\n$`));
  });
});

describe('given that the usual ports are taken and none is set', () => {
  const usual = [3000, 8025, 1025, 8233, 7233, 27_017];
  const holders: Server[] = [];
  beforeAll(async () => {
    for (const port of usual) holders.push(await hold(port));
  });
  afterAll(() => {
    for (const holder of holders) holder.close();
  });
  // Somebody else may hold a port already; that is as good.
  const hold = (port: number): Promise<Server> =>
    new Promise((done) => {
      const server = createServer();
      server.once('error', () => {
        done(server);
      });
      server.listen(port, '127.0.0.1', () => {
        done(server);
      });
    });

  it('then the engine comes up on free ones, says where, and Ctrl-C ends exactly what it started', async () => {
    const stateDir = newStateDir();
    const unset = { MARM_API_PORT: '', MARM_INBOX_PORT: '', MARM_SMTP_PORT: '', MARM_TEMPORAL_UI_PORT: '' };
    const stack = await startStack({ ...(await stackEnv(stateDir)), ...unset });
    const own = stack.children().map((one) => one.pid);
    const others = lockOf(shared.stateDir).children();
    expect(usual).not.toContain(portOf(readAddresses(stateDir).api));
    expect(stack.said()).toContain(readAddresses(stateDir).api);
    expect((await fetch(`${stack.api}/health/ready`)).status).toBe(200);
    expect(own).toHaveLength(5);

    expect(await stack.interrupt()).toBe(0);
    await eventually(() => own.every((pid) => !isAlive(pid)));
    expect(existsSync(join(stateDir, 'lock.json'))).toBe(false);
    expect(others.every((one) => isAlive(one.pid))).toBe(true);
    expect((await fetch(`${shared.api}/health/ready`)).status).toBe(200);
    rmSync(stateDir, { recursive: true });
  });
});

describe('given Ctrl-C while the engine is still starting', () => {
  it('then what has been started so far is ended too', async () => {
    const stateDir = newStateDir();
    const { child } = spawnStart(await stackEnv(stateDir));
    const lock = lockOf(stateDir);
    await eventually(
      () => lock.children().some((one) => one.name === 'Temporal') && lock.children().some((one) => one.name === 'database'),
    );
    const own = lock.children().map((one) => one.pid);
    child.kill('SIGINT');
    expect(await endOf(child)).toBe(0);
    await eventually(() => own.every((pid) => !isAlive(pid)));
    expect(existsSync(join(stateDir, 'lock.json'))).toBe(false);
  });
});

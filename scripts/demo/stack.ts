import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, projectRoot, run, untilReady } from '../servers';

/** Where the parts of a running engine are. */
export interface DemoAddresses {
  readonly api: string;
  readonly inbox: string;
  readonly temporalUi: string;
}

export interface DemoStack {
  readonly stateDir: string;
  readonly addresses: DemoAddresses;
  stop(): Promise<void>;
}

/** Starts the engine as `npm start` does, in a folder of its own on free ports. @throws Error with the end of its output when it does not get ready */
export async function startDemoStack(): Promise<DemoStack> {
  const stateDir = mkdtempSync(join(tmpdir(), 'marm-demo-'));
  const running = run('npm start', process.execPath, [join(projectRoot(), 'scripts', 'bootstrap.mjs'), 'start'], {
    logFile: join(stateDir, 'start.log'),
    env: { ...process.env, ...(await ports()), MARM_STATE_DIR: stateDir },
  });
  const file = join(stateDir, 'addresses.json');
  const read = (): DemoAddresses => JSON.parse(readFileSync(file, 'utf8')) as DemoAddresses;
  const stop = async (): Promise<void> => {
    await running.stop(60_000);
    rmSync(stateDir, { recursive: true, force: true });
  };
  await untilReady(running, () => Promise.resolve().then(() => read().api !== ''), 300_000).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { stateDir, addresses: read(), stop };
}

async function ports(): Promise<NodeJS.ProcessEnv> {
  const names = ['MARM_API_PORT', 'MARM_INBOX_PORT', 'MARM_SMTP_PORT', 'MARM_TEMPORAL_UI_PORT'];
  const free = await Promise.all(names.map(freePort));
  return Object.fromEntries(names.map((name, n) => [name, String(free[n])]));
}

import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort, obtainMongo, obtainTemporal, run, startCapture, startMongo, startTemporal } from '../../scripts/servers';
import type { Capture, Running } from '../../scripts/servers';
import { eventually } from './eventually';
import { startProxy } from './proxy';
import type { Proxy } from './proxy';
import { newStateDir } from './stack';
import type { StackAddresses } from './stack';

export type PartName = 'temporal' | 'mongo' | 'worker' | 'api';

/** An engine whose parts a test takes away and brings back: nobody restarts them unasked. */
export interface Parts extends StackAddresses {
  readonly capture: Capture;
  /** The wire between the API and Temporal. */
  readonly wire: Proxy;
  /** kill -9; settles when it is gone. */
  kill(name: PartName): Promise<void>;
  start(name: PartName): Promise<void>;
  stop(): Promise<void>;
}

const DIST = resolve(__dirname, '..', '..', 'dist');
const silent = (): void => undefined;

/** Brings up servers, worker and API on ports and a folder of their own. */
export async function startParts(): Promise<Parts> {
  const stateDir = newStateDir();
  const cacheDir = process.env['MARM_CACHE_DIR'] ?? join(homedir(), '.cache', 'marm-engine');
  const [binary, program] = await Promise.all([obtainTemporal(cacheDir, silent), obtainMongo(cacheDir, silent)]);
  const ports = { temporal: await freePort(), ui: await freePort(), mongo: await freePort(), api: await freePort() };
  const capture = await startCapture({ smtpPort: await freePort(), inboxPort: await freePort(), file: join(stateDir, 'inbox.jsonl') });
  const wire = await startProxy(`127.0.0.1:${ports.temporal}`);
  const addresses: StackAddresses = {
    stateDir,
    api: `http://127.0.0.1:${ports.api}`,
    inbox: capture.inboxUrl,
    temporal: `127.0.0.1:${ports.temporal}`,
    mongo: `mongodb://127.0.0.1:${ports.mongo}/?directConnection=true`,
  };
  const env = (temporal: string): NodeJS.ProcessEnv => ({
    ...process.env,
    TZ: 'UTC',
    MARM_MODE: 'embedded',
    MARM_STATE_DIR: stateDir,
    MARM_API_PORT: String(ports.api),
    MARM_SPREAD_S: '0',
    TEMPORAL_ADDRESS: temporal,
    MONGODB_URI: addresses.mongo,
    SMTP_URL: capture.smtpUrl,
  });
  const node = (name: string, temporal: string): Promise<Running> =>
    Promise.resolve(
      run(name, process.execPath, [join(DIST, name, 'main.js')], { logFile: join(stateDir, 'logs', `${name}.log`), env: env(temporal) }),
    );
  const starts: Readonly<Record<PartName, () => Promise<Running>>> = {
    temporal: () => startTemporal({ binary, stateDir, port: ports.temporal, uiPort: ports.ui, namespace: 'marm' }),
    mongo: () => startMongo({ program, stateDir, port: ports.mongo }),
    worker: () => node('worker', addresses.temporal),
    api: () => node('api', wire.address),
  };
  const running = new Map<PartName, Running>();
  const start = async (name: PartName): Promise<void> => void running.set(name, await starts[name]());
  mkdirSync(stateDir, { recursive: true });
  await Promise.all([start('temporal'), start('mongo')]);
  const { status, stderr } = spawnSync(process.execPath, [join(DIST, 'persistence', 'setupMain.js')], {
    env: env(addresses.temporal),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the database could not be set up: ${stderr}`);
  await Promise.all([start('worker'), start('api')]);
  await eventually(async () => (await fetch(`${addresses.api}/health/ready`)).ok, 60_000);
  return {
    ...addresses,
    capture,
    wire,
    start,
    kill: async (name) => {
      const child = running.get(name)?.child;
      const gone = new Promise((done) => child?.once('exit', done));
      child?.kill('SIGKILL');
      await gone;
    },
    stop: async () => {
      for (const name of ['api', 'worker', 'temporal', 'mongo'] as const) await running.get(name)?.stop();
      await wire.close();
      await capture.close();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}

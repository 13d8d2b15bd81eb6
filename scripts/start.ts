import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { readSettings } from '../config';
import { takeLock } from './lock';
import { answers, choosePorts, obtainMongo, obtainTemporal, run, startMongo, startTemporal, untilReady } from './servers';
import { supervise } from './supervise';
import type { Start, Supervised } from './supervise';

const env = process.env;
const stateDir = resolve(env['MARM_STATE_DIR'] ?? '.marm');
const cacheDir = env['MARM_CACHE_DIR'] ?? join(homedir(), '.cache', 'marm-engine');
const namespace = env['TEMPORAL_NAMESPACE'] ?? 'marm';
const dist = join(__dirname, '..');
const say = (line: string): void => {
  console.log(line);
};

interface Addresses {
  readonly api: string;
  readonly inbox: string;
  readonly smtp: string;
  readonly temporal: string;
  readonly temporalUi: string;
  readonly mongo: string;
}

type Keep = (name: string, start: Start) => Promise<void>;

const started: Supervised[] = [];
let stopping = false;

/** `npm start`: brings up servers, worker and API, says where they are, and ends exactly what it started. */
async function main(): Promise<void> {
  const lock = takeLock(join(stateDir, 'lock.json'), say);
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    say('\nStopping ...');
    void stopAll().finally(() => {
      lock.release();
      process.exit(0);
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  const keep: Keep = async (name, start) => {
    if (stopping) throw new Error('stopping');
    const kept = supervise(name, start, {
      say,
      spawned: (running) => {
        lock.note(name, running.child.pid ?? 0);
      },
    });
    started.push(kept);
    await kept.ready;
  };
  try {
    await bringUp(keep);
  } catch (error) {
    if (stopping) return;
    console.error(error instanceof Error ? error.message : error);
    await stopAll();
    lock.release();
    process.exit(1);
  }
}

// The other way round: who uses a server ends before it.
async function stopAll(): Promise<void> {
  for (const one of [...started].reverse()) await one.stop();
}

async function bringUp(keep: Keep): Promise<void> {
  mkdirSync(stateDir, { recursive: true });
  const ports = await choosePorts({
    api: { setting: 'MARM_API_PORT', set: env['MARM_API_PORT'], preferred: 3000 },
    inbox: { setting: 'MARM_INBOX_PORT', set: env['MARM_INBOX_PORT'], preferred: 8025 },
    smtp: { setting: 'MARM_SMTP_PORT', set: env['MARM_SMTP_PORT'], preferred: 1025 },
    ui: { setting: 'MARM_TEMPORAL_UI_PORT', set: env['MARM_TEMPORAL_UI_PORT'], preferred: 8233 },
    temporal: { setting: 'TEMPORAL_ADDRESS', set: undefined, preferred: 7233 },
    mongo: { setting: 'MONGODB_URI', set: undefined, preferred: 27017 },
  });
  const addresses: Addresses = {
    api: `http://127.0.0.1:${ports.api}`,
    inbox: `http://127.0.0.1:${ports.inbox}`,
    smtp: env['SMTP_URL'] ?? `smtp://127.0.0.1:${ports.smtp}`,
    temporal: env['TEMPORAL_ADDRESS'] ?? `127.0.0.1:${ports.temporal}`,
    temporalUi: `http://127.0.0.1:${ports.ui}`,
    mongo: env['MONGODB_URI'] ?? `mongodb://127.0.0.1:${ports.mongo}/?directConnection=true`,
  };
  const childEnv = environment(addresses, ports);
  readSettings(childEnv);
  const database = await startServers(keep, ports);
  setUp(childEnv);
  await keep('worker', program('worker', join(dist, 'worker', 'main.js'), childEnv));
  await keep('API', program('api', join(dist, 'api', 'main.js'), childEnv));
  await untilAnswers(addresses.api);
  writeFileSync(join(stateDir, 'addresses.json'), JSON.stringify(addresses, null, 2));
  greet(addresses, database);
}

const program =
  (name: string, file: string, childEnv: NodeJS.ProcessEnv): Start =>
  (spawned) => {
    const running = run(name, process.execPath, [file], { logFile: log(name), env: childEnv });
    spawned(running);
    return Promise.resolve(running);
  };

const log = (name: string): string => join(stateDir, 'logs', `${name}.log`);

async function startServers(keep: Keep, ports: Readonly<Record<'temporal' | 'ui' | 'mongo' | 'smtp' | 'inbox', number>>): Promise<string> {
  const [temporal, mongo] = await Promise.all([
    env['TEMPORAL_ADDRESS'] === undefined ? obtainTemporal(cacheDir, say) : undefined,
    env['MONGODB_URI'] === undefined ? obtainMongo(cacheDir, say) : undefined,
  ]);
  const all = [
    keep('inbox', async (spawned) => {
      const running = run(
        'inbox',
        process.execPath,
        [join(__dirname, 'servers', 'captureMain.js'), String(ports.smtp), String(ports.inbox), join(stateDir, 'inbox.jsonl')],
        { logFile: log('inbox') },
      );
      spawned(running);
      await untilReady(running, () => answers(ports.inbox), 10_000);
      return running;
    }),
  ];
  if (mongo) all.push(keep('database', (spawned) => startMongo({ program: mongo, stateDir, port: ports.mongo, spawned })));
  if (temporal)
    all.push(
      keep('Temporal', (spawned) =>
        startTemporal({ binary: temporal, stateDir, port: ports.temporal, uiPort: ports.ui, namespace, spawned }),
      ),
    );
  await Promise.all(all);
  if (!mongo) return 'the one in MONGODB_URI';
  return mongo.kind === 'mongod' ? 'MongoDB' : 'SecantusDB 0.7.0b3, a beta for trying things out: NOT FOR PRODUCTION';
}

function environment(addresses: Addresses, ports: Readonly<Record<'api' | 'inbox', number>>): NodeJS.ProcessEnv {
  return {
    ...env,
    TZ: 'UTC',
    MARM_MODE: 'embedded',
    MARM_STATE_DIR: stateDir,
    MARM_API_PORT: String(ports.api),
    MARM_INBOX_PORT: String(ports.inbox),
    MARM_PUBLIC_URL: env['MARM_PUBLIC_URL'] ?? addresses.api,
    TEMPORAL_ADDRESS: addresses.temporal,
    TEMPORAL_NAMESPACE: namespace,
    MONGODB_URI: addresses.mongo,
    SMTP_URL: addresses.smtp,
  };
}

function setUp(childEnv: NodeJS.ProcessEnv): void {
  const { status, stderr } = spawnSync(process.execPath, [join(dist, 'persistence', 'setupMain.js')], { env: childEnv, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The database could not be set up: ${stderr.trim()}`);
}

async function untilAnswers(api: string): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await new Promise((next) => setTimeout(next, 150))) {
    const ready = await fetch(`${api}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
  }
  throw new Error(`The engine did not get ready within a minute. See the files in ${join(stateDir, 'logs')}.`);
}

function greet(addresses: Addresses, database: string): void {
  say(`
marm-engine is ready.

  API           ${addresses.api}   (contract: ${addresses.api}/openapi.json)
  Inbox         ${addresses.inbox}   every mail that the engine sends
  Temporal UI   ${addresses.temporalUi}   every case as a workflow
  Database      ${database}

Try, in another terminal:
  npx marm submit examples/referrals/s1-hoarding.json --clock 2026-03-26T15:20
  npx marm worklist
  npx marm inbox

Ctrl-C stops everything that was started here; the cases stay.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

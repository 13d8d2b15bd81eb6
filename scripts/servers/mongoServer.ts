import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MongoBinary } from 'mongodb-memory-server-core';
import mongoose from 'mongoose';
import { isExecutable, onPath } from './find';
import { run, untilReady } from './processes';
import type { Running } from './processes';

const exec = promisify(execFile);
const MONGOD_VERSION = '8.0.4';
const DAY_MS = 86_400_000;

/** A program that speaks MongoDB's protocol: MongoDB itself, or the embedded fallback. */
export interface MongoProgram {
  readonly kind: 'mongod' | 'secantus';
  readonly binary: string;
}

/** MongoDB where it can be had (environment, PATH, cache, download with a short patience), else SecantusDB, which is not for production. */
export async function obtainMongo(cacheDir: string, say: (line: string) => void): Promise<MongoProgram> {
  const named = process.env['MARM_MONGOD_BIN'] ?? onPath('mongod');
  if (named !== undefined && named !== '') return { kind: 'mongod', binary: named };
  const fallback = join(cacheDir, 'secantusdb-0.7.0b3', 'bin', 'secantusd-py');
  if (isExecutable(fallback)) return { kind: 'secantus', binary: fallback };
  const fetched = await fetchMongod(cacheDir, say);
  if (fetched !== undefined) return { kind: 'mongod', binary: fetched };
  await installSecantus(cacheDir, say);
  return { kind: 'secantus', binary: fallback };
}

async function fetchMongod(cacheDir: string, say: (line: string) => void): Promise<string | undefined> {
  const failed = join(cacheDir, 'mongod-unreachable');
  if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < DAY_MS) return undefined;
  mkdirSync(cacheDir, { recursive: true });
  if (!(await isReachable('https://fastdl.mongodb.org/'))) {
    writeFileSync(failed, '');
    return undefined;
  }
  say(`Fetching MongoDB ${MONGOD_VERSION} (about 100 MB) ...`);
  try {
    return await MongoBinary.getPath({ version: MONGOD_VERSION, downloadDir: cacheDir, checkMD5: true });
  } catch {
    writeFileSync(failed, '');
    return undefined;
  }
}

const isReachable = (url: string): Promise<boolean> =>
  fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(4_000) }).then(
    () => true,
    () => false,
  );

async function installSecantus(cacheDir: string, say: (line: string) => void): Promise<void> {
  say('Fetching SecantusDB 0.7.0b3 (about 40 MB), the embedded database for trying things out ...');
  const folder = join(cacheDir, 'secantusdb-0.7.0b3');
  rmSync(folder, { recursive: true, force: true });
  const lock = join(__dirname, '..', '..', '..', 'scripts', 'servers', 'secantus-requirements.txt');
  try {
    await exec('python3', ['-m', 'venv', folder]);
    await exec(join(folder, 'bin', 'pip'), [
      'install',
      '--quiet',
      '--require-hashes',
      '--no-deps',
      '-r',
      existsSync(lock) ? lock : join(__dirname, 'secantus-requirements.txt'),
    ]);
  } catch (error) {
    if (existsSync(folder)) renameSync(folder, `${folder}.failed-${Date.now()}`);
    throw new Error(
      `No database could be fetched. Install MongoDB 7 or newer and name it in MARM_MONGOD_BIN. (${error instanceof Error ? error.message.split('\n')[0] : ''})`,
    );
  }
}

export interface MongoServer extends Running {
  readonly uri: string;
  readonly kind: MongoProgram['kind'];
}

/** Starts the database on its folder; a restart on the same folder goes on where it was. */
export async function startMongo(options: {
  program: MongoProgram;
  stateDir: string;
  port: number;
  spawned?: (running: Running) => void;
}): Promise<MongoServer> {
  const { program, stateDir, port } = options;
  const data = join(stateDir, 'mongo', program.kind);
  mkdirSync(data, { recursive: true });
  const args =
    program.kind === 'mongod'
      ? ['--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', data, '--quiet']
      : ['--host', '127.0.0.1', '--port', String(port), '--storage-path', data, '--sync-on-commit'];
  const running = run('The database', program.binary, args, { logFile: join(stateDir, 'logs', 'mongo.log') });
  options.spawned?.(running);
  const uri = `mongodb://127.0.0.1:${port}/?directConnection=true`;
  await untilReady(running, () => pings(uri), 30_000);
  return { ...running, uri, kind: program.kind };
}

async function pings(uri: string): Promise<boolean> {
  const connection = await mongoose.createConnection(uri, { serverSelectionTimeoutMS: 1_000 }).asPromise();
  await connection.close();
  return true;
}

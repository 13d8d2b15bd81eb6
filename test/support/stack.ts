import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../../scripts/servers';
import { eventually } from './eventually';

/** Where the parts of a running engine are. */
export interface StackAddresses {
  readonly stateDir: string;
  readonly api: string;
  readonly inbox: string;
  readonly temporal: string;
  readonly mongo: string;
}

interface Locked {
  readonly name: string;
  readonly pid: number;
}

/** The engine as `npm start` brings it up, as a child of the test. */
export interface Stack extends StackAddresses {
  readonly supervisor: ChildProcess;
  /** Everything that it has said so far. */
  readonly said: () => string;
  /** The processes that its lock file names now. */
  children(): readonly Locked[];
  pidOf(name: string): number;
  /** Ctrl-C; gives the exit code. */
  interrupt(): Promise<number | null>;
}

const PROJECT = resolve(__dirname, '..', '..');

/** A folder of its own for a stack. */
export const newStateDir = (): string => mkdtempSync(join(tmpdir(), 'marm-stack-'));

/** The environment of a stack: ports that nobody listens on, and no spread, so that a deadline wakes at its instant. */
export async function stackEnv(stateDir: string): Promise<Record<string, string>> {
  return {
    MARM_STATE_DIR: stateDir,
    MARM_API_PORT: String(await freePort()),
    MARM_INBOX_PORT: String(await freePort()),
    MARM_SMTP_PORT: String(await freePort()),
    MARM_TEMPORAL_UI_PORT: String(await freePort()),
    MARM_SPREAD_S: '0',
  };
}

/** Runs `npm start`'s program without waiting for anything. */
export function spawnStart(env: Record<string, string>): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, [join(PROJECT, 'dist', 'scripts', 'start.js')], {
    cwd: PROJECT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const listen = (chunk: Buffer): void => {
    said += chunk.toString();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return { child, said: () => said };
}

/** Brings the engine up on a folder and waits until it says that it is ready. @throws Error with what it said instead */
export async function startStack(env: Record<string, string>): Promise<Stack> {
  const { child, said } = spawnStart(env);
  await eventually(() => {
    if (child.exitCode !== null) throw new Error(`the engine ended: ${said()}`);
    return said().includes('is ready');
  }, 60_000);
  const stateDir = env['MARM_STATE_DIR'] ?? '';
  return { ...readAddresses(stateDir), supervisor: child, said, ...lockOf(stateDir), interrupt: () => interrupt(child) };
}

/** The addresses that a running stack wrote down. */
export const readAddresses = (stateDir: string): StackAddresses => ({
  ...(JSON.parse(readFileSync(join(stateDir, 'addresses.json'), 'utf8')) as Omit<StackAddresses, 'stateDir'>),
  stateDir,
});

/** The one stack that the files of this layer share. @throws Error when the set-up did not start one */
export function sharedStack(): StackAddresses {
  const stateDir = process.env['MARM_TEST_STACK_DIR'];
  if (stateDir === undefined) throw new Error('MARM_TEST_STACK_DIR is not set: run this layer through npm run test:integration.');
  return readAddresses(stateDir);
}

/** The lock file of a state folder. */
export function lockOf(stateDir: string): Pick<Stack, 'children' | 'pidOf'> {
  const children = (): readonly Locked[] => {
    const file = join(stateDir, 'lock.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { children: readonly Locked[] }).children : [];
  };
  return {
    children,
    pidOf: (name) => {
      const found = children().find((one) => one.name === name);
      if (!found) throw new Error(`the lock file names no ${name}`);
      return found.pid;
    },
  };
}

/** True while a process of that number runs; a dead child that nobody has waited for does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return true;
  const text = readFileSync(stat, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2, text.lastIndexOf(')') + 3) !== 'Z';
}

const exitOf = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((done) =>
        child.once('exit', (code) => {
          done(code);
        }),
      );

async function interrupt(child: ChildProcess): Promise<number | null> {
  const ended = exitOf(child);
  child.kill('SIGINT');
  return ended;
}

/** The exit code of a start that is expected to end by itself. */
export const endOf = exitOf;

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createConnection } from 'node:net';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A child in its own process group, with its output in a file. */
export interface Running {
  readonly name: string;
  readonly child: ChildProcess;
  readonly logFile: string;
  /** Asks it to end, waits, then ends it. */
  stop(graceMs?: number): Promise<void>;
}

/** Starts a program whose output goes to a log file. Only what this function started is ever stopped. */
export function run(
  name: string,
  command: string,
  args: readonly string[],
  options: { logFile: string; env?: NodeJS.ProcessEnv },
): Running {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = openSync(options.logFile, 'a');
  const child = spawn(command, args, { stdio: ['ignore', log, log], detached: true, env: options.env ?? process.env });
  return { name, child, logFile: options.logFile, stop: (graceMs = 10_000) => stop(child, graceMs) };
}

/** True once a child has ended, by itself or by a signal. */
export const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function stop(child: ChildProcess, graceMs: number): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await ended;
  clearTimeout(timer);
}

/** Waits until a check holds. @throws Error with the end of the log when the child ends or time runs out; then nothing of it is left running */
export async function untilReady(running: Running, check: () => Promise<boolean>, timeoutMs: number): Promise<void> {
  const until = Date.now() + timeoutMs;
  while (Date.now() < until && !hasEnded(running.child)) {
    if (await check().catch(() => false)) return;
    await pause(100);
  }
  await running.stop(1_000);
  throw new Error(`${running.name} did not get ready. The end of ${running.logFile}:\n${tail(running.logFile)}`);
}

const tail = (file: string): string => readFileSync(file, 'utf8').split('\n').slice(-15).join('\n');

/** True if something answers on a loopback port. */
export const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.setTimeout(1_000);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('timeout', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });

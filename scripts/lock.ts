import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** One process as the lock file knows it. */
export interface LockedProcess {
  readonly name: string;
  readonly pid: number;
  /** As the system tells it; tells a process from a later one with the same number. */
  readonly startedAt: string;
  readonly command: string;
}

interface LockFile {
  readonly supervisor: LockedProcess;
  readonly children: readonly LockedProcess[];
}

/** What the system says of a process: start time and command; undefined if there is none. */
export function lookAt(pid: number): Pick<LockedProcess, 'startedAt' | 'command'> | undefined {
  try {
    if (process.platform !== 'linux') {
      const line = execFileSync('ps', ['-o', 'lstart=,command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
      return line === '' ? undefined : { startedAt: line.slice(0, 24), command: line.slice(25) };
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    return { startedAt: fields[19] ?? '', command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() };
  } catch {
    return undefined;
  }
}

/** True if the process of the lock still runs: same number, same start, same command. */
export function stillRuns(locked: LockedProcess): boolean {
  const now = lookAt(locked.pid);
  return now?.startedAt === locked.startedAt && now.command === locked.command;
}

/** The lock of a state folder: one stack at a time, and after a crash exactly its own left-over processes are ended. */
export function takeLock(file: string, say: (line: string) => void): { note(name: string, pid: number): void; release(): void } {
  const before = read(file);
  if (before && stillRuns(before.supervisor))
    throw new Error(
      `The engine runs already (process ${before.supervisor.pid}). Stop it with Ctrl-C there, or set MARM_STATE_DIR to another folder.`,
    );
  for (const child of before?.children ?? []) {
    if (!stillRuns(child)) continue;
    say(`Ending ${child.name}, left over from a run that died.`);
    endNow(child);
  }
  mkdirSync(dirname(file), { recursive: true });
  const self = describe('supervisor', process.pid);
  let children: readonly LockedProcess[] = [];
  const write = () => {
    // In one move, so that a crash never leaves half a file behind.
    writeFileSync(`${file}.new`, JSON.stringify({ supervisor: self, children } satisfies LockFile, null, 2));
    renameSync(`${file}.new`, file);
  };
  write();
  return {
    note(name, pid) {
      children = [...children.filter((one) => one.name !== name), describe(name, pid)];
      write();
    },
    release() {
      rmSync(file, { force: true });
    },
  };
}

// A dead process holds its ports and files until the last of its threads has gone.
function hasGone(child: LockedProcess): boolean {
  if (stillRuns(child)) return false;
  try {
    return readdirSync(`/proc/${child.pid}/task`).length <= 1;
  } catch {
    return true;
  }
}

function endNow(child: LockedProcess): void {
  process.kill(child.pid, 'SIGKILL');
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (let waits = 0; waits < 250 && !hasGone(child); waits += 1) Atomics.wait(sleeper, 0, 0, 20);
}

const describe = (name: string, pid: number): LockedProcess => ({ name, pid, ...(lookAt(pid) ?? { startedAt: '', command: '' }) });

function read(file: string): LockFile | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LockFile;
  } catch {
    return undefined;
  }
}

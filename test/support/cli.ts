import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';

const PROJECT = resolve(__dirname, '..', '..');

/** What a run of `marm` said, and how it ended. */
export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `marm` as a person would, against the engine of a state folder; `input` is its standard input. */
export function marm(stateDir: string, args: readonly string[], input = ''): Promise<CliRun> {
  // Without colours, also where somebody asks for them.
  const { FORCE_COLOR: _forced, ...own } = process.env;
  const env = { ...own, MARM_STATE_DIR: stateDir, NO_COLOR: '1' };
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [join(PROJECT, 'dist', 'cli', 'main.js'), ...args],
      { cwd: PROJECT, env },
      (error, out, err) => {
        done({ code: error ? Number(error.code) : 0, out, err });
      },
    );
    child.stdin?.end(input);
  });
}

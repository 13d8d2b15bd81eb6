import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../servers';

const exec = promisify(execFile);

/** The commands of the README that take the first case to its plan, one a line. @throws Error when the README has lost them */
export function firstScreenCommands(): readonly string[] {
  const readme = readFileSync(join(projectRoot(), 'README.md'), 'utf8');
  const [, block] = /<!-- first case -->\s*```sh\n([\s\S]*?)```/.exec(readme) ?? [];
  if (block === undefined) throw new Error('README.md has no block of commands after <!-- first case -->.');
  return block.trim().split('\n');
}

/** Pastes lines into a shell as a person would, in the folder of the project; the first that fails ends it. Gives what they print. */
export async function paste(lines: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const { stdout } = await exec('bash', ['-euo', 'pipefail', '-c', lines.join('\n')], {
    cwd: projectRoot(),
    env: { ...process.env, NO_COLOR: '1', ...env },
    maxBuffer: 10_000_000,
  });
  return stdout;
}

/** Pastes the README's commands up to and with the first that has `last` in it, or all; gives the case's reference and what was printed. */
export async function pasteUpTo(last: string | null, stateDir: string): Promise<{ readonly ref: string; readonly printed: string }> {
  const all = firstScreenCommands();
  const end = last === null ? all.length : all.findIndex((line) => line.includes(last)) + 1;
  const printed = await paste([...all.slice(0, end), 'echo "reference: $REF"'], { MARM_STATE_DIR: stateDir });
  const [, ref] = /^reference: (\S+)$/m.exec(printed) ?? [];
  if (ref === undefined || end === 0) throw new Error(`The commands of the README gave no case:\n${printed}`);
  return { ref, printed };
}

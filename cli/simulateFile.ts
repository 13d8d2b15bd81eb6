import { simulate } from '../domain';
import type { Entry, Script } from '../domain';
import { CliError } from './client';
import { readJson } from './files';

/** Runs a script of dated commands through the rules; no server is needed. @throws CliError that names file, place and remedy */
export function simulateFile(file: string): readonly Entry[] {
  const script = readJson(file);
  const shape = shapeProblem(script);
  if (shape !== undefined) throw new CliError(`${file}: ${shape}`);
  const result = simulate(script as unknown as Script);
  if ('problems' in result) throw new CliError(result.problems.map(({ place, message }) => `${file}${place}: ${message}`).join('\n'));
  return result.entries;
}

function shapeProblem({ profile, until, steps }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof profile !== 'string' || typeof until !== 'string')
    return '"profile" and "until" must be texts, such as "oxfordshire" and "2026-07-31".';
  if (!Array.isArray(steps)) return '"steps" must be a list of {at, command, data}.';
  const wrong = steps.findIndex(
    (step: unknown) =>
      typeof step !== 'object' ||
      step === null ||
      !('at' in step) ||
      typeof step.at !== 'string' ||
      !('command' in step) ||
      typeof step.command !== 'string',
  );
  return wrong < 0 ? undefined : `/steps/${wrong} must have "at", "command" and "data".`;
}

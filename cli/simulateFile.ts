import { endOfDay, findProfile, londonDateOf, readInstant, simulate } from '../domain';
import type { CaseState, Entry, ProtocolProfile, Script } from '../domain';
import { CliError } from './client';
import { readJson } from './files';

/** Runs a script of dated commands through the rules; no server is needed. @throws CliError that names file, place and remedy */
export const simulateFile = (file: string): readonly Entry[] => run(file, readScript(file)).entries;

/** The case of a script at the end of the day of its last step. @throws CliError that names file, place and remedy */
export function caseOfFile(file: string): { readonly state: CaseState; readonly profile: ProtocolProfile; readonly now: number } {
  const script = readScript(file);
  const last = readInstant(script.steps.at(-1)?.at ?? '');
  const until = last === undefined ? script.until : londonDateOf(last);
  const { state } = run(file, { ...script, until });
  const profile = findProfile(script.profile, script.version);
  if (!state || !profile) throw new CliError(`${file}/steps: no case begins here. Let the first step be a referral or a call.`);
  return { state, profile, now: Math.max(state.lastAt, endOfDay(until)) };
}

function readScript(file: string): Script {
  const script = readJson(file);
  const shape = shapeProblem(script);
  if (shape !== undefined) throw new CliError(`${file}: ${shape}`);
  return script as unknown as Script;
}

function run(file: string, script: Script): Exclude<ReturnType<typeof simulate>, { problems: unknown }> {
  const result = simulate(script);
  if ('problems' in result) throw new CliError(result.problems.map(({ place, message }) => `${file}${place}: ${message}`).join('\n'));
  return result;
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

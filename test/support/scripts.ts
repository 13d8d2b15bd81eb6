import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clockViews, endOfDay, findProfile, simulate } from '../../domain';
import type { CaseState, Entry, Script, ScriptStep } from '../../domain';

/** A script of the examples, by its name. */
export const script = (name: string): Script =>
  JSON.parse(readFileSync(join(__dirname, '..', '..', 'examples', 'scripts', `${name}.json`), 'utf8')) as Script;

/** Runs a script that must be sound and gives its lines; `change` may alter its steps first. */
export function entriesOf(
  name: string,
  change: (steps: readonly ScriptStep[]) => readonly ScriptStep[] = (steps) => steps,
  more: Partial<Script> = {},
): readonly Entry[] {
  const read = script(name);
  const result = simulate({ ...read, ...more, steps: change(read.steps) });
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.entries;
}

/** The case at the end of a day, as far as its script had gone by then; `change` may alter its steps first. */
export function stateOn(
  name: string,
  until: string,
  change: (steps: readonly ScriptStep[]) => readonly ScriptStep[] = (steps) => steps,
): CaseState {
  const read = script(name);
  const result = simulate({ ...read, steps: change(read.steps).filter((one) => one.at.slice(0, 10) <= until), until });
  if ('problems' in result || !result.state) throw new Error('the script is not sound');
  return result.state;
}

/** The running deadlines of a clock at the end of a day, as 'key due date'. */
export function dueOn(name: string, until: string, clock: string): readonly string[] {
  const state = stateOn(name, until);
  return clockViews(state, findProfile(state.profile.id)!, endOfDay(until))
    .filter((one) => one.clock === clock)
    .map((one) => `${one.key} ${one.dueOn}`);
}

/** The London days on which a clock speaks, each once, in order. All planned messages go at 09:00, so the UTC day is the London day. */
export const daysOf = (entries: readonly Entry[], clock: string): readonly string[] => [
  ...new Set(entries.filter((one) => one.kind === 'notice' && one.clock === clock).map((one) => one.at.slice(0, 10))),
];

/** The messages of a UTC day, as 'notice threshold roles'. */
export const messagesOn = (entries: readonly Entry[], day: string): readonly string[] =>
  entries
    .filter((one) => one.kind === 'notice' && one.at.startsWith(day))
    .map((one) => `${one.notice ?? ''} ${one.threshold ?? '-'} ${one.to.join('+')}`);

/** Steps without those of a command. */
export const without =
  (...commands: readonly string[]) =>
  (steps: readonly ScriptStep[]): readonly ScriptStep[] =>
    steps.filter((step) => !commands.includes(step.command));

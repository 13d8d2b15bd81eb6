import { endOfDay, fromIso, isLondonDate, readInstant } from '../calendar';
import { checkData } from '../case/commands/check';
import { COMMANDS, isCommandName } from '../case/commands/table';
import { CASE_ROLES } from '../case/codes';
import type { Draft, Holder } from '../case/command';
import type { CaseState } from '../case/state';
import { OPENING_COMMANDS } from '../case/stages';
import { takeStep } from '../case/step';
import { findProfile, PROFILES } from '../profiles';
import type { ProtocolProfile } from '../profiles';
import { commandEntry, entriesOf, refusalEntry } from './entries';
import type { Entry } from './entries';

/** A script of dated commands. `at` is London local time (`2026-03-26T15:20`) or an instant with `Z`; `until` is a London date. */
export interface Script {
  readonly profile: string;
  readonly version?: string;
  readonly until: string;
  /** Replaces the locality's closure days, to try them out. */
  readonly localClosureDays?: readonly string[];
  readonly steps: readonly ScriptStep[];
}

export interface ScriptStep {
  readonly at: string;
  readonly command: string;
  readonly occurredOn?: string;
  readonly actor?: string;
  /** Of a call: the convening worker's own service, which takes part in the case. */
  readonly service?: string;
  /** Where people work, by person: for a role that is put to another organisation. */
  readonly organisations?: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What is wrong with a script, where, and what to do. */
export interface ScriptProblem {
  /** JSON pointer into the script. */
  readonly place: string;
  readonly message: string;
}

export type Simulation =
  { readonly entries: readonly Entry[]; readonly state: CaseState | null } | { readonly problems: readonly ScriptProblem[] };

/**
 * Runs a script through the rules: those of its profile, or others to try them out. Refused steps appear as such and the run goes on; a
 * faulty script gives its problems and runs nothing.
 */
export function simulate(script: Script, profile: ProtocolProfile | undefined = findProfile(script.profile, script.version)): Simulation {
  const problems = [...checkHead(script, profile), ...script.steps.flatMap(checkStep)];
  if (problems.length > 0 || !profile) return { problems };
  const local = script.localClosureDays === undefined ? profile : { ...profile, localClosureDays: script.localClosureDays };
  return run(script, local);
}

function run(script: Script, profile: ProtocolProfile): Simulation {
  const entries: Entry[] = [];
  let state: CaseState | null = null;
  for (const [n, step] of script.steps.entries()) {
    const next: Played = play(state, step, n, pinnedBy(state, profile));
    entries.push(...next.entries);
    state = next.state;
  }
  if (!state) return { entries: inOrder(entries), state };
  const end = takeStep(state, pinnedBy(state, profile), Math.max(state.lastAt, endOfDay(script.until)));
  return 'refusal' in end
    ? { entries: inOrder(entries), state }
    : { entries: inOrder([...entries, ...entriesOf(end.settled)]), state: end.state };
}

// The rules that a case is pinned to: the ones it began with until a step moves it.
const pinnedBy = (state: CaseState | null, began: ProtocolProfile): ProtocolProfile =>
  state === null || state.profile.version === began.version ? began : (findProfile(state.profile.id, state.profile.version) ?? began);

interface Played {
  readonly state: CaseState | null;
  readonly entries: readonly Entry[];
}

function play(state: CaseState | null, step: ScriptStep, n: number, profile: ProtocolProfile): Played {
  const at = readInstant(step.at) ?? 0;
  const taken = takeStep(state, profile, at, draftOf(step, n));
  const settled = entriesOf(taken.settled);
  if ('refusal' in taken) return { state: taken.base, entries: [...settled, refusalEntry(at, step.command, taken.refusal)] };
  return { state: taken.state, entries: [...settled, commandEntry(at, step.command), ...entriesOf(taken.decided)] };
}

function draftOf(step: ScriptStep, n: number): Draft {
  return {
    type: step.command,
    id: `step-${n}`,
    actor: step.actor ?? 'simulated',
    data: step.data,
    holders: everyHolder(step),
    ...(step.organisations === undefined ? {} : { organisations: step.organisations }),
    ...(step.occurredOn === undefined ? {} : { occurredOn: step.occurredOn }),
  } as unknown as Draft;
}

const APPOINTED_LATER: readonly string[] = ['CHAIR', 'NOTE_TAKER', 'RELATIONSHIP_HOLDER', 'ADVOCATE'];

// In a simulation every office has a holder, so that only what the script says is vacant is vacant.
function everyHolder(step: ScriptStep): readonly Holder[] {
  if (isOpening(step.command)) {
    const offices = CASE_ROLES.filter((role) => !APPOINTED_LATER.includes(role));
    return [
      ...offices.map((role) => ({ role, person: `simulated-${role.toLowerCase()}` })),
      ...(step.service === undefined ? [] : peopleOf(step.service)),
      ...namedIn(step.data).flatMap(peopleOf),
    ];
  }
  return namedIn(step.data).flatMap(peopleOf);
}

const isOpening = (command: string): boolean => OPENING_COMMANDS.some((one) => one === command);

const peopleOf = (service: string): readonly Holder[] => [
  { role: 'LEAD_WORKER', service, person: `simulated-lead-${service}` },
  { role: 'RESPONSIBLE_MANAGER', service, person: `simulated-manager-${service}` },
  { role: 'SAFEGUARDING_LEAD', service, person: `simulated-safeguarding-${service}` },
];

// Every service that a step names, however deep.
function namedIn(data: unknown): readonly string[] {
  if (Array.isArray(data)) return [...new Set(data.flatMap(namedIn))];
  if (typeof data !== 'object' || data === null) return [];
  const here = 'service' in data && typeof data.service === 'string' ? [data.service] : [];
  return [...new Set([...here, ...Object.values(data).flatMap(namedIn)])];
}

const localities = [...new Set(PROFILES.map(({ id }) => id))];

function checkHead(script: Script, profile: ProtocolProfile | undefined): readonly ScriptProblem[] {
  return [
    ...(profile ? [] : [{ place: '/profile', message: `There is no such profile. There are: ${localities.join(', ')}.` }]),
    ...(isLondonDate(script.until) ? [] : [{ place: '/until', message: 'Give a day such as 2026-07-31.' }]),
  ];
}

function checkStep(step: ScriptStep, n: number, steps: readonly ScriptStep[]): readonly ScriptProblem[] {
  const place = `/steps/${n}`;
  const at = readInstant(step.at);
  const before = n > 0 ? readInstant(steps[n - 1]?.at ?? '') : undefined;
  if (at === undefined) return [{ place: `${place}/at`, message: 'Give a London time such as 2026-03-26T15:20, or an instant with Z.' }];
  if (before !== undefined && at < before) return [{ place: `${place}/at`, message: 'Steps must be in order of time.' }];
  if (!isCommandName(step.command))
    return [{ place: `${place}/command`, message: `There is no such command. Commands: ${Object.keys(COMMANDS).join(', ')}.` }];
  if (step.occurredOn !== undefined && !isLondonDate(step.occurredOn))
    return [{ place: `${place}/occurredOn`, message: 'Give a day such as 2026-03-26.' }];
  return checkData(step.command, step.data).map(({ pointer, message }) => ({ place: `${place}/data${pointer}`, message }));
}

// Stable: what happened at one instant stays in the order in which it followed.
const inOrder = (entries: readonly Entry[]): readonly Entry[] => [...entries].sort((a, b) => (fromIso(a.at) ?? 0) - (fromIso(b.at) ?? 0));

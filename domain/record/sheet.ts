import { rolesOf } from '../case/holders';
import { COMMANDS, isCommandName } from '../case/commands/table';
import type { CommandName } from '../case/commands/table';
import { applyCommit } from '../case/evolve';
import type { Addressee } from '../case/events';
import type { CaseState } from '../case/state';
import { clockViews } from '../clocks/explain';
import type { ClockView } from '../clocks/explain';
import { findProfile } from '../profiles';
import { dataOf } from './dataOf';
import { DECISIONS, valueAt } from './decisions';
import type { DecisionRow } from './decisions';
import type { RecordedStep } from './step';

/** One field of a decision as it was filled in; texts are references. */
export interface DecisionField {
  readonly field: string;
  readonly value: unknown;
}

/** A decision on record: who, when, in which role, what and why, and by which rule. */
export interface DecisionOnRecord {
  readonly seq: number;
  readonly at: number;
  readonly command: CommandName;
  readonly what: string;
  readonly by: string;
  readonly roles: readonly Addressee[];
  readonly answer: readonly DecisionField[];
  readonly why: readonly DecisionField[];
  readonly dissent: readonly DecisionField[];
  readonly takingPart: readonly DecisionField[];
  /** The paragraph behind the command, or 'local default'. */
  readonly rule: string;
}

/** What was known when a decision was made: the case as it stood after the entry before it. */
export interface KnownThen {
  readonly asOf: number;
  readonly state: CaseState;
  readonly clocks: readonly ClockView[];
}

/** What followed a decision: the entries after it, by what they were. */
export interface Followed {
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly command: string | null;
  readonly facts: readonly string[];
}

/** How many entries after a decision are shown as what followed. */
export const MOST_FOLLOWING = 12;

/** The row of a step that is a decision; null where it is none. */
export function decisionIn(step: RecordedStep): (DecisionRow & { readonly command: CommandName }) | null {
  const { command } = step;
  const row = command !== null && isCommandName(command) ? DECISIONS[command] : null;
  if (!row || command === null || !isCommandName(command)) return null;
  return row.onlyWith === null || valueAt(dataOf(step), row.onlyWith) !== undefined ? { ...row, command } : null;
}

/** Every decision on record, oldest first. */
export function decisionsIn(steps: readonly RecordedStep[]): readonly DecisionOnRecord[] {
  let state: CaseState | null = null;
  return steps.flatMap((step) => {
    const before: CaseState | null = state;
    state = applyCommit(before, step);
    // Who opens a case holds its first role from that step on.
    const found = decisionOf(step, before ?? state);
    return found ? [found] : [];
  });
}

function decisionOf(step: RecordedStep, state: CaseState): DecisionOnRecord | null {
  const row = decisionIn(step);
  if (!row) return null;
  const data = dataOf(step);
  const filled = (fields: readonly string[]): readonly DecisionField[] =>
    fields.map((field) => ({ field, value: valueAt(data, field) })).filter(({ value }) => value !== undefined);
  const { seq, at, actor } = step;
  const { command, what } = row;
  return {
    ...{ seq, at, command, what, by: actor, roles: rolesOf(state, actor), rule: COMMANDS[command].source },
    ...{ answer: filled(row.answer), why: filled(row.why), dissent: filled(row.dissent), takingPart: filled(row.takingPart) },
  };
}

/** The case as it stood before an entry, with its running deadlines at the moment of that entry; null before the first one. */
export function knownBefore(steps: readonly RecordedStep[], seq: number): KnownThen | null {
  const before = steps.filter((step) => step.seq < seq);
  const at = steps.find((step) => step.seq === seq)?.at ?? 0;
  const state = before.reduce<CaseState | null>(applyCommit, null);
  const profile = state && findProfile(state.profile.id, state.profile.version);
  return state && profile ? { asOf: before.at(-1)?.seq ?? 0, state, clocks: clockViews(state, profile, at) } : null;
}

/** The entries after a decision, the first few of them. */
export const followedBy = (steps: readonly RecordedStep[], seq: number): readonly Followed[] =>
  steps
    .filter((step) => step.seq > seq)
    .slice(0, MOST_FOLLOWING)
    .map(({ seq: entry, at, actor, command, events }) => ({
      seq: entry,
      at,
      by: actor,
      command,
      facts: [...new Set(events.map(({ type }) => type))],
    }));

import type { LondonDate } from '../../calendar';
import type { CommandData, CommandName } from '../commands/table';
import type { DecideContext, Decision } from '../decide/context';
import { withEntry } from '../evolve/entries';
import type { Entry } from '../regions/entries';
import type { CaseState } from '../state';

type Given = CommandData<'correctEntry'>;

/** What is corrected: the entry as the index has it, and what the command names beside the field. */
export interface Target {
  readonly entry: Entry;
  readonly data: Given;
}

/** Which part of the command carries the right value. */
export type ValueKind = 'date' | 'code' | 'rating' | 'service' | 'text';

/** One field of a command that can be corrected, and what its right value means for the case. */
export interface CorrectableField {
  readonly value: ValueKind;
  /** The list that a code must come from. */
  readonly of?: readonly string[];
  /** True for a day on which something happened: it cannot lie ahead. */
  readonly past?: true;
  /** What the command must name beside the value. */
  readonly needs?: 'service' | 'action';
  /** False where this entry did not record the field. */
  applies?(entry: Entry): boolean;
  /** The value that stands, where the state knows it: the same again is refused. */
  now?(state: CaseState, target: Target): string | undefined;
  /** Why the value does not fit what else is on record. */
  wrong?(target: Target, context: DecideContext): Decision | undefined;
  /** Puts the right value into the state; the record itself is not changed. */
  into(state: CaseState, target: Target): CaseState;
}

/** How to take back what an entry meant for the case. */
export type Undo = (state: CaseState, entry: Entry) => CaseState;

/** What can be mended of the entries of one command; without `undo` an entry can be corrected but not retracted. */
export interface Mendable {
  readonly fields: Readonly<Record<string, CorrectableField>>;
  readonly undo?: Undo;
}
export type MendableTable = { readonly [N in CommandName]?: Mendable };

/** For an entry that the record keeps and no rule asks for: there is nothing to take back. */
export const NOTHING_TO_UNDO: Undo = (state) => state;

type Change = (state: CaseState, target: Target, date: LondonDate) => CaseState;
type More = Partial<Omit<CorrectableField, 'value' | 'into'>>;

/** The day on which the fact of an entry happened. `into` is what else follows from it. */
export const day = (into: Change = (state) => state, more: More = {}): CorrectableField => ({
  value: 'date',
  past: true,
  applies: (entry) => entry.on !== undefined,
  now: (_state, { entry }) => entry.on,
  into: (state, target) => {
    const { date } = target.data;
    return date === undefined ? state : withEntry(into(state, target, date), target.entry.seq, { on: date });
  },
  ...more,
});

/** A date that lies ahead, such as a due date. */
export const ahead = (into: Change, more: More = {}): CorrectableField => ({
  value: 'date',
  into: (state, target) => (target.data.date === undefined ? state : into(state, target, target.data.date)),
  ...more,
});

/** A code of a list. Without `into` the correction is for the record only. */
export const code = (of: readonly string[], into: (state: CaseState, target: Target) => CaseState = (state) => state, more: More = {}) =>
  ({ value: 'code', of, into, ...more }) satisfies CorrectableField;

/** A text: the correction is for the record only. */
export const TEXT: CorrectableField = { value: 'text', into: (state) => state };

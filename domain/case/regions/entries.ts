import type { LondonDate } from '../../calendar';
import type { CommandName } from '../commands/table';

/** One entry of the record that a person made: enough to correct or retract it, nothing of its content. */
export interface Entry {
  /** The commit in which it stands. */
  readonly seq: number;
  /** The command that recorded it. */
  readonly fact: CommandName;
  /** What it is about: `meeting:1`, `action:<id>`, `gap:<id>`, `plan:2/<service>` or `-`. */
  readonly key: string;
  /** The day on which it happened, as it now stands (London date). */
  readonly on?: LondonDate;
  /** The review date that it agreed, as it now stands (London date). */
  readonly reviewOn?: LondonDate;
  readonly retracted?: true;
}

/** What people recorded, oldest first. */
export type Entries = readonly Entry[];

/** So that the state stays under 128 KB: the newest are kept, about 100 bytes each. */
export const MOST_ENTRIES = 250;

export const NEW_ENTRIES: Entries = [];

/** True for the newest entry that stands of its kind, about the same thing. */
export const isNewest = (entries: Entries, entry: Entry): boolean =>
  entries.filter((one) => one.fact === entry.fact && one.key === entry.key && one.retracted !== true).at(-1)?.seq === entry.seq;

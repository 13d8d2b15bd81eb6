import type { Instant, LondonDate } from '../calendar';
import type { Role, SOURCES_OF_FACTS } from './codes';
import type { CommandData, CommandName } from './commands/table';

/** Who holds a role, as the directory says at the time of the command; the core never looks anything up itself. */
export interface Holder {
  readonly role: Role;
  readonly service?: string;
  readonly person: string;
}

/** What every command carries beside its data. */
export interface CommandEnvelope {
  /** Base32 of SHA-256(subject, route, key): makes every retry safe. */
  readonly id: string;
  /** The person who gives the command, by directory id; 'system' for the engine. */
  readonly actor: string;
  /** The day on which the fact happened, if not today (London date, never in the future). */
  readonly occurredOn?: LondonDate;
  readonly informant?: string;
  readonly source?: (typeof SOURCES_OF_FACTS)[number];
  /** Refused with STALE_SEQ if the case has moved on from this commit. */
  readonly expectedSeq?: number;
  /** Filled in by the API from the directory, never by a client. */
  readonly holders?: readonly Holder[];
  /** Where the people work whom a change of roles is about, by directory id. Filled in by the API from the directory, never by a client. */
  readonly organisations?: Readonly<Record<string, string>>;
}

/** A command as it travels to the workflow, before the workflow stamps its time. */
export type Draft<N extends CommandName = CommandName> = {
  [K in N]: CommandEnvelope & { readonly type: K; readonly data: CommandData<K> };
}[N];

/** A command with the instant that the workflow gave it. */
export type CaseCommand<N extends CommandName = CommandName> = Draft<N> & { readonly at: Instant };

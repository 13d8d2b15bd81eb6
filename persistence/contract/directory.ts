import type { Instant, LondonDate } from '../../domain/calendar';
import type { Role } from '../../domain/case/codes';
import type { Books } from '../../domain/directory/change/books';
import type { DirectoryChanges, Organisation, Person, Service } from '../../domain/directory/entries';
import type { OfficeHeld } from '../../domain/directory/offices';

export type { Organisation, Person, Service } from '../../domain/directory/entries';

/** A hand-over as it was begun, so that it can be gone on with. */
export interface HandOver {
  readonly from: string;
  readonly to: string;
  readonly items: readonly HandOverItem[];
  /** How many roles and actions were left for a next one. */
  readonly left: number;
}

/** One role of a case, or one action that names the person. */
export interface HandOverItem {
  readonly ref: string;
  readonly role?: Role;
  readonly service?: string;
  readonly action?: string;
}

/** One change of the directory: what was done, by whom, and the entries before and after. Insert only. */
export interface DirectoryChange {
  readonly number: number;
  readonly commandId: string;
  readonly at: Instant;
  readonly by: string;
  readonly what: DirectoryWork;
  /** Ids of people, organisations and services that it touched, and the names of offices that changed hands. */
  readonly about: readonly string[];
  readonly changes: DirectoryChanges;
  readonly handOver?: HandOver;
}

/** The kinds of work on the directory. */
export type DirectoryWork =
  | 'ADD_PERSON'
  | 'CHANGE_PERSON'
  | 'SET_OFFICES'
  | 'SET_ABSENCES'
  | 'RECORD_LEAVING'
  | 'HAND_OVER'
  | 'ADD_ORGANISATION'
  | 'CHANGE_ORGANISATION'
  | 'SAVE_SERVICE'
  | 'IMPORT';

/** Which people are asked for; all filters that are given hold together. */
export interface PeopleQuery {
  readonly organisation?: string;
  readonly service?: string;
  readonly office?: OfficeHeld;
  readonly active?: boolean;
  /** An opaque cursor of an answer before. */
  readonly after?: string;
  readonly limit: number;
}

/** One page, and the cursor of the next one; null after the last. */
export interface Page<T> {
  readonly found: readonly T[];
  readonly next: string | null;
}

export interface Directory {
  person(id: string): Promise<Person | null>;
  people(): Promise<readonly Person[]>;
  officeHolder(role: Role, locality: string): Promise<Person | null>;
  /** Who acts for somebody on a day: the person, else who stands in; null when nobody does. */
  holderToday(id: string, on: LondonDate): Promise<Person | null>;
  service(id: string): Promise<(Service & { organisation: string }) | null>;
  organisation(id: string): Promise<Organisation | null>;
  organisations(): Promise<readonly Organisation[]>;
  /** People by id. */
  list(query: PeopleQuery): Promise<Page<Person>>;
  /** Replaces the directory entries given, without a record: for seeding. */
  save(entries: { people: readonly Person[]; organisations: readonly Organisation[] }): Promise<void>;
  isEmpty(): Promise<boolean>;
}

/** The record of what was changed in the directory, and the one way to change it. */
export interface DirectoryRecord {
  /** The whole directory as it stands, with the number of the change that it has come to. Brings entries up to date that a crash left behind. */
  books(): Promise<Books & { readonly head: number }>;
  /**
   * Records a change and brings the entries up to date: all of it or nothing. 'stale' when somebody else has changed the directory since `head`;
   * a change of a command that is recorded already is given back as it stands.
   */
  record(change: Omit<DirectoryChange, 'number'>, head: number): Promise<DirectoryChange | 'stale'>;
  byCommand(commandId: string): Promise<DirectoryChange | null>;
  /** What was changed about a person, an organisation, a service or an office, the newest first. */
  about(subject: string, query: { readonly after?: string; readonly limit: number }): Promise<Page<DirectoryChange>>;
}

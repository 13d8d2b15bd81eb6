import type { LondonDate } from '../calendar';
import type { OfficeHeld } from './offices';

/** Days on which somebody is away, both included, and who stands in; nobody where null. */
export interface AbsencePeriod {
  readonly from: LondonDate;
  readonly to: LondonDate;
  readonly standsIn: string | null;
}

/** The last day of somebody who leaves, and who acts from then on. */
export interface Leaving {
  readonly on: LondonDate;
  readonly to: string | null;
}

/** A name that somebody had, to the end of a day. */
export interface FormerName {
  readonly name: string;
  readonly until: LondonDate;
}

/** Somebody who works on cases, as the directory knows them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** Earlier names, oldest first: an old record is read with the name of its day. */
  readonly formerNames?: readonly FormerName[];
  readonly email: string | null;
  /** For whoever must ring: shown to contacts of a lapsed case. */
  readonly telephone?: string;
  readonly organisation: string;
  readonly service: string | null;
  /** Offices held for a locality, such as COORDINATOR (the MARM Officer) of oxfordshire. */
  readonly offices: readonly OfficeHeld[];
  readonly manager: string | null;
  /** False for somebody who may not sign in and gets no message. */
  readonly active: boolean;
  readonly absences?: readonly AbsencePeriod[];
  readonly leaving?: Leaving;
  /** The number of the change that wrote it last; none before the first. */
  readonly version?: number;
}

/** A team within an organisation: what takes part in cases. */
export interface Service {
  readonly id: string;
  readonly name: string;
  readonly leadWorker: string | null;
  readonly responsibleManager: string | null;
  /** Its head or safeguarding lead, who holds the third stage of a challenge; the responsible manager where none is given. */
  readonly safeguardingLead?: string;
}

/** An agency with its services. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** Null for one that works in several localities. */
  readonly locality: string | null;
  readonly services: readonly Service[];
  /** Who keeps its people up to date beside the administrator of the directory. */
  readonly manager?: string;
  /** Mail domains that are the organisation's own; any where none is given. */
  readonly mailDomains?: readonly string[];
  /** The number of the change that wrote it last; none before the first. */
  readonly version?: number;
}

/** One entry before and after a change; before is null for a new one. */
export interface Changed<T> {
  readonly before: T | null;
  readonly after: T;
}

/** What one change does to the directory: all of it or nothing. */
export interface DirectoryChanges {
  readonly people: readonly Changed<Person>[];
  readonly organisations: readonly Changed<Organisation>[];
}

export const NO_CHANGES: DirectoryChanges = { people: [], organisations: [] };

/** True where nothing would change. */
export const isEmptyChange = ({ people, organisations }: DirectoryChanges): boolean => people.length + organisations.length === 0;

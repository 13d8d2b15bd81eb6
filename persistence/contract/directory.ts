import type { Role } from '../../domain/case/codes';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** For whoever must ring: shown to contacts of a lapsed case. */
  readonly telephone?: string;
  readonly organisation: string;
  readonly service: string | null;
  /** Offices held for a locality, such as COORDINATOR (the MARM Officer) of oxfordshire. */
  readonly offices: readonly { readonly role: Role; readonly locality: string }[];
  readonly manager: string | null;
  readonly active: boolean;
}
export interface Service {
  readonly id: string;
  readonly name: string;
  readonly leadWorker: string | null;
  readonly responsibleManager: string | null;
  /** Its head or safeguarding lead, who holds the third stage of a challenge; the responsible manager where none is given. */
  readonly safeguardingLead?: string;
}
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly locality: string | null;
  readonly services: readonly Service[];
}
export interface Directory {
  person(id: string): Promise<Person | null>;
  people(): Promise<readonly Person[]>;
  officeHolder(role: Role, locality: string): Promise<Person | null>;
  service(id: string): Promise<(Service & { organisation: string }) | null>;
  organisation(id: string): Promise<Organisation | null>;
  organisations(): Promise<readonly Organisation[]>;
  /** Replaces the directory entries given (used by seeding and administration). */
  save(entries: { people: readonly Person[]; organisations: readonly Organisation[] }): Promise<void>;
  isEmpty(): Promise<boolean>;
}

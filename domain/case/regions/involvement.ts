import type { LondonDate } from '../../calendar';
import type { Role } from '../codes';
import type { Holder } from '../command';

/** A role put to somebody of another organisation, who has still to accept it. Until then the old holder keeps the duty. */
export interface RoleProposal {
  readonly role: Role;
  readonly service?: string;
  readonly person: string;
  readonly by: string;
  readonly on: LondonDate;
  /** Who comes with the new holder, such as the own manager. */
  readonly brings: readonly Holder[];
}

/** A holder who is away: messages go to the deputy on these London dates, both included. */
export interface Absence {
  readonly person: string;
  readonly from: LondonDate;
  readonly until: LondonDate;
  readonly deputy: string;
}

/** A service that has left: it sees nothing more, and messages that are still owed to it find its people. */
export interface DepartedService {
  readonly service: string;
  readonly leadWorker: string | null;
  readonly responsibleManager: string | null;
  readonly safeguardingLead?: string;
  readonly on: LondonDate;
}

/** Who comes, who is away and who has left. */
export interface Involvement {
  readonly proposals: readonly RoleProposal[];
  readonly absences: readonly Absence[];
  readonly departed: readonly DepartedService[];
  /** Services that get the plan although no plan of this case named them, and those that no longer get it. */
  readonly planRecipients: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

export const NEW_INVOLVEMENT: Involvement = {
  proposals: [],
  absences: [],
  departed: [],
  planRecipients: { added: [], removed: [] },
};

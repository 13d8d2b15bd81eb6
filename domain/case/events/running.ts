import type { LondonDate } from '../../calendar';
import type { Role } from '../codes';
import type { CommandData } from '../commands/table';
import type { Absence, RoleProposal } from '../regions/involvement';

/** Who does what, and what could not be delivered. */
export interface RunningEvents {
  RoleAssigned: { role: Role; service?: string; person: string };
  RoleVacated: { role: Role; service?: string; on: LondonDate };
  /** A role is put to somebody of another organisation. */
  RoleProposed: RoleProposal;
  AbsenceSet: Absence & { on: LondonDate; data: CommandData<'setAbsence'> };
  InvolvementEnded: { service: string; on: LondonDate; keepsPlan: boolean; data: CommandData<'endInvolvement'> | null };
  DeliveryFailureRecorded: { data: CommandData<'recordDeliveryFailure'> };
}

import type { LondonDate } from '../../calendar';
import type { Role } from '../codes';
import type { CommandData } from '../commands/table';

/** Who does what, and what could not be delivered. */
export interface RunningEvents {
  RoleAssigned: { role: Role; service?: string; person: string };
  RoleVacated: { role: Role; service?: string; on: LondonDate };
  DeliveryFailureRecorded: { data: CommandData<'recordDeliveryFailure'> };
}

import type { LondonDate } from '../../calendar';
import type { ClockId, Role } from '../codes';
import type { CommandData } from '../commands/table';

/** Who does what, and what could not be delivered. */
export interface RunningEvents {
  RoleAssigned: { role: Role; service?: string; person: string };
  RoleVacated: { role: Role; service?: string; on: LondonDate };
  /** The repeats of a deadline are silent until 09:00 of `until`; a held challenge is the same. */
  OverdueAcknowledged: { clock: ClockId; key: string; until: LondonDate; on: LondonDate; reasonRef: string };
  DeliveryFailureRecorded: { data: CommandData<'recordDeliveryFailure'> };
}

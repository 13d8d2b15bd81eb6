import type { LondonDate } from '../../calendar';
import type { ClockId, Role } from '../codes';
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
  /** The repeats of a deadline are silent until 09:00 of `until`; a held challenge is the same. */
  OverdueAcknowledged: { clock: ClockId; key: string; until: LondonDate; on: LondonDate; reasonRef: string };
  TimerOverridden: {
    clock: ClockId;
    key: string;
    anchorOn: LondonDate;
    instead: LondonDate;
    due: { on: LondonDate } | { workingDays: number };
    on: LondonDate;
    data: CommandData<'overrideTimer'>;
  };
  ClocksPaused: { from: LondonDate; until: LondonDate; data: CommandData<'pauseClocks'> };
  /** The clocks run again from `on`: as planned, asked for, or because the case may not rest. */
  ClocksResumed: { from: LondonDate; on: LondonDate; because: 'UNTIL' | 'ASKED' | 'CRITICAL' | 'CLOSING'; reasonRef: string | null };
  CalendarPinned: { from: string; on: LondonDate; data: CommandData<'pinCalendar'> };
  ProfileMigrated: { from: string; to: string; on: LondonDate; data: CommandData<'migrateProfile'> };
  OtherChannelUsed: { on: LondonDate; data: CommandData<'recordOtherChannel'> };
  DeliveryFailureRecorded: { data: CommandData<'recordDeliveryFailure'> };
}

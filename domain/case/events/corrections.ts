import type { LondonDate } from '../../calendar';
import type { CommandData, CommandName } from '../commands/table';

/** What was mended of the record. `seq` is the entry that it is about, `fact` the command that recorded it. */
export interface CorrectionEvents {
  EntryCorrected: { seq: number; fact: CommandName; key: string; field: string; on: LondonDate; data: CommandData<'correctEntry'> };
  EntryRetracted: { seq: number; fact: CommandName; key: string; on: LondonDate; data: CommandData<'retractEntry'> };
  /** Data on a wrong case is a matter for the information-governance lead until that person has dealt with it. */
  IncidentOpened: { incident: string; seq: number; on: LondonDate };
}

import type { LondonDate } from '../../calendar';
import type { ClosureCode } from '../codes';
import type { CommandData } from '../commands/table';

/** The end of a case, and the way back. */
export interface ClosingEvents {
  ClosureProposed: { on: LondonDate; code: ClosureCode; data: CommandData<'proposeClosure'> };
  ClosureAnswered: { service: string; on: LondonDate; data: CommandData<'answerClosure'> };
  ClosureObjected: { service: string; on: LondonDate; data: CommandData<'objectToClosure'> };
  ClosureConfirmed: { on: LondonDate; code: ClosureCode; data: CommandData<'confirmClosure'> };
  /** The person has died; `began` tells whether this began the closing of the case. */
  PersonDied: { on: LondonDate; began: boolean; heldBy: boolean; data: CommandData<'recordDeath'> };
  DeathRetracted: { on: LondonDate; data: CommandData<'retractDeath'> };
  LegalHoldPlaced: { on: LondonDate; data: CommandData<'placeLegalHold'> };
  LegalHoldLifted: { on: LondonDate; data: CommandData<'liftLegalHold'> };
  /** Of the record of an ended case: `until` is the new date, null where it is to be disposed of. */
  RetentionDecided: { on: LondonDate; until: LondonDate | null; data: CommandData<'decideRetention'> };
  CaseReopened: { on: LondonDate; data: CommandData<'reopenCase'> };
}

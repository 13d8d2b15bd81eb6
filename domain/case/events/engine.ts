import type { Instant, LondonDate } from '../../calendar';
import type { ClockId, Flag, MoveReason, Stage } from '../codes';
import type { CommandData } from '../commands/table';
import type { Announcement, ObligationFact, RecordGap } from './shapes';

/** What the engine itself notes: stages, gaps, deadlines, flags and messages. */
export interface EngineEvents {
  StageEntered: { from: Stage | null; to: Stage };
  GapOpened: { gap: RecordGap };
  GapClosed: { gap: string; considered: boolean; data: CommandData<'closeGap'> };
  BoardLogRecorded: { flag: Flag; key: string };
  ObligationArmed: { obligation: ObligationFact };
  /** A deadline of a case that goes on after all runs again, with what it has sent. */
  ObligationRestored: { obligation: ObligationFact; armedAt: Instant; passed: readonly string[] };
  /** A deadline moved. `kept`: it is the same one, and what was sent stays sent; otherwise every threshold is afresh. */
  ObligationReplanned: { obligation: ObligationFact; from: LondonDate; because?: MoveReason; kept?: true; quietUntil?: LondonDate };
  ObligationEnded: { clock: ClockId; key: string };
  ThresholdPassed: { clock: ClockId; key: string; threshold: string; dueAt: Instant; firedAt: Instant; caughtUp: boolean; mark?: string };
  FlagRaised: { flag: Flag; clock: ClockId | null; key: string };
  FlagCleared: { flag: Flag; clock: ClockId | null; key: string };
  /** A message that is to go now. */
  NoticeDue: { notice: Announcement };
  /** A message that waits for opening hours. */
  NoticeHeld: { id: string; notBefore: Instant; notice: Announcement };
  /** A waiting message let go (`sent`) or no longer true (`dropped`). */
  HeldNoticeSettled: { id: string; sent: boolean };
}

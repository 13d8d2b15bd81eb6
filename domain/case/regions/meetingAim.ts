import type { LondonDate } from '../../calendar';
import type { AimReason, AimResult } from '../codes';

/** An aim that the coordinator has moved out, with the reason. */
export interface VariedAim {
  /** The aim as it stood before it was varied for the first time. */
  readonly from: LondonDate;
  readonly to: LondonDate;
  readonly on: LondonDate;
  readonly reason: AimReason;
}

/** How one meeting stood to its aim; counted from dates, never from flags. */
export interface SettledAim {
  readonly meeting: number;
  readonly aimOn: LondonDate;
  readonly heldOn: LondonDate;
  readonly result: AimResult;
  readonly reason: AimReason | null;
}

/** The aim for a meeting: whether it is varied now, and what became of the aims so far. */
export interface MeetingAim {
  readonly varied: VariedAim | null;
  readonly settled: readonly SettledAim[];
}

export const NEW_MEETING_AIM: MeetingAim = { varied: null, settled: [] };

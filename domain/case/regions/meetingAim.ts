import { compareDates } from '../../calendar';
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
  /** The day from which the aim counted: the receipt, or the meeting that asked for another one. */
  readonly anchorOn: LondonDate;
  /** The aim as it stood before it was varied for the first time. */
  readonly aimOn: LondonDate;
  /** The last day inside the aim when the meeting was held, as varied. */
  readonly lastOn: LondonDate;
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

/** How a meeting stood to its aim. Held inside the aim as it was first set is met, whatever was varied since. */
export function resultOf({ aimOn, lastOn, heldOn }: Pick<SettledAim, 'aimOn' | 'lastOn' | 'heldOn'>): AimResult {
  if (compareDates(heldOn, lastOn) > 0) return 'MISSED';
  return compareDates(heldOn, aimOn) > 0 ? 'VARIED' : 'MET';
}

import type { Instant, LondonDate } from '../../calendar';
import type { ClockId, PauseReason } from '../codes';

/** A deadline for which a person set another date than the rule gives. */
export interface Override {
  readonly clock: ClockId;
  readonly key: string;
  /** The day from which the deadline counted; counted from another day, it is another deadline. */
  readonly anchorOn: LondonDate;
  /** The date that the rule gave. */
  readonly instead: LondonDate;
  readonly due: { readonly on: LondonDate } | { readonly workingDays: number };
  readonly at: Instant;
  readonly approver: string;
  readonly reasonRef: string;
}

/** A time in which clocks stand still: from its first day up to, not including, `until`. */
export interface Pause {
  readonly from: LondonDate;
  /** The first day on which the clocks run again, from 00:00. */
  readonly until: LondonDate;
  /** When it was recorded. */
  readonly at: Instant;
  readonly reason: PauseReason;
  readonly owner: string;
}

/** How people have changed the running of a case's clocks, and what could not be delivered. */
export interface Running {
  readonly overrides: readonly Override[];
  /** The pause that runs now. */
  readonly pause: Pause | null;
  /** The pauses that are over; their days stay uncounted. */
  readonly pauses: readonly Pause[];
  /** Messages that nobody has passed on by another way yet. */
  readonly undelivered: readonly { readonly seq: number; readonly n: number }[];
}

export const NEW_RUNNING: Running = { overrides: [], pause: null, pauses: [], undelivered: [] };

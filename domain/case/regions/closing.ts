import type { Instant, LondonDate } from '../../calendar';
import type { ClosureCode, Stage } from '../codes';
import type { Obligation, RaisedFlag } from '../state';

/** A deadline by its clock and key. */
interface Named {
  readonly clock: string;
  readonly key: string;
}

/** A recorded death, and what it changed, so that it can be taken back. */
export interface Death {
  readonly on: LondonDate;
  readonly at: Instant;
  /** True if it began the closing; false where a closure was proposed already. */
  readonly began: boolean;
  /** How the case was to close before. */
  readonly codeBefore: ClosureCode | null;
  /** True if it placed the legal hold. */
  readonly heldBy: boolean;
}

/** What was last decided on the record of an ended case: kept until a later date, or to be disposed of. */
export interface RetentionDecision {
  readonly on: LondonDate;
  readonly until: LondonDate | null;
}

/** What the end of a case has set aside, so that an objection, a retraction or a reopening finds it again. */
export interface Closing {
  /** The stage in which the closure was proposed. */
  readonly from: Stage | null;
  /** Deadlines that the end of the case has ended, with what was sent. */
  readonly rested: readonly Obligation[];
  readonly flags: readonly RaisedFlag[];
  /** Deadlines that a closure ended and an objection does not bring back. */
  readonly retired: readonly (Named & { readonly anchorOn: LondonDate })[];
  /** Deadlines that run on in a closed case, each with a named owner. */
  readonly carried: readonly (Named & { readonly owner: string })[];
  readonly death: Death | null;
  readonly retention: RetentionDecision | null;
}

export const NEW_CLOSING: Closing = { from: null, rested: [], flags: [], retired: [], carried: [], death: null, retention: null };

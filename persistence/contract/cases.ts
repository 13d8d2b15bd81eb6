import type { CaseState } from '../../domain/case/state';

/** The read model of one case. */
export interface CaseView {
  readonly ref: string;
  readonly seq: number;
  readonly head: string;
  readonly state: CaseState;
  /** Earliest date that is still to come or overdue, as a UTC instant; null when nothing runs. */
  readonly nextDueAt: number | null;
  readonly overdue: boolean;
  /** The instant at which the case does something by itself next; null when it waits for nothing. */
  readonly wakeAt: number | null;
  readonly training: boolean;
  readonly offsetMs: number;
  /** Everyone who holds a role on the case: who may see it. */
  readonly members: readonly string[];
  readonly updatedAt: number;
}

export interface CaseRepository {
  find(ref: string): Promise<CaseView | null>;
  /** Replaces the view only where the stored seq is one lower (or there is none and seq is 1). A lower or equal seq is left alone; a gap is an error. */
  save(view: CaseView): Promise<void>;
  /** Cases that a person is a member of, soonest due first; `after` is an opaque cursor. Never scans or sorts in memory. */
  worklist(query: {
    member: string;
    after?: string;
    limit: number;
    training?: boolean;
  }): Promise<{ cases: readonly CaseView[]; next: string | null }>;
  /** Cases on the real clock whose first deadline has passed, the longest overdue first. */
  overdue(limit: number): Promise<readonly CaseView[]>;
  /** Cases on the real clock that should have done something by an instant and have not, the longest late first. */
  late(before: number, limit: number): Promise<readonly LateCase[]>;
}

/** A case whose next wake lies in the past: nothing of its content. */
export interface LateCase {
  readonly ref: string;
  readonly wakeAt: number;
}

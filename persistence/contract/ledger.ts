import type { FailedRow } from '../../activities/contract';
import type { Notice } from '../../domain/notices/notice';

/** `held`: it waits for the morning round. */
export type NoticeOutcome = 'pending' | 'held' | 'sending' | 'sent' | 'failed' | 'dropped';

/** One message to one recipient: the ledger row. */
export interface LedgerRow {
  /** ref:seq:n:recipient */
  readonly id: string;
  readonly ref: string;
  readonly seq: number;
  readonly notice: Notice;
  readonly recipient: string;
  readonly messageId: string;
  readonly dueAt: number;
  readonly createdAt: number;
  readonly outcome: NoticeOutcome;
  readonly attempts: number;
  readonly possibleDuplicate: boolean;
  readonly sentAt: number | null;
  readonly response: string | null;
  readonly reason: FailedRow['reason'] | null;
  readonly training: boolean;
  /** Whom it was sent to in the end, by directory id: the holder of the role at that time, or who stood in. */
  readonly sentTo: string | null;
  /** From when the morning round may send it; null for a message that goes by itself. */
  readonly releaseAt: number | null;
  /** When the round first tried to send it; from then on it keeps the mail that it is part of, and its Message-ID. */
  readonly bundledAt: number | null;
  /** What became of a failure of the round: the case has yet to hear of it, or has it on record. */
  readonly report: 'owed' | 'told' | null;
  /** The id under which the case hears of it. */
  readonly reportId: string | null;
}

/** The ledger of messages with its claims. Times are the server's wall clock in epoch ms, not the case's. */
export interface LedgerRepository {
  /** Inserts rows that are not there yet. */
  add(rows: readonly LedgerRow[]): Promise<void>;
  /** Rows that the case itself has yet to send; those of the morning round are not among them. */
  openRows(ref: string, seqs: readonly number[]): Promise<readonly LedgerRow[]>;
  /** Rows of the case itself that failed, or that somebody else got instead; those of the morning round are not among them. */
  failedRows(ref: string, seqs: readonly number[]): Promise<readonly LedgerRow[]>;
  /** Claims a row by a conditional update (attempt + 1, lease); null if another holds it or it is settled. */
  claim(id: string, now: number, leaseMs: number): Promise<{ row: LedgerRow; claim: string } | null>;
  /** Writes the outcome only for the holder of the claim; false otherwise. */
  settle(id: string, claim: string, outcome: RowOutcome): Promise<boolean>;
  list(ref: string): Promise<readonly LedgerRow[]>;
}

/** What became of one attempt at a row. */
export interface RowOutcome {
  readonly outcome: 'sent' | 'failed' | 'dropped' | 'pending' | 'held';
  readonly at: number;
  readonly response?: string;
  readonly reason?: FailedRow['reason'];
  readonly sentTo?: string;
  /** The case is to hear of it from the morning round. */
  readonly report?: 'owed';
}

/** The part of the ledger that the morning round sends. `now` is the round's time in epoch ms. */
export interface RoundLedger {
  /** Rows whose morning has come: held ones, and those in somebody's hands; by recipient. */
  due(now: number, limit: number): Promise<readonly LedgerRow[]>;
  countDue(now: number): Promise<number>;
  /** When the next row that is still to come may be sent; null if none is held. */
  nextReleaseAt(now: number): Promise<number | null>;
  /** Makes claimed rows one mail: they keep its Message-ID from now on. Rows that another one has claimed since are left alone. */
  bundle(claimed: readonly { readonly id: string; readonly claim: string }[], messageId: string, at: number): Promise<void>;
  /** Rows of which their case has yet to hear. */
  owed(): Promise<readonly LedgerRow[]>;
  /** Gives rows the id under which their case hears of them; a row keeps the first one. */
  nameReport(ids: readonly string[], reportId: string): Promise<void>;
  markTold(ids: readonly string[]): Promise<void>;
}

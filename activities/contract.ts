import type { Instant } from '../domain/calendar';
import type { Role } from '../domain/case/codes';
import type { CaseEvent } from '../domain/case/events';
import type { CaseState } from '../domain/case/state';
import type { Notice } from '../domain/notices/notice';

/** One step of a case as it is to be recorded: an accepted command with the deadlines settled before it, or deadlines alone. */
export interface CommitDraft {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: string;
  readonly command: string | null;
  readonly commandId: string | null;
  readonly events: readonly CaseEvent[];
  readonly notices: readonly Notice[];
}

export interface RecordRequest {
  readonly ref: string;
  /** Hash of the last recorded commit; empty before the first. */
  readonly head: string;
  readonly commits: readonly CommitDraft[];
  readonly now: Instant;
  readonly training: boolean;
  readonly offsetMs: number;
}

/** What became of a recording: the new head and the seqs with messages still to send, or the seq of a foreign commit. */
export type RecordResult = { readonly head: string; readonly unsent: readonly number[] } | { readonly conflict: number };

export interface DeliverRequest {
  readonly ref: string;
  readonly seqs: readonly number[];
  readonly now: Instant;
  readonly training: boolean;
}

export interface FailedRow {
  readonly seq: number;
  readonly n: number;
  readonly reason: 'REFUSED' | 'EXPIRED' | 'NO_ADDRESS' | 'NO_HOLDER';
  readonly role: Role;
  readonly service?: string;
  readonly notice: Notice['notice'];
}

/** Messages of the morning round that did not arrive, for their case to record; the same id is the same report. */
export interface DeliveryReport {
  readonly id: string;
  readonly rows: readonly FailedRow[];
}

/** What one pass of the morning round did, and what it leaves. */
export interface RoundPass {
  readonly mails: number;
  /** Messages that went in those mails. */
  readonly messages: number;
  readonly dropped: number;
  readonly failed: number;
  /** Messages whose morning has come and that are still to send. */
  readonly left: number;
  /** Failures that their case does not have on record yet. */
  readonly unheard: number;
  /** When the next message may be sent that is still to come; null if none is held. */
  readonly nextAt: Instant | null;
}

/** What the morning round may ask of the world. */
export interface RoundActivities {
  /**
   * Sends what is held for this morning or an earlier one, one mail per address, and tells cases of what has failed for good.
   * Idempotency key: the ledger rows and their claims.
   */
  sendMorningRound(request: { readonly now: Instant }): Promise<RoundPass>;
}

/** What a pass of the draft sweep did: drafts looked at, mails sent, those that must be tried again, and those that reach nobody. */
export interface SweepPass {
  readonly drafts: number;
  readonly sent: number;
  readonly later: number;
  readonly unreachable: number;
}

/** What the draft sweep may ask of the world. */
export interface SweepActivities {
  /**
   * Reminds the author, then the author's manager, of each draft that is not sent (T-DRAFT). Killed between the relay's answer and its
   * record, a reminder goes again under the same Message-ID. Idempotency key: draft, version and reminder.
   */
  sweepDrafts(request: { readonly now: Instant }): Promise<SweepPass>;
}

/** A case folded from its commits, to go on in a new run. */
export interface LoadedCase {
  readonly state: CaseState;
  readonly seq: number;
  readonly head: string;
  /** The last 500 command ids with their seq. */
  readonly answers: readonly (readonly [string, number])[];
  readonly unsent: readonly number[];
  readonly offsetMs: number;
}

/** What the case workflow may ask of the world. Every activity may run again at will. */
export interface CaseActivities {
  /**
   * Inserts commits, folds the read model, writes the ledger and tries for two seconds to send.
   * Idempotency key: ref:seq and the commit's hash. An exception only ever means "try again".
   */
  recordAndSend(request: RecordRequest): Promise<RecordResult>;
  /** Sends what is left of the given commits; throws while a row is open. Idempotency key: the ledger row. */
  deliverNotices(request: DeliverRequest): Promise<{ readonly failed: readonly FailedRow[] }>;
  /** Folds a case from its commits. */
  loadCase(request: { readonly ref: string }): Promise<LoadedCase>;
  /** Tells operations that a case needs a person. Idempotency key: ref and reason. */
  raiseAlarm(request: { readonly ref: string; readonly reason: string }): Promise<void>;
}

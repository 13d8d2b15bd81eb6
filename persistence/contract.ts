import type { CaseEvent } from '../domain/case/events';
import type { Role } from '../domain/case/codes';
import type { OpeningCommand } from '../domain/case/stages';
import type { CaseState } from '../domain/case/state';
import type { CommitDraft, FailedRow } from '../activities/contract';
import type { Notice } from '../domain/notices/notice';

/** A commit as stored: the draft, its case, its place in the hash chain. */
export interface Commit extends CommitDraft {
  readonly ref: string;
  readonly prevHash: string;
  readonly hash: string;
  readonly schema: number;
}

/** Insert-only store of steps; the one transaction of the engine. */
export interface CommitRepository {
  /** `inserted` also when the same commit stood there already; `conflict` when another one does, or the command is known under another seq. */
  insert(commit: Commit): Promise<'inserted' | 'conflict'>;
  find(ref: string, seq: number): Promise<Commit | null>;
  findByCommand(ref: string, commandId: string): Promise<Commit | null>;
  /** All commits of a case in order of seq, from `fromSeq` (1 by default). */
  list(ref: string, fromSeq?: number): Promise<readonly Commit[]>;
}

/** The read model of one case. */
export interface CaseView {
  readonly ref: string;
  readonly seq: number;
  readonly head: string;
  readonly state: CaseState;
  /** Earliest date that is still to come or overdue, as a UTC instant; null when nothing runs. */
  readonly nextDueAt: number | null;
  readonly overdue: boolean;
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
}

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

/** Idempotency of requests. */
export interface StoredRequest {
  readonly commandId: string;
  readonly actor: string;
  readonly route: string;
  readonly bodyHash: string;
  readonly ref: string | null;
  readonly status: number | null;
  readonly code: string | null;
  readonly leasedUntil: number;
}
export interface RequestRepository {
  /** Takes the lease for a command, or tells what stands there: replay a final answer, refuse another body, or wait for the one in flight. */
  begin(request: {
    commandId: string;
    actor: string;
    route: string;
    bodyHash: string;
    now: number;
    leaseMs: number;
  }): Promise<
    | { readonly kind: 'begun'; readonly ref: string | null }
    | { readonly kind: 'replay'; readonly stored: StoredRequest }
    | { readonly kind: 'other-body' }
    | { readonly kind: 'in-flight' }
  >;
  /** Notes the reference reserved for a creation, so that a retry uses the same; returns the one that stands (the first wins); false if the reference is taken by another command. */
  reserve(commandId: string, ref: string): Promise<{ readonly ref: string } | { readonly taken: true }>;
  /** Stores a final 2xx or 4xx and ends the lease. */
  finish(commandId: string, status: number, code: string | null, ref: string | null): Promise<void>;
  /** Ends the lease without an answer (202, 429, 5xx). */
  release(commandId: string): Promise<void>;
  find(commandId: string): Promise<StoredRequest | null>;
}

/** Narrative and personal data, encrypted field by field with a key per case. */
export interface Vault {
  /** Stores a text (idempotent by commandId and field) and returns its reference, `v-…`. Not readable with another case or field. */
  put(entry: { ref: string; field: string; text: string; commandId: string; now: number }): Promise<string>;
  get(ref: string, vaultRef: string): Promise<string | null>;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** For whoever must ring: shown to contacts of a lapsed case. */
  readonly telephone?: string;
  readonly organisation: string;
  readonly service: string | null;
  /** Offices held for a locality, such as COORDINATOR (the MARM Officer) of oxfordshire. */
  readonly offices: readonly { readonly role: Role; readonly locality: string }[];
  readonly manager: string | null;
  readonly active: boolean;
}
export interface Service {
  readonly id: string;
  readonly name: string;
  readonly leadWorker: string | null;
  readonly responsibleManager: string | null;
  /** Its head or safeguarding lead, who holds the third stage of a challenge; the responsible manager where none is given. */
  readonly safeguardingLead?: string;
}
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly locality: string | null;
  readonly services: readonly Service[];
}
export interface Directory {
  person(id: string): Promise<Person | null>;
  people(): Promise<readonly Person[]>;
  officeHolder(role: Role, locality: string): Promise<Person | null>;
  service(id: string): Promise<(Service & { organisation: string }) | null>;
  organisation(id: string): Promise<Organisation | null>;
  organisations(): Promise<readonly Organisation[]>;
  /** Replaces the directory entries given (used by seeding and administration). */
  save(entries: { people: readonly Person[]; organisations: readonly Organisation[] }): Promise<void>;
  isEmpty(): Promise<boolean>;
}

/** Things that a person must do outside a case's clocks. */
export interface TaskRepository {
  raise(task: { id: string; kind: 'CASE_HELD' | 'ORPHANED_NOTICE'; ref: string; detail: string; now: number }): Promise<void>;
  list(): Promise<readonly { id: string; kind: string; ref: string; detail: string; raisedAt: number }[]>;
}

/** A referral or call that is not sent: what may be shown in a list. */
export interface DraftSummary {
  readonly id: string;
  readonly author: string;
  readonly profile: string;
  readonly command: OpeningCommand;
  /** Rises with every save. */
  readonly version: number;
  readonly lastSavedAt: number;
  /** The command id under which it is being sent: from then on it does not change, until that is done or refused. */
  readonly sendingAs: string | null;
}
/** The same with its content. */
export interface StoredDraft extends DraftSummary {
  readonly content: Readonly<Record<string, unknown>>;
}
type DraftSave = Pick<DraftSummary, 'id' | 'author' | 'profile' | 'command'> & {
  readonly content: Readonly<Record<string, unknown>>;
  /** A retry under the same command id is done once. */
  readonly commandId: string;
  readonly now: number;
};

/** Drafts, each for its author alone; the content is sealed with a key of its own. To anybody else they do not exist. */
export interface DraftRepository {
  create(draft: DraftSave): Promise<DraftSummary>;
  /** Replaces the content where the version still stands. */
  replace(draft: DraftSave & { readonly version: number }): Promise<DraftSummary | 'unknown' | 'stale' | 'being-sent'>;
  find(id: string, author: string): Promise<StoredDraft | null>;
  /** Newest first, at most `limit`. */
  list(author: string, limit: number): Promise<readonly DraftSummary[]>;
  /** Destroys the key, then the draft. `sendingAs` guards it: null for one that is not being sent. */
  remove(id: string, author: string, sendingAs: string | null): Promise<'removed' | 'unknown' | 'being-sent'>;
  /** Fixes the version as it is being sent; the first to claim it counts, and everyone learns under which command id. */
  claim(id: string, author: string, version: number, commandId: string): Promise<{ readonly commandId: string } | 'unknown' | 'changed'>;
  /** Lets a draft go whose sending was refused. */
  release(id: string, commandId: string): Promise<void>;
}

export interface Repositories {
  readonly commits: CommitRepository;
  readonly cases: CaseRepository;
  readonly ledger: LedgerRepository;
  readonly round: RoundLedger;
  readonly requests: RequestRepository;
  readonly vault: Vault;
  readonly directory: Directory;
  readonly tasks: TaskRepository;
  readonly drafts: DraftRepository;
}

/** Folds events into state; injected so that storage holds no rule. */
export type Fold = (state: CaseState | null, events: readonly CaseEvent[]) => CaseState;

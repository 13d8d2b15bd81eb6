import type { OpeningCommand } from '../../domain/case/stages';

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

/** A draft as the sweep sees it: nothing of its content. `told` are the reminders given since it was saved last. */
export interface WaitingDraft extends DraftSummary {
  readonly told: readonly string[];
}

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
  /** Drafts that are neither sent nor being sent, last saved before an instant, oldest first; `after` is the id of the last one seen. */
  waiting(savedBefore: number, limit: number, after?: Pick<DraftSummary, 'id' | 'lastSavedAt'>): Promise<readonly WaitingDraft[]>;
  /** Notes that a reminder was given for this version: saving it again begins anew. */
  markTold(id: string, version: number, label: string): Promise<void>;
  /** Lets a draft go whose sending was refused. */
  release(id: string, commandId: string): Promise<void>;
}

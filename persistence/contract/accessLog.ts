import type { Access, Sight } from '../../domain/access/sight';

/** What happened: a read, a refusal, a look without a role and who was told of it, a change of who must not see, a referral by a system. */
export type AccessKind = 'READ' | 'REFUSED' | 'BREAK_GLASS' | 'ALERTED' | 'ALERT_NOT_SENT' | 'EXCLUDED' | 'EXCLUSION_ENDED' | 'SENT';

/** One look at a case, or a refused one; never anything of its content. */
export interface AccessRow {
  readonly id: string;
  /** Wall clock in epoch ms. */
  readonly at: number;
  readonly kind: AccessKind;
  readonly ref: string;
  /** Method and route, such as GET /v1/cases/:ref/timeline. */
  readonly route: string;
  readonly person: string | null;
  /** The partner system that asked for its service; null where a person did. */
  readonly client: string | null;
  readonly service: string | null;
  readonly organisation: string | null;
  /** Null where somebody was refused. */
  readonly sight: Sight | 'STATUS' | null;
  readonly through: Access['through'] | 'CLIENT';
  /** HTTP status of a refusal; null otherwise. */
  readonly status: number | null;
  /** The request in the log of the process. */
  readonly correlationId: string;
}

/** Who looked at cases: insert-only, written before the answer is sent. */
export interface AccessLog {
  /** @throws when the row cannot be written durably: then nothing may be shown. */
  add(row: AccessRow): Promise<void>;
  /** The rows of one case, newest first; `after` is an opaque cursor. */
  list(query: { ref: string; after?: string; limit: number }): Promise<{ rows: readonly AccessRow[]; next: string | null }>;
}

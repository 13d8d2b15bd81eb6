import { toIso } from '../../domain';
import type { LedgerRow } from '../../persistence';
import { isoOrNull } from './parts';

/** A ledger row as people see it. */
export const toNotice = (row: LedgerRow) => ({
  seq: row.seq,
  notice: row.notice.notice,
  clock: row.notice.clock,
  key: row.notice.key,
  threshold: row.notice.threshold,
  role: row.notice.to.role,
  recipient: row.recipient,
  sentTo: row.sentTo,
  dueAt: toIso(row.dueAt),
  outcome: row.outcome,
  /** When the morning round may send it; null for a message that goes by itself. */
  releaseAt: isoOrNull(row.releaseAt),
  sentAt: isoOrNull(row.sentAt),
  attempts: row.attempts,
  possibleDuplicate: row.possibleDuplicate,
});

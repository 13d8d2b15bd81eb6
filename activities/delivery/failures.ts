import type { LedgerRow } from '../../persistence';
import type { FailedRow } from '../contract';
import type { ActivityDeps } from '../deps';

/** A failed row as its case hears of it. */
export const toFailedRow = ({ seq, notice, reason }: LedgerRow): FailedRow => ({
  seq,
  n: notice.n,
  reason: reason ?? 'REFUSED',
  role: notice.to.role,
  notice: notice.notice,
  ...(notice.to.service === undefined ? {} : { service: notice.to.service }),
});

/** Puts a message that reaches nobody into the operations queue. Idempotency key: the row. */
export const raiseOrphan = ({ repositories, wallClock }: ActivityDeps, { id, ref, notice }: LedgerRow): Promise<void> =>
  repositories.tasks.raise({ id: `orphan:${id}`, kind: 'ORPHANED_NOTICE', ref, detail: notice.notice, now: wallClock() });

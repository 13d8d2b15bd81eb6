import { ApplicationFailure } from '@temporalio/activity';
import type { LedgerRow } from '../persistence';
import type { DeliverRequest, FailedRow } from './contract';
import { raiseOrphan, toFailedRow } from './delivery/failures';
import { sendRow } from './delivery/sendRow';
import type { ActivityDeps } from './deps';

/** Sends what is open; throws while anything still is, so that Temporal tries again later. */
export const createDeliverNotices =
  (deps: ActivityDeps) =>
  async ({ ref, seqs }: DeliverRequest): Promise<{ readonly failed: readonly FailedRow[] }> => {
    const { ledger, cases } = deps.repositories;
    const view = await cases.find(ref);
    for (const row of await ledger.openRows(ref, seqs)) await sendRow(deps, row, view);
    const open = await ledger.openRows(ref, seqs);
    if (open.length > 0) throw ApplicationFailure.retryable(`${open.length} messages are not delivered yet`, 'NOT_DELIVERED_YET');
    const failed = await ledger.failedRows(ref, seqs);
    for (const row of failed) if (isAboutFailure(row) && row.outcome === 'failed') await raiseOrphan(deps, row);
    return { failed: failed.filter((row) => !isAboutFailure(row)).map(toFailedRow) };
  };

// An N20 that failed on both its routes never raises another one: it goes to the operations queue.
const isAboutFailure = (row: LedgerRow): boolean => row.notice.notice === 'N20';

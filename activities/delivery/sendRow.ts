import type { CaseView, LedgerRow, RowOutcome } from '../../persistence';
import type { ActivityDeps } from '../deps';
import { raiseOrphan } from './failures';
import { toMail } from './mail';
import { LEASE_MS, toOutcome } from './outcome';
import { findTargets } from './targets';
import type { Target } from './targets';
import { isStillTrue } from './truth';

/**
 * Tries to send one row: claims it, checks that it is still true, finds the address, sends, and writes the outcome as holder of the claim.
 * Idempotency key: the row's id; a mail that goes twice after a crash has the same Message-ID.
 */
export async function sendRow(deps: ActivityDeps, open: LedgerRow, view: CaseView | null): Promise<void> {
  const { ledger } = deps.repositories;
  const claimed = await ledger.claim(open.id, deps.wallClock(), LEASE_MS);
  if (!claimed) return;
  const { row, claim } = claimed;
  const at = deps.wallClock();
  if (!isStillTrue(row, view)) {
    await ledger.settle(row.id, claim, { outcome: 'dropped', at });
    return;
  }
  const targets = await findTargets(deps, row, view);
  if (targets.length === 0) await raiseOrphan(deps, row);
  await ledger.settle(row.id, claim, await sendTo(deps, row, targets, view, at));
}

// The first route that does not fail for good settles the row; when all fail, the last one does.
async function sendTo(
  deps: ActivityDeps,
  row: LedgerRow,
  targets: readonly Target[],
  view: CaseView | null,
  at: number,
): Promise<RowOutcome> {
  let outcome: RowOutcome = { outcome: 'failed', at, reason: 'NO_HOLDER' };
  for (const target of targets) {
    const answer = await deps.channel.send(await toMail(deps, row, target.address, view));
    outcome = toOutcome(answer, target, { at, since: row.createdAt, open: 'pending' });
    if (outcome.outcome !== 'failed') break;
  }
  return outcome;
}

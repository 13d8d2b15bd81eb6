import { isPlainAddress, renderMail } from '../notifications';
import type { OutgoingMail, SendResult } from '../notifications';
import type { CaseView, LedgerRepository, LedgerRow, Person } from '../persistence';
import type { FailedRow } from './contract';
import type { ActivityDeps } from './deps';

/** Longer than all timeouts of the channel together. */
const LEASE_MS = 5 * 60_000;
const GIVE_UP_MS = 60 * 60_000;

/**
 * Tries to send one row: claims it, checks that it is still true, finds the address, sends, and writes the outcome as holder of the claim.
 * Idempotency key: the row's id; a mail that goes twice after a crash has the same Message-ID.
 */
export async function sendRow(deps: ActivityDeps, open: LedgerRow, view: CaseView | null): Promise<void> {
  const { ledger } = deps.repositories;
  const claimed = await ledger.claim(open.id, deps.wallClock(), LEASE_MS);
  if (!claimed) return;
  const { row, claim } = claimed;
  const settle = (outcome: RowOutcome) => ledger.settle(row.id, claim, outcome);
  const at = deps.wallClock();
  if (!isStillTrue(row, view)) {
    await settle({ outcome: 'dropped', at });
    return;
  }
  const targets = await findTargets(deps, row);
  if (targets.length === 0) {
    await deps.repositories.tasks.raise({
      id: `orphan:${row.id}`,
      kind: 'ORPHANED_NOTICE',
      ref: row.ref,
      detail: row.notice.notice,
      now: at,
    });
  }
  await settle(await sendTo(deps, row, targets, view, at));
}

type RowOutcome = Parameters<LedgerRepository['settle']>[2];

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
    outcome = toOutcome(await deps.channel.send(await toMail(deps, row, target.address, view)), row, target, at);
    if (outcome.outcome !== 'failed') break;
  }
  return outcome;
}

function toOutcome({ kind, response }: SendResult, { createdAt }: LedgerRow, { instead }: Target, at: number): RowOutcome {
  if (kind === 'sent') return { outcome: 'sent', at, response, ...(instead ? { reason: instead } : {}) };
  if (kind === 'refused') return { outcome: 'failed', at, response, reason: 'REFUSED' };
  return at - createdAt >= GIVE_UP_MS ? { outcome: 'failed', at, response, reason: 'EXPIRED' } : { outcome: 'pending', at, response };
}

// A planned message whose deadline has ended or moved since is not sent; an event message always is.
function isStillTrue({ notice }: LedgerRow, view: CaseView | null): boolean {
  if (!notice.planned || !view) return true;
  return view.state.obligations.some((one) => one.clock === notice.clock && one.key === notice.key && one.dueOn === notice.dueOn);
}

interface Target {
  readonly address: string;
  /** Why it goes to the hosting manager instead. */
  readonly instead?: FailedRow['reason'];
}

// Where a message goes: to the holder, or to the hosting manager in the holder's place. One about failed delivery has that as a second route.
async function findTargets({ repositories }: ActivityDeps, { notice }: LedgerRow): Promise<readonly Target[]> {
  const addressOf = (person: Person | null) =>
    person?.active === true && person.email !== null && isPlainAddress(person.email) ? person.email : null;
  const holder = notice.person === null ? null : await repositories.directory.person(notice.person);
  const own = addressOf(holder);
  const manager = notice.fallback === null ? null : addressOf(await repositories.directory.person(notice.fallback));
  if (own !== null) {
    const second = notice.notice === 'N20' && manager !== null && manager !== own ? [{ address: manager }] : [];
    return [{ address: own }, ...second];
  }
  return manager === null ? [] : [{ address: manager, instead: holder?.active === true ? 'NO_ADDRESS' : 'NO_HOLDER' }];
}

async function toMail(deps: ActivityDeps, row: LedgerRow, to: string, view: CaseView | null): Promise<OutgoingMail> {
  const { notice, ref, training, messageId } = row;
  const coordinator = notice.replyTo === null ? null : await deps.repositories.directory.person(notice.replyTo);
  const questions = coordinator?.email ?? null;
  const mail = renderMail({ notice, ref, locality: view?.state.locality ?? '', training, publicUrl: deps.publicUrl, questions });
  const headers = {
    'X-Marm-Ref': ref,
    'X-Marm-Notice': notice.notice,
    ...(notice.threshold === null ? {} : { 'X-Marm-Threshold': notice.threshold }),
  };
  return { ...mail, to, messageId, replyTo: questions, date: training ? notice.at : null, headers };
}

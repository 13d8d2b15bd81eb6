import type { Instant } from '../domain';
import { COMMIT_SCHEMA, hashCommit } from '../persistence';
import type { LedgerRow } from '../persistence';
import type { CommitDraft, RecordRequest, RecordResult } from './contract';
import { sendRow } from './delivery/sendRow';
import type { ActivityDeps } from './deps';
import { noteDisclosures } from './disclosures';
import { rowsOf } from './ledgerRows';
import { catchUpReadModel } from './readModel';

const SEND_FOR_MS = 2_000;

/** Records steps and tries to send their messages; see the contract. Re-running it completes whatever is missing. */
export const createRecordAndSend =
  (deps: ActivityDeps) =>
  async ({ ref, head, commits, now, training, offsetMs }: RecordRequest): Promise<RecordResult> => {
    let prevHash = head;
    for (const draft of commits) {
      const recorded = await record(deps, ref, draft, prevHash);
      if (recorded === 'conflict') return { conflict: draft.seq };
      prevHash = recorded;
    }
    deps.checkpoints.moved(ref);
    const view = await catchUpReadModel(deps, ref, training, offsetMs);
    await noteDisclosures(deps, ref, commits, training);
    const rows = commits.flatMap((draft) => rowsOf(ref, draft, training, deps));
    await deps.repositories.ledger.add(rows);
    await askForRound(deps, rows, now);
    const seqs = commits.map((draft) => draft.seq);
    const until = deps.wallClock() + SEND_FOR_MS;
    for (const row of await deps.repositories.ledger.openRows(ref, seqs)) {
      if (deps.wallClock() < until) await sendRow(deps, row, view);
    }
    return { head: prevHash, unsent: await unsettled(deps, ref, seqs) };
  };

async function record(deps: ActivityDeps, ref: string, draft: CommitDraft, prevHash: string): Promise<string> {
  const hash = hashCommit(draft, ref, prevHash);
  const outcome = await deps.repositories.commits.insert({ ...draft, ref, prevHash, hash, schema: COMMIT_SCHEMA });
  return outcome === 'conflict' ? 'conflict' : hash;
}

// A case that wakes after the round of its morning has it run again. That is no reason to fail: the next round takes the messages as well.
async function askForRound({ temporal, wallClock, log }: ActivityDeps, rows: readonly LedgerRow[], now: Instant): Promise<void> {
  // By the later of two clocks: the server's starts the round, and ours may be behind it.
  const late = rows.find(({ releaseAt }) => releaseAt !== null && releaseAt <= Math.max(now, wallClock()));
  if (!late) return;
  await temporal.startRound().catch((error: unknown) => {
    log.warn({ ref: late.ref, error: error instanceof Error ? error.name : 'unknown' }, 'the morning round could not be asked for');
  });
}

// Open rows are still to send; failed ones are still to be reported to the case. Those held for the morning round are neither.
async function unsettled({ repositories: { ledger } }: ActivityDeps, ref: string, seqs: readonly number[]): Promise<readonly number[]> {
  const rows = [...(await ledger.openRows(ref, seqs)), ...(await ledger.failedRows(ref, seqs))];
  return [...new Set(rows.map((row) => row.seq))].sort((a, b) => a - b);
}

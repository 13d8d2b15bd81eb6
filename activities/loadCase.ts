import { ApplicationFailure } from '@temporalio/activity';
import { applyCommit } from '../domain';
import type { CaseEvent, CaseState } from '../domain';
import type { Commit } from '../persistence';
import type { LoadedCase } from './contract';
import type { ActivityDeps } from './deps';

/** Folds a case from its commits: fired deadlines stay fired, sent messages stay sent. */
export const createLoadCase =
  (deps: ActivityDeps) =>
  async ({ ref }: { readonly ref: string }): Promise<LoadedCase> => {
    const { commits, cases } = deps.repositories;
    const all = await commits.list(ref);
    const last = all.at(-1);
    const state = all.reduce<CaseState | null>((folded, commit) => applyCommit(folded, commit), null);
    if (!last || !state) throw ApplicationFailure.nonRetryable('there is no record of this case', 'NO_RECORD');
    const answers = all.flatMap((commit) => (commit.commandId === null ? [] : [[commit.commandId, commit.seq] as const])).slice(-500);
    const view = await cases.find(ref);
    return {
      state,
      seq: last.seq,
      head: last.hash,
      answers,
      unsent: await unsettledSeqs(deps, ref, all),
      offsetMs: view?.offsetMs ?? 0,
    };
  };

// Messages still to send, and failures that the case has not heard of: a run may have ended in between.
async function unsettledSeqs({ repositories: { ledger } }: ActivityDeps, ref: string, all: readonly Commit[]): Promise<readonly number[]> {
  const seqs = all.map((commit) => commit.seq);
  const heardOf = new Set(all.flatMap((commit) => commit.events).flatMap(rowsReported));
  const failed = (await ledger.failedRows(ref, seqs)).filter(
    (row) => row.notice.notice !== 'N20' && !heardOf.has(rowKey(row.seq, row.notice.n)),
  );
  const rows = [...(await ledger.openRows(ref, seqs)), ...failed];
  return [...new Set(rows.map((row) => row.seq))].sort((a, b) => a - b);
}

const rowKey = (seq: number, n: number): string => `${seq}:${n}`;
const rowsReported = (event: CaseEvent): readonly string[] =>
  event.type === 'DeliveryFailureRecorded' ? event.data.rows.map((row) => rowKey(row.seq, row.n)) : [];

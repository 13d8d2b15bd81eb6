import { ApplicationFailure } from '@temporalio/activity';
import { applyCommit } from '../domain';
import type { CaseState } from '../domain';
import type { LoadedCase } from './contract';
import type { ActivityDeps } from './deps';

/** Folds a case from its commits: fired deadlines stay fired, sent messages stay sent. */
export const createLoadCase =
  (deps: ActivityDeps) =>
  async ({ ref }: { readonly ref: string }): Promise<LoadedCase> => {
    const { commits, cases, ledger } = deps.repositories;
    const all = await commits.list(ref);
    const last = all.at(-1);
    const state = all.reduce<CaseState | null>((folded, commit) => applyCommit(folded, commit), null);
    if (!last || !state) throw ApplicationFailure.nonRetryable('there is no record of this case', 'NO_RECORD');
    const answers = all.flatMap((commit) => (commit.commandId === null ? [] : [[commit.commandId, commit.seq] as const])).slice(-500);
    const open = await ledger.openRows(
      ref,
      all.map((commit) => commit.seq),
    );
    const view = await cases.find(ref);
    return {
      state,
      seq: last.seq,
      head: last.hash,
      answers,
      unsent: [...new Set(open.map((row) => row.seq))],
      offsetMs: view?.offsetMs ?? 0,
    };
  };

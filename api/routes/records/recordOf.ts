import type { CaseView, Commit } from '../../../persistence';
import { readerNow } from '../../access';
import { fromVault } from '../../commands/vaulting';
import type { ApiDeps } from '../../deps';
import { RETRACTED } from '../../timeline/entries';
import { mendingOf } from '../../timeline/mended';
import type { Mending } from '../../timeline/mended';

/** The record of a case as one person may read it. */
export interface ReadableRecord {
  /** Every entry; those that were retracted only for whoever may read them. */
  readonly steps: readonly Commit[];
  readonly mending: Mending;
  /** Puts texts in place of their references; what is hidden stays so. */
  open(value: unknown): Promise<unknown>;
}

/** Reads the record of a case for a person. Retracted entries are left out for all but the information-governance lead. */
export async function recordOf(deps: ApiDeps, view: CaseView, reader: string): Promise<ReadableRecord> {
  const { repositories } = deps;
  const commits = await repositories.commits.list(view.ref);
  const mending = mendingOf(commits);
  const readsRetracted = (await readerNow(deps, view.ref, reader))?.seesRetracted === true;
  const hidden = { refs: readsRetracted ? new Set<string>() : mending.hiddenRefs, instead: RETRACTED };
  return {
    steps: readsRetracted ? commits : commits.filter(({ seq }) => !mending.retracted.has(seq)),
    mending,
    open: (value) => fromVault(repositories.vault, view.ref, value, hidden),
  };
}

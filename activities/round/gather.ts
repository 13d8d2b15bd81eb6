import type { CaseView, LedgerRow } from '../../persistence';
import { findTargets } from '../delivery/targets';
import type { Target } from '../delivery/targets';
import type { ActivityDeps } from '../deps';

/** A message of the round with where it goes; no target when nobody can be reached. */
export interface Addressed {
  readonly row: LedgerRow;
  readonly target: Target | null;
}

/** Looks up cases, each once. */
export function viewFinder({ repositories }: ActivityDeps): (ref: string) => Promise<CaseView | null> {
  const known = new Map<string, Promise<CaseView | null>>();
  return (ref) => {
    const found = known.get(ref) ?? repositories.cases.find(ref);
    known.set(ref, found);
    return found;
  };
}

/**
 * The messages of the round as the mails that they will be: one per address. What has been tried as one mail stays one mail,
 * so that a second try after a crash is the same mail under the same Message-ID; what has come since makes a mail of its own.
 */
export async function gather(deps: ActivityDeps, rows: readonly LedgerRow[]): Promise<readonly (readonly Addressed[])[]> {
  const viewOf = viewFinder(deps);
  const mails = new Map<string, Addressed[]>();
  for (const row of rows) {
    const [target = null] = await findTargets(deps, row, await viewOf(row.ref));
    const key = JSON.stringify([target?.address.toLowerCase() ?? null, row.bundledAt === null ? null : row.messageId]);
    mails.set(key, [...(mails.get(key) ?? []), { row, target }]);
  }
  return [...mails.values()];
}

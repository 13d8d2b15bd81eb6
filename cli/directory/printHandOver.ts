import { table } from '../print';
import type { Row } from '../print';

/** Prints a hand-over: of each role and action what became of it, or would. */
export function printHandOver(answer: unknown): void {
  const { dryRun, cases, left } = answer as { readonly dryRun: boolean; readonly cases: readonly Row[]; readonly left: number };
  table(cases, ['ref', 'role', 'service', 'action', 'outcome', 'code', 'detail']);
  if (left > 0) console.log(`${left} more are left: ask again after this.`);
  if (dryRun) console.log('Nothing is given: add --now to have it done.');
}

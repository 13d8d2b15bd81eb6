import type { CaseState } from '../domain';

/**
 * The one clock of a case: the workflow's time with the training offset, never behind what the case has lived through.
 * UTC instant; deterministic, because the workflow's time is.
 */
export const caseNow = (state: CaseState, offsetMs: number): number => Math.max(state.lastAt, Date.now() + offsetMs);

/** How long after its instant a case wakes: the same for a reference always, spread evenly over `spreadMs`. */
export function wakeDelay(ref: string, spreadMs: number): number {
  if (spreadMs === 0) return 0;
  let hash = 7;
  for (const letter of ref) hash = (hash * 31 + letter.charCodeAt(0)) % 1_000_003;
  return hash % spreadMs;
}

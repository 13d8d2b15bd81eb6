import type { RoundPass } from '../activities/contract';

const MOST_WAIT_MS = 5 * 60_000;
const MOST_TRIES_TO_REPORT = 8;

/** True for a pass that moved something on. */
export const hasMoved = ({ mails, dropped, failed }: RoundPass): boolean => mails + dropped + failed > 0;

/**
 * How long the morning round waits before its next pass; undefined when it is done. It goes on while a message is left, and for a while when
 * only a case has yet to hear of a failure: the next round takes it from there. `idle`: passes since one moved something on.
 */
export function waitAfter({ left, unheard }: RoundPass, idle: number, retryMs: number): number | undefined {
  const again = left > 0 || (unheard > 0 && idle < MOST_TRIES_TO_REPORT);
  return again ? Math.min(retryMs * 2 ** idle, MOST_WAIT_MS) : undefined;
}

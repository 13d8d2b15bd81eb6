import type { RoundPass } from '../activities/contract';

const MOST_WAIT_MS = 5 * 60_000;
const SOON_MS = 15 * 60_000;
const MOST_TRIES_TO_REPORT = 8;

/** True for a pass that moved something on. */
export const hasMoved = ({ mails, dropped, failed }: RoundPass): boolean => mails + dropped + failed > 0;

/**
 * How long the morning round waits before its next pass; undefined when it is done. It goes on while a message is left, for a while when only
 * a case has yet to hear of a failure, and waits for messages that are about to be due. `idle`: passes since one moved something on.
 */
export function waitAfter(pass: RoundPass, idle: number, retryMs: number, now: number): number | undefined {
  const again = Math.min(retryMs * 2 ** idle, MOST_WAIT_MS);
  if (pass.left > 0) return again;
  if (pass.unheard > 0 && idle < MOST_TRIES_TO_REPORT) return again;
  return pass.nextAt !== null && pass.nextAt - now <= SOON_MS ? Math.max(1, pass.nextAt - now) : undefined;
}

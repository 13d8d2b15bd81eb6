import type { LondonDate } from '../calendar';
import { isTerminal } from './codes';
import { isOnHold } from './decide/closing/hold';
import type { CaseState } from './state';

/** Why the content of a case is erased (UK GDPR articles 5 and 17; local default). */
export const ERASURE_REASONS = ['RETENTION_ENDED', 'REQUEST_GRANTED', 'RECORDED_IN_ERROR', 'COURT_ORDER'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/** What stands in the way of erasing a case, in words that say what to do; null when nothing does. `today` is the London day. */
export function erasureBarrier(state: CaseState, reason: ErasureReason, today: LondonDate): string | null {
  if (isOnHold(state)) return 'The record is under a legal hold: it may not be erased until the hold is lifted (liftLegalHold).';
  if (state.stage === null || !isTerminal(state.stage))
    return 'The case is live: end it first (withdraw, or propose and confirm its closure), so that no deadline is left without its content.';
  const owed = state.obligations.filter(({ clock }) => clock !== 'T-RETAIN').map(({ clock, key }) => `${clock} ${key}`);
  if (owed.length > 0) return `Something is still owed on the case: ${owed.join(', ')}. Settle it first.`;
  const kept = state.obligations.find(({ clock }) => clock === 'T-RETAIN');
  if (reason === 'RETENTION_ENDED' && kept !== undefined && kept.dueOn > today)
    return `The record is kept until ${kept.dueOn}: it may not be erased for that reason before.`;
  return null;
}

import type { SendResult } from '../../notifications';
import type { RowOutcome } from '../../persistence';
import type { Target } from './targets';

/** How long a claim stands: longer than all timeouts of the channel together. */
export const LEASE_MS = 5 * 60_000;
const GIVE_UP_MS = 60 * 60_000;

/** What an answer of the channel means for a row that has been tried since `since`; `open` is what it is while it may be tried again. */
export function toOutcome(
  { kind, response }: SendResult,
  { person, instead }: Target,
  { at, since, open }: { readonly at: number; readonly since: number; readonly open: 'pending' | 'held' },
): RowOutcome {
  if (kind === 'sent') return { outcome: 'sent', at, response, sentTo: person, ...(instead ? { reason: instead } : {}) };
  if (kind === 'refused') return { outcome: 'failed', at, response, reason: 'REFUSED' };
  return at - since >= GIVE_UP_MS ? { outcome: 'failed', at, response, reason: 'EXPIRED' } : { outcome: open, at, response };
}

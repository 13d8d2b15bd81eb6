import { londonDateOf, morning } from '../../domain';
import type { Instant, Notice } from '../../domain';
import type { ActivityDeps } from '../deps';

const GOES_BY_ITSELF: readonly (string | null)[] = ['catch-up', 'at-once'];

/**
 * From when the morning round may send a message; null for one that goes by itself. Held are the planned messages of 09:00 of real cases:
 * not what follows from an event, not what catches up, nothing of a training case, and nothing at all when there is no round.
 */
export function releaseOf(
  { planned, threshold, at }: Pick<Notice, 'planned' | 'threshold' | 'at'>,
  training: boolean,
  round: ActivityDeps['morningRound'],
): Instant | null {
  const held = round !== null && !training && planned && !GOES_BY_ITSELF.includes(threshold) && at === morning(londonDateOf(at));
  return held ? at + round.windowMs : null;
}

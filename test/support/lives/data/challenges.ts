import { addDays } from '../../../../domain';
import { oneOf } from './given';
import type { Data, Given } from './given';

/** Challenges of services of the case, and what becomes of them. */
export function challengesData({ n, pick, today, service, state }: Given): Data {
  const challenge = oneOf(state.challenges, pick)?.id ?? 'none';
  return {
    raiseChallenge: { id: `c${n}`, service, text: 'v', ...(pick % 3 === 0 ? { onBehalfOf: 'FAMILY', toldBy: 'p-lead' } : {}) },
    issueChallenge: { challenge },
    dismissChallenge: { challenge, reason: 'v' },
    respondChallenge: { challenge, text: 'v' },
    advanceChallenge: { challenge, reason: 'v' },
    holdChallenge: { challenge, until: addDays(today, 1 + (pick % 12)), reason: 'v' },
    withdrawChallenge: { challenge, reason: 'v' },
    resolveChallenge: { challenge, outcome: pick % 3 === 0 ? 'UNRESOLVED_AT_BOARD' : 'RESOLVED_ACTION_AGREED' },
  };
}

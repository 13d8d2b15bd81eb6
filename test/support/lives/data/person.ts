import { CAPACITY_OUTCOMES } from '../../../../domain';
import { oneOf } from './given';
import type { Data, Given } from './given';

const CONSENTS: readonly object[] = [
  { position: 'GIVEN' },
  { position: 'REFUSED' },
  { position: 'NOT_POSSIBLE', grounds: 'RISK_TO_OTHERS', facts: 'v' },
  { position: 'NOT_YET_SOUGHT' },
  { position: 'LACKS_CAPACITY_BEST_INTERESTS' },
];

/** The person: consent, capacity, advocacy. */
export function personData({ pick, near, state }: Given): Data {
  const decision = oneOf(state.person.capacity, pick)?.decision ?? 'none';
  return {
    recordConsent: oneOf(CONSENTS, pick) ?? {},
    recordCapacity: {
      id: `d${pick % 3}`,
      decision: 'v',
      outcome: oneOf(CAPACITY_OUTCOMES, pick),
      fluctuating: pick % 5 === 0,
      assessmentOn: near,
      assessor: pick % 2 === 0 ? 'p-coordinator' : 'p-elsewhere',
    },
    planBestInterests: { decision, who: 'v', plannedFor: near },
    recordBestInterests: { decision, text: 'v' },
    considerAdvocate: { result: pick % 3 === 0 ? 'DECLINED' : 'NEEDED' },
    appointAdvocate: { type: 'IMCA', provider: 'v', ...(pick % 2 === 0 ? { advocate: 'p-advocate' } : {}) },
  };
}

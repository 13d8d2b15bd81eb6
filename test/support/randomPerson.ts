import { CAPACITY_OUTCOMES } from '../../domain';
import type { CaseState, CommandName } from '../../domain';

const CONSENTS: readonly object[] = [
  { position: 'GIVEN' },
  { position: 'REFUSED' },
  { position: 'NOT_POSSIBLE', grounds: 'RISK_TO_OTHERS', facts: 'v' },
  { position: 'NOT_YET_SOUGHT' },
  { position: 'LACKS_CAPACITY_BEST_INTERESTS' },
];

/** Data of the commands about the person, for random lives; `near` is a day not far ahead. */
export function personData(pick: number, near: string, state: CaseState): Readonly<Partial<Record<CommandName, object>>> {
  const decision = state.person.capacity[pick % Math.max(1, state.person.capacity.length)]?.decision ?? 'none';
  return {
    recordConsent: CONSENTS[pick % CONSENTS.length] ?? {},
    recordCapacity: {
      id: `d${pick % 3}`,
      decision: 'v',
      outcome: CAPACITY_OUTCOMES[pick % CAPACITY_OUTCOMES.length],
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

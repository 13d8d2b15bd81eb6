import { addDays } from '../../../../domain';
import type { Data, Given } from './given';

/** Who holds a role, who is away, and which service leaves. */
export const rolesData = ({ pick, near, service, state }: Given): Data => ({
  vacateRole: { role: pick % 2 === 0 ? 'COORDINATOR' : 'CHAIR' },
  assignRole: { role: 'COORDINATOR', person: 'p-new' },
  acceptRole: { role: state.involvement.proposals[0]?.role ?? 'COORDINATOR' },
  setAbsence: { person: 'p-coordinator', from: near, until: addDays(near, pick % 10), deputy: 'p-deputy' },
  endInvolvement: { service, reason: 'v', ...[{}, { planEndsBecause: 'v' }][pick % 2] },
});

import { holderOf } from '../../domain';
import type { Role } from '../../domain';
import type { CaseView, Directory } from '../../persistence';

const TO_RING: readonly Role[] = ['COORDINATOR', 'COORDINATOR_MANAGER', 'CONVENER_MANAGER'];

/**
 * What a contact outside the case sees of one whose review has lapsed: its reference, why, and whom to ring. Nothing about the person,
 * the risks or the agencies (local default: domain rule of the lapsed review).
 */
export async function toReferenceOnly(directory: Directory, { ref, seq, state }: CaseView): Promise<object> {
  const people = await Promise.all(
    TO_RING.map(async (role) => {
      const id = holderOf(state, { role });
      const person = id === null ? null : await directory.person(id);
      return { role, person: id, name: person?.name ?? null, telephone: person?.telephone ?? null };
    }),
  );
  return {
    ref,
    seq,
    sight: 'REFERENCE',
    why: 'You are told that something is overdue; you see whom to ring, and nothing of the content.',
    ring: people,
  };
}

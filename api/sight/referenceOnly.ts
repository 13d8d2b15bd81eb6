import { holderOf, knowsOfLapse, seesEscalation } from '../../domain';
import type { CaseState, Role } from '../../domain';
import type { CaseView, Repositories } from '../../persistence';
import { fromVault } from '../commands/vaulting';
import { RETRACTED } from '../timeline/entries';
import { mendingOf } from '../timeline/mended';
import { asCorrected } from '../timeline/standing';

const TO_RING: readonly Role[] = ['COORDINATOR', 'COORDINATOR_MANAGER', 'CONVENER_MANAGER'];

/**
 * What a contact outside the case sees of it: its reference, why, and whom to ring. Of a lapsed review nothing about the person, the risks
 * or the agencies; the local authority that was notified also reads the notification and how it stands (local defaults).
 */
export async function toReferenceOnly(
  repositories: Pick<Repositories, 'commits' | 'directory' | 'vault'>,
  { ref, seq, state }: CaseView,
  reader: string,
): Promise<object> {
  const notified = seesEscalation(state, reader);
  const people = await Promise.all(
    TO_RING.map(async (role) => {
      const id = holderOf(state, { role });
      const person = id === null ? null : await repositories.directory.person(id);
      return { role, person: id, name: person?.name ?? null, telephone: person?.telephone ?? null };
    }),
  );
  return {
    ref,
    seq,
    sight: 'REFERENCE',
    why: whyIn(state, reader),
    ring: people,
    ...(notified ? { escalation: await escalationOf(repositories, ref, state) } : {}),
  };
}

// As it stands: what was corrected reads as corrected, and what was retracted is not opened.
async function escalationOf({ commits, vault }: Pick<Repositories, 'commits' | 'vault'>, ref: string, state: CaseState): Promise<unknown> {
  const mending = mendingOf(await commits.list(ref));
  return fromVault(vault, ref, asCorrected(state.escalation, mending), { refs: mending.hiddenRefs, instead: RETRACTED });
}

function whyIn(state: CaseState, reader: string): string {
  if (seesEscalation(state, reader))
    return 'The local authority was notified of this case: you see the notification and whom to ring, and nothing else of the content.';
  return knowsOfLapse(state, reader)
    ? 'You are told that something is overdue; you see whom to ring, and nothing of the content.'
    : 'Your part in this case needs none of its content so far: you see its reference and whom to ring.';
}

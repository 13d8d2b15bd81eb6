import type { CaseEvent } from '../../domain';
import type { CaseView, Commit, Repositories } from '../../persistence';
import { fromVault } from '../commands/vaulting';
import { mendingOf } from '../timeline/mended';
import { RETRACTED } from '../timeline/entries';

const IDENTIFIES = ['name', 'address', 'bornOn'] as const;

/**
 * What an invited service sees until it has said whether it knows the person: who that is, when and how the meeting is, and what it is for.
 * Nothing of risks, reasons, other services or what was said (Oxfordshire framework 5.3, box 4: share the minimum).
 */
export async function toInvitation({ commits, vault }: Pick<Repositories, 'commits' | 'vault'>, view: CaseView): Promise<object> {
  const { ref, seq, state } = view;
  const all = await commits.list(ref);
  const { meeting } = state;
  return {
    ref,
    seq,
    sight: 'INVITATION',
    training: view.training,
    why: 'Your service is asked whether it knows this person. Answer the invitation to take part and see the case; until then you see no more.',
    purpose: 'A multi-agency meeting about an adult who may be at high risk: does your service know the person, or can it help?',
    person: await fromVault(vault, ref, identityIn(all), { refs: mendingOf(all).hiddenRefs, instead: RETRACTED }),
    meeting: meeting && { kind: meeting.kind, on: meeting.on, startsAt: meeting.startsAt },
  };
}

/** The name, address and day of birth first given, as corrected since; references to the vault. */
export function identityIn(commits: readonly Commit[]): object {
  const opening = commits[0];
  const received = opening?.events.find((event): event is CaseEvent<'ReferralReceived'> => event.type === 'ReferralReceived');
  const corrections = mendingOf(commits).corrections.get(opening?.seq ?? 0) ?? [];
  const given = IDENTIFIES.map((name) => {
    const right = corrections.findLast((one) => one.field === name);
    return [name, right ? right.now : (received?.data.person?.[name] ?? null)] as const;
  });
  return Object.fromEntries(given);
}

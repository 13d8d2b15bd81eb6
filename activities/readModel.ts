import { applyCommit, findProfile, membersOf, nextDue, nextPending, sightOf } from '../domain';
import type { CaseState, Sight } from '../domain';
import type { CaseView } from '../persistence';
import type { ActivityDeps } from './deps';

// Contacts outside have no worklist of cases: they were told of one.
const IN_WORKLIST: readonly Sight[] = ['CASE', 'INVITATION', 'INCIDENT'];

/** Brings the read model up to the last recorded commit; does nothing if it is there. Idempotency key: the seq. */
export async function catchUpReadModel(deps: ActivityDeps, ref: string, training: boolean, offsetMs: number): Promise<CaseView | null> {
  const { commits, cases } = deps.repositories;
  const known = await cases.find(ref);
  const missing = await commits.list(ref, (known?.seq ?? 0) + 1);
  const last = missing.at(-1);
  if (!last) return known;
  const state = missing.reduce<CaseState | null>((folded, commit) => applyCommit(folded, commit), known?.state ?? null);
  if (!state) return known;
  const due = nextDue(state, last.at);
  const view: CaseView = {
    ref,
    seq: last.seq,
    head: last.hash,
    state,
    nextDueAt: due?.at ?? null,
    overdue: due?.overdue ?? false,
    wakeAt: wakeOf(state),
    training,
    offsetMs,
    members: membersOf(state).filter((person) => IN_WORKLIST.includes(sightOf(state, person))),
    updatedAt: deps.wallClock(),
  };
  await cases.save(view);
  return view;
}

function wakeOf(state: CaseState): number | null {
  const profile = findProfile(state.profile.id, state.profile.version);
  return (profile && nextPending(state, profile)?.at) ?? null;
}

import { rolesOf } from '../case/holders';
import type { CaseState } from '../case/state';
import { actorOf } from './actor';
import type { Actor, Who } from './actor';
import { isExcluded } from './exceptions';
import type { AccessContext, Exclusion } from './exceptions';
import { actingGrants } from './grants';

/**
 * True for who keeps the access to a case: its coordinator, and its information-governance lead. They read who looked, and say who must not
 * (local default).
 */
export const keepsAccess = (state: CaseState, who: Who, access: AccessContext): boolean =>
  !isExcluded(state, who, access) &&
  actingGrants(state, actorOf(who).person).some(({ role }) => role === 'COORDINATOR' || role === 'INFORMATION_GOVERNANCE_LEAD');

/** Why somebody is not excluded from a case. */
export type ExclusionProblem = 'REASON_MISSING' | 'NOT_YOURS' | 'WATCHES_OVER_ACCESS' | 'NOBODY_LEFT';

/** The people who keep the access, as the directory knows them: the coordinator, whoever stands in, and the information-governance lead. */
interface Asked {
  readonly who: Exclusion['who'];
  readonly by: Actor;
  readonly reason: string;
  readonly keepers: readonly Actor[];
}

/**
 * The record of an exclusion, or why it is not made. The lead for information governance steps aside alone, by nobody else's hand; and
 * somebody must be left who can end the exclusion again.
 */
export function excluding(
  state: CaseState,
  { who, by, reason, keepers }: Asked,
  access: AccessContext,
): { readonly excluded: Exclusion } | { readonly problem: ExclusionProblem } {
  if (!keepsAccess(state, by, access)) return { problem: 'NOT_YOURS' };
  if (reason.trim() === '') return { problem: 'REASON_MISSING' };
  const excluded: Exclusion = { who, by: by.person, reason, at: access.at };
  const after: AccessContext = { ...access, exclusions: [...access.exclusions, excluded] };
  const lost = keepers.filter((one) => keepsAccess(state, one, access) && isExcluded(state, one, after));
  if (lost.some((one) => one.person !== by.person && watchesOver(state, one))) return { problem: 'WATCHES_OVER_ACCESS' };
  return keepers.some((one) => keepsAccess(state, one, after)) ? { excluded } : { problem: 'NOBODY_LEFT' };
}

const watchesOver = (state: CaseState, { person }: Actor): boolean =>
  rolesOf(state, person).some(({ role }) => role === 'INFORMATION_GOVERNANCE_LEAD');

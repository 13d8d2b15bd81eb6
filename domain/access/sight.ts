import { holderOf, isProposed } from '../case/holders';
import type { CaseState } from '../case/state';
import { ASKS_A_PERSON, ofStageKey, thirdStageHolders } from '../clocks/challenge/stage';
import { actorOf } from './actor';
import type { Who } from './actor';
import { hasBrokenGlass, isExcluded, NO_EXCEPTIONS } from './exceptions';
import type { AccessContext } from './exceptions';
import { actingGrants, grantsOf } from './grants';
import { ROLE_TABLE } from './roles';

/**
 * What a person sees of a case: its content; of an invitation only whom it is about, when and what for; of an incident only what was
 * retracted; its reference with whom to ring; or nothing.
 */
export type Sight = 'CASE' | 'INVITATION' | 'INCIDENT' | 'REFERENCE' | 'NOTHING';

/** A sight, and whether a role gives it or a recorded look without one: the latter is told to the coordinator and changes nothing. */
export interface Access {
  readonly sight: Sight;
  readonly through: 'ROLE' | 'BREAK_GLASS' | null;
}

/** What a person may see, and by what right. Exclusions beat every grant; unknown and forbidden look the same. */
export function accessOf(state: CaseState, who: Who, access: AccessContext = NO_EXCEPTIONS): Access {
  if (isExcluded(state, who, access)) return { sight: 'NOTHING', through: null };
  const sight = byRole(state, actorOf(who).person);
  if (sight === 'CASE') return { sight, through: 'ROLE' };
  if (hasBrokenGlass(who, access)) return { sight: 'CASE', through: 'BREAK_GLASS' };
  return { sight, through: sight === 'NOTHING' ? null : 'ROLE' };
}

/** What a person may see. */
export const sightOf = (state: CaseState, who: Who, access: AccessContext = NO_EXCEPTIONS): Sight => accessOf(state, who, access).sight;

/** True for whoever may read what was retracted: the information-governance lead of the case, nobody else. */
export const seesRetracted = (state: CaseState, who: Who, access: AccessContext = NO_EXCEPTIONS): boolean =>
  state.holders.INFORMATION_GOVERNANCE_LEAD === actorOf(who).person && !isExcluded(state, who, access);

// Contacts outside the case see its reference only, and only once they were told that its review has lapsed, or were
// notified of it; so does whom a role was put to, until it is accepted (local defaults).
function byRole(state: CaseState, person: string): Sight {
  const grants = grantsOf(state, person);
  const seen = grants.filter(({ invitedOnly }) => !invitedOnly).map(({ role }) => ROLE_TABLE[role].sees);
  if (seen.includes('CASE') || seen.includes('OWN_REFERRAL') || holdsThirdStage(state, person)) return 'CASE';
  if (grants.some(({ invitedOnly }) => invitedOnly)) return 'INVITATION';
  if (seesRetracted(state, person) && state.entries.some((entry) => entry.retracted === true)) return 'INCIDENT';
  const asked = isProposed(state, person) || actingGrants(state, person).some(({ role }) => ROLE_TABLE[role].sees === 'REFERENCE_ONLY');
  return asked ? 'REFERENCE' : 'NOTHING';
}

// A safeguarding lead sees the case of the own service while a challenge is in the lead's hands.
const holdsThirdStage = (state: CaseState, person: string): boolean =>
  state.obligations.some(({ clock, key }) => {
    const found = clock === 'T-CHALLENGE' ? ofStageKey(state, key) : undefined;
    return found?.stage === ASKS_A_PERSON && thirdStageHolders(found.challenge).some((to) => holderOf(state, to) === person);
  });

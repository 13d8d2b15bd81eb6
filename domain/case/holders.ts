import { isServiceRole } from './codes';
import type { Role, ServiceRole } from './codes';
import type { Addressee } from './events';
import type { Challenge } from './regions/challenges';
import type { CaseState } from './state';

/**
 * Who gets what is addressed to a role: the person named, the holder, else the stand-in of the rules.
 * A vacant role falls to the hosting manager, never to nobody (local default); null only when that one is missing too.
 */
export function holderOf(state: CaseState, to: Addressee): string | null {
  if (to.person !== undefined) return to.person;
  if (isServiceRole(to.role)) return serviceHolder(state, to.role, to.service);
  return state.holders[to.role] ?? standIn(state, to.role) ?? hostingManager(state);
}

// Until somebody is named who tells the person, the coordinator is asked (local default).
const standIn = (state: CaseState, role: Role): string | undefined =>
  role === 'RELATIONSHIP_HOLDER' ? state.holders.COORDINATOR : undefined;

/** The hosting manager, to whom every vacant role falls. */
export const hostingManager = (state: CaseState): string | null => state.holders.CONVENER_MANAGER ?? null;

// A service without a lead worker, or without a safeguarding lead, is served by its responsible manager (local default).
function serviceHolder(state: CaseState, role: ServiceRole, service: string | undefined): string | null {
  const found = state.services.find((one) => one.service === service);
  const manager = found?.responsibleManager ?? hostingManager(state);
  switch (role) {
    case 'LEAD_WORKER':
      return found?.leadWorker ?? manager;
    case 'RESPONSIBLE_MANAGER':
      return manager;
    case 'SAFEGUARDING_LEAD':
      return found?.safeguardingLead ?? manager;
  }
}

/** Every role that a person holds on a case, by service where it is a service's. Who has raised a challenge is its raiser. */
export function rolesOf(state: CaseState, person: string): readonly Addressee[] {
  const held = Object.entries(state.holders).flatMap(([role, holder]) => (holder === person ? [{ role: role as Role }] : []));
  const ofServices = state.services.flatMap((one): Addressee[] => [
    ...(one.leadWorker === person ? [{ role: 'LEAD_WORKER' as const, service: one.service }] : []),
    ...(one.responsibleManager === person ? [{ role: 'RESPONSIBLE_MANAGER' as const, service: one.service }] : []),
    ...(one.safeguardingLead === person ? [{ role: 'SAFEGUARDING_LEAD' as const, service: one.service }] : []),
  ]);
  const ofChallenges = state.challenges.some((one) => isRaiserOf(one, person)) ? [{ role: 'RAISER' as const }] : [];
  const ofActions = state.actions
    .filter((action) => action.leadWorker === person)
    .map((action) => ({ role: 'LEAD_WORKER' as const, service: action.service }));
  return [...held, ...ofServices, ...ofActions, ...ofChallenges];
}

/** True for who has raised a challenge, or carries it on after its case has closed. */
export const isRaiserOf = ({ raisedBy, carriedBy }: Challenge, person: string): boolean => raisedBy === person || carriedBy === person;

/** Everyone who holds a role on a case, each once: who may see it. */
export function membersOf(state: CaseState): readonly string[] {
  const all = [
    ...Object.values(state.holders),
    ...state.services.flatMap((one) => [one.leadWorker, one.responsibleManager, one.safeguardingLead]),
    ...state.actions.map((action) => action.leadWorker),
  ];
  return [...new Set(all.filter((person) => person !== null && person !== undefined))].sort();
}

/** True if a message that reached nobody shows that a role has no holder. Who has raised a challenge is a person, whom nobody replaces. */
export const showsVacancy = ({ reason, role }: { readonly reason: string; readonly role: string }): boolean =>
  reason === 'NO_HOLDER' && role !== 'RAISER';

import { compareDates, londonDateOf } from '../calendar';
import { isServiceRole } from './codes';
import type { Role, ServiceRole } from './codes';
import type { Addressee } from './events';
import type { Challenge } from './regions/challenges';
import type { CaseState } from './state';

/**
 * Who gets what is addressed to a role: the person named, the holder, else the stand-in of the rules; on days on which that person is away,
 * the deputy. A vacant role falls to the hosting manager, never to nobody (local default); null only when that one is missing too.
 */
export function holderOf(state: CaseState, to: Addressee): string | null {
  const holder = to.person ?? unlessAway(state, to);
  return holder === null ? null : deputyOf(state, holder);
}

function unlessAway(state: CaseState, to: Addressee): string | null {
  if (isServiceRole(to.role)) return serviceHolder(state, to.role, to.service);
  return state.holders[to.role] ?? standIn(state, to.role) ?? state.holders.CONVENER_MANAGER ?? null;
}

// One step only: a deputy who is away too has been asked, and knows of it.
function deputyOf(state: CaseState, person: string): string {
  const today = londonDateOf(state.lastAt);
  const away = state.involvement.absences.find(
    (one) => one.person === person && compareDates(one.from, today) <= 0 && compareDates(today, one.until) <= 0,
  );
  return away?.deputy ?? person;
}

// Until somebody is named who tells the person, the coordinator is asked (local default).
const standIn = (state: CaseState, role: Role): string | undefined =>
  role === 'RELATIONSHIP_HOLDER' ? state.holders.COORDINATOR : undefined;

/** The hosting manager, to whom every vacant role falls, or the deputy on days on which that one is away. */
export const hostingManager = (state: CaseState): string | null => holderOf(state, { role: 'CONVENER_MANAGER' });

// A service without a lead worker, or without a safeguarding lead, is served by its responsible manager (local default).
function serviceHolder(state: CaseState, role: ServiceRole, service: string | undefined): string | null {
  // A service that has left may still be owed a message, such as a plan that it goes on getting.
  const found = [...state.services, ...state.involvement.departed].find((one) => one.service === service);
  const manager = found?.responsibleManager ?? state.holders.CONVENER_MANAGER ?? null;
  switch (role) {
    case 'LEAD_WORKER':
      return found?.leadWorker ?? manager;
    case 'RESPONSIBLE_MANAGER':
      return manager;
    case 'SAFEGUARDING_LEAD':
      return found?.safeguardingLead ?? manager;
  }
}

/**
 * Every role that a person holds on a case, by service where it is a service's; a deputy holds those of whom they stand in for. Who has
 * raised a challenge is its raiser.
 */
export function rolesOf(state: CaseState, person: string): readonly Addressee[] {
  const all = [person, ...standsInFor(state, person)].flatMap((one) => ownRolesOf(state, one));
  return all.filter((one, at) => all.findIndex((other) => other.role === one.role && other.service === one.service) === at);
}

function ownRolesOf(state: CaseState, person: string): readonly Addressee[] {
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
  const referred = otherReferrers(state).includes(person) ? [{ role: 'REFERRER' as const }] : [];
  return [...held, ...ofServices, ...ofActions, ...ofChallenges, ...referred];
}

/** True for a manager of the whole case: the coordinator's or the hosting one, who decides with the coordinator at high risk (local default). */
export const managesCase = (state: CaseState, person: string): boolean =>
  rolesOf(state, person).some(({ role }) => role === 'COORDINATOR_MANAGER' || role === 'CONVENER_MANAGER');

/** True for who has raised a challenge, or carries it on after its case has closed. */
export const isRaiserOf = ({ raisedBy, carriedBy }: Challenge, person: string): boolean => raisedBy === person || carriedBy === person;

/** Who referred in a case that was merged into this one. */
export const otherReferrers = ({ origin, holders }: CaseState): readonly string[] =>
  [...new Set(origin.takenOver.flatMap(({ referrers }) => referrers))].filter((one) => one !== holders.REFERRER);

// From the day on which the absence is known, so that the deputy can read up, to its last day.
const standsInFor = (state: CaseState, deputy: string): readonly string[] =>
  state.involvement.absences
    .filter((one) => one.deputy === deputy && compareDates(londonDateOf(state.lastAt), one.until) <= 0)
    .map((one) => one.person);

/** True for somebody to whom a role of the case was put, and who has not accepted it yet. */
export const isProposed = ({ involvement }: CaseState, person: string): boolean =>
  involvement.proposals.some((one) => one.person === person);

/** Everyone who holds a role on a case, or stands in for somebody who does, each once: who may see it. */
export function membersOf(state: CaseState): readonly string[] {
  const all = [
    ...Object.values(state.holders),
    ...state.services.flatMap((one) => [one.leadWorker, one.responsibleManager, one.safeguardingLead]),
    ...state.actions.map((action) => action.leadWorker),
    ...otherReferrers(state),
    ...state.involvement.absences.map((one) => one.deputy),
  ];
  return [...new Set(all.filter((person) => person !== null && person !== undefined))].sort();
}

/** True if a message that reached nobody shows that a role has no holder. Who has raised a challenge is a person, whom nobody replaces. */
export const showsVacancy = ({ reason, role }: { readonly reason: string; readonly role: string }): boolean =>
  reason === 'NO_HOLDER' && role !== 'RAISER';

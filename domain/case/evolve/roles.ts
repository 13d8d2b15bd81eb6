import { isServiceRole } from '../codes';
import type { Role, ServiceRole } from '../codes';
import type { Holder } from '../command';
import type { CaseEvent } from '../events';
import type { CaseState, ServiceOnCase } from '../state';

/** Notes who holds which role; a vacancy of the role ends. */
export const withHolders = (state: CaseState, holders: readonly Holder[]): CaseState => holders.reduce(assignRole, state);

/** A role has a holder from now on. */
export function assignRole(state: CaseState, to: { role: Role; service?: string; person: string }): CaseState {
  if (isServiceRole(to.role)) return to.service === undefined ? state : withServiceHolder(state, to.service, to.role, to.person);
  return {
    ...state,
    holders: { ...state.holders, [to.role]: to.person },
    vacancies: state.vacancies.filter((one) => one.role !== to.role),
  };
}

/** Nobody holds a role any longer. */
export function vacateRole(state: CaseState, event: CaseEvent<'RoleVacated'>): CaseState {
  if (isServiceRole(event.role)) return event.service === undefined ? state : withServiceHolder(state, event.service, event.role, null);
  const holders = Object.fromEntries(Object.entries(state.holders).filter(([role]) => role !== event.role));
  return {
    ...state,
    holders,
    vacancies: [...state.vacancies.filter((one) => one.role !== event.role), { role: event.role, on: event.on }],
  };
}

/** Brings services onto the case; one that is there keeps its people unless others are named. */
export function withServices(
  state: CaseState,
  services: readonly { service: string; leadWorker?: string; responsibleManager?: string }[],
): CaseState {
  const named = services.reduce(ensureService, state);
  return services.reduce((s, one) => {
    const lead = one.leadWorker === undefined ? s : withServiceHolder(s, one.service, 'LEAD_WORKER', one.leadWorker);
    return one.responsibleManager === undefined
      ? lead
      : withServiceHolder(lead, one.service, 'RESPONSIBLE_MANAGER', one.responsibleManager);
  }, named);
}

function ensureService(state: CaseState, { service }: { service: string }): CaseState {
  if (state.services.some((one) => one.service === service)) return state;
  return { ...state, services: [...state.services, { service, leadWorker: null, responsibleManager: null }] };
}

function withServiceHolder(state: CaseState, service: string, role: ServiceRole, person: string | null): CaseState {
  const known = ensureService(state, { service });
  return { ...known, services: known.services.map((one) => (one.service === service ? withHolder(one, role, person) : one)) };
}

function withHolder(one: ServiceOnCase, role: ServiceRole, person: string | null): ServiceOnCase {
  switch (role) {
    case 'LEAD_WORKER':
      return { ...one, leadWorker: person };
    case 'RESPONSIBLE_MANAGER':
      return { ...one, responsibleManager: person };
    case 'SAFEGUARDING_LEAD': {
      const { safeguardingLead: _before, ...rest } = one;
      return person === null ? rest : { ...rest, safeguardingLead: person };
    }
  }
}

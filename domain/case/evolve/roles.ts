import { isServiceRole } from '../codes';
import type { Role, ServiceRole } from '../codes';
import type { Holder } from '../command';
import type { CaseEvent } from '../events';
import type { CaseState, ServiceOnCase } from '../state';

/** Notes who holds which role; a vacancy of the role ends. */
export const withHolders = (state: CaseState, holders: readonly Holder[]): CaseState => holders.reduce(assignRole, state);

interface RoleOf {
  readonly role: Role;
  readonly service?: string;
}

/** True for the same role, of the same service where it is a service's. */
export const isSameRole = (a: RoleOf, b: RoleOf): boolean => a.role === b.role && (!isServiceRole(a.role) || a.service === b.service);

/** A role has a holder from now on; whoever it was put to is no longer asked. */
export function assignRole(state: CaseState, to: RoleOf & { person: string }): CaseState {
  const filled: CaseState = {
    ...state,
    vacancies: state.vacancies.filter((one) => !isSameRole(one, to)),
    involvement: { ...state.involvement, proposals: state.involvement.proposals.filter((one) => !isSameRole(one, to)) },
  };
  if (isServiceRole(to.role)) return to.service === undefined ? state : withServiceHolder(filled, to.service, to.role, to.person);
  return { ...filled, holders: { ...state.holders, [to.role]: to.person } };
}

/** Nobody holds a role any longer. */
export function vacateRole(state: CaseState, { role, service, on }: CaseEvent<'RoleVacated'>): CaseState {
  const vacancy = { role, on, ...(service === undefined ? {} : { service }) };
  const vacant: CaseState = { ...state, vacancies: [...state.vacancies.filter((one) => !isSameRole(one, vacancy)), vacancy] };
  if (isServiceRole(role)) return service === undefined ? state : withServiceHolder(vacant, service, role, null);
  return { ...vacant, holders: Object.fromEntries(Object.entries(state.holders).filter(([held]) => held !== role)) };
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
  const { involvement } = state;
  return {
    ...state,
    services: [...state.services, { service, leadWorker: null, responsibleManager: null }],
    // Who comes back is as welcome as who comes for the first time.
    involvement: {
      ...involvement,
      departed: involvement.departed.filter((one) => one.service !== service),
      planRecipients: { ...involvement.planRecipients, removed: involvement.planRecipients.removed.filter((one) => one !== service) },
    },
  };
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

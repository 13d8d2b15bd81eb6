import { isServiceRole } from '../../codes';
import type { Role } from '../../codes';
import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { isSameRole } from '../../evolve/roles';
import { refuse } from '../../refusals';
import type { DecideContext, Decision } from '../context';

interface Given {
  readonly role: Role;
  readonly service?: string;
}

// A role with its service where it is a service's; a service beside a role of the whole case means nothing.
const roleOf = ({ role, service }: Given): Given => (isServiceRole(role) && service !== undefined ? { role, service } : { role });

function checkRole({ role, service }: Given, { state }: DecideContext): Decision | undefined {
  if (!isServiceRole(role)) return undefined;
  if (service === undefined) return refuse('SERVICE_MISSING', 'Say for which service.', { field: '/service' });
  if (state.services.some((one) => one.service === service)) return undefined;
  return refuse('SERVICE_NOT_ON_CASE', 'This service takes no part in the case: invite it first.', { field: '/service' });
}

/**
 * Gives a role to a person; lead workers and responsible managers belong to a service. Somebody of another organisation has to accept it
 * first, and until then the old holder keeps the duty (local default).
 */
export function assignRole(command: CaseCommand<'assignRole'>, context: DecideContext): Decision {
  const { data, actor, holders = [] } = command;
  const { at, on } = context;
  const wrong = checkRole(data, context);
  if (wrong) return wrong;
  const to = { ...roleOf(data), person: data.person };
  return isOfAnother(command)
    ? { events: [{ type: 'RoleProposed', at, ...to, by: actor, on, brings: broughtBy(holders) }] }
    : { events: [{ type: 'RoleAssigned', at, ...to }, ...assigned(broughtBy(holders), at)] };
}

// Where the directory does not know one of the two, nothing says that they work apart.
function isOfAnother({ actor, data, organisations = {} }: CaseCommand<'assignRole'>): boolean {
  const [proposers, holders] = [organisations[actor], organisations[data.person]];
  return proposers !== undefined && holders !== undefined && proposers !== holders;
}

type Holders = NonNullable<CaseCommand<'assignRole'>['holders']>;

// A service's people are on the case already; what comes with a new holder is a role of the whole case.
const broughtBy = (holders: Holders): Holders => holders.filter(({ service }) => service === undefined);
const assigned = (holders: Holders, at: number): readonly CaseEvent[] =>
  holders.map(({ role, person }) => ({ type: 'RoleAssigned', at, role, person }));

/** Accepts a role that another organisation has put to the person who accepts. */
export function acceptRole({ data, actor }: CaseCommand<'acceptRole'>, { state, at }: DecideContext): Decision {
  const proposal = state.involvement.proposals.find((one) => isSameRole(one, data) && one.person === actor);
  if (!proposal) return refuse('NO_ROLE_PROPOSED', 'This role is not put to you, or no longer: see the case.', { field: '/role' });
  return { events: [{ type: 'RoleAssigned', at, ...roleOf(proposal), person: actor }, ...assigned(proposal.brings, at)] };
}

/** Notes that a role is vacant; its clock tells the hosting manager until it is filled. */
export function vacateRole({ data }: CaseCommand<'vacateRole'>, context: DecideContext): Decision {
  const { state, at, on } = context;
  const wrong = checkRole(data, context);
  if (wrong) return wrong;
  if (state.vacancies.some((one) => isSameRole(one, data)))
    return refuse('ROLE_ALREADY_VACANT', 'This role is vacant already: assign it.', { field: '/role' });
  return { events: [{ type: 'RoleVacated', at, ...roleOf(data), on }] };
}

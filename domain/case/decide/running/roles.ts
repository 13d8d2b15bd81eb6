import { isServiceRole } from '../../codes';
import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { showsVacancy } from '../../holders';
import { refuse } from '../../refusals';
import type { DecideContext, Decision } from '../context';

/** Gives a role to a person; lead workers and responsible managers belong to a service. */
export function assignRole(command: CaseCommand<'assignRole'>, { state, at }: DecideContext): Decision {
  const { role, person, service } = command.data;
  const ofService = isServiceRole(role);
  if (ofService && service === undefined) return refuse('SERVICE_MISSING', 'Say for which service.', { field: '/service' });
  if (ofService && !state.services.some((one) => one.service === service)) {
    return refuse('SERVICE_NOT_ON_CASE', 'This service takes no part in the case: invite it first.', { field: '/service' });
  }
  return { events: [{ type: 'RoleAssigned', at, role, person, ...(ofService && service !== undefined ? { service } : {}) }] };
}

/** Notes that a role is vacant; its clock tells the hosting manager until it is filled. */
export function vacateRole(command: CaseCommand<'vacateRole'>, { state, at, on }: DecideContext): Decision {
  const { role } = command.data;
  if (state.vacancies.some((one) => one.role === role))
    return refuse('ROLE_ALREADY_VACANT', 'This role is vacant already: assign it.', { field: '/role' });
  return { events: [{ type: 'RoleVacated', at, role, on }] };
}

/** Records messages that did not arrive: raises the flag, and a vacancy where a role has no reachable holder. */
export function recordDeliveryFailure(command: CaseCommand<'recordDeliveryFailure'>, { state, at, today }: DecideContext): Decision {
  const { rows } = command.data;
  const fact: CaseEvent = { type: 'DeliveryFailureRecorded', at, data: command.data };
  const flagged = state.flags.some((flag) => flag.flag === 'DELIVERY_FAILED');
  const undelivered = rows.some((row) => !showsVacancy(row));
  const vacant = [...new Set(rows.filter((row) => showsVacancy(row) && row.service === undefined).map((row) => row.role))];
  return {
    events: [
      fact,
      ...(undelivered && !flagged ? [{ type: 'FlagRaised', at, flag: 'DELIVERY_FAILED', clock: 'T-DELIVERY', key: '-' } as const] : []),
      ...vacant
        .filter((role) => !state.vacancies.some((one) => one.role === role))
        .map((role): CaseEvent => ({ type: 'RoleVacated', at, role, on: today })),
    ],
  };
}

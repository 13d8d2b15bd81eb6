import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { showsVacancy } from '../../holders';
import type { DecideContext, Decision } from '../context';

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

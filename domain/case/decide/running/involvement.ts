import { addWorkingDays, compareDates } from '../../../calendar';
import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { rolesOf } from '../../holders';
import { refuse } from '../../refusals';
import { tooFar } from '../context';
import type { DecideContext, Decision } from '../context';

/** Notes that somebody who takes part is away, and who stands in. A new absence of the same person takes the place of the old one. */
export function setAbsence({ data, actor }: CaseCommand<'setAbsence'>, { state, at, on, today }: DecideContext): Decision {
  const { from, until, deputy, person = actor } = data;
  if (rolesOf(state, person).length === 0)
    return refuse('PERSON_NOT_ON_CASE', 'This person holds no role on the case: nothing would go to the deputy.', { field: '/person' });
  if (deputy === person) return refuse('ABSENCE_UNCLEAR', 'Somebody else has to stand in: name another person.', { field: '/deputy' });
  if (compareDates(until, from) < 0) return refuse('ABSENCE_UNCLEAR', 'The last day lies before the first.', { field: '/until' });
  if (compareDates(until, today) < 0) return refuse('ABSENCE_UNCLEAR', 'These days have passed.', { field: '/until' });
  if (tooFar(until, today)) return refuse('DATE_TOO_FAR', 'That day is more than ten years ahead: check the year.', { field: '/until' });
  return { events: [{ type: 'AbsenceSet', at, on, person, from, until, deputy, data }] };
}

/** Working days in which open actions of a service that leaves find a new owner: as for every gap (local default). */
const DAYS_TO_FIND_AN_OWNER = 2;

/** Records that a service leaves. It goes on getting the plan unless a reason is given; its open actions become a gap of the record. */
export function endInvolvement({ data }: CaseCommand<'endInvolvement'>, context: DecideContext): Decision {
  const { state, at, on } = context;
  const { service } = data;
  if (!state.services.some((one) => one.service === service))
    return refuse('SERVICE_NOT_ON_CASE', 'This service takes no part in the case.', { field: '/service' });
  const left: CaseEvent = { type: 'InvolvementEnded', at, service, on, keepsPlan: data.planEndsBecause === undefined, data };
  return { events: [left, ...orphanedActions(service, context)] };
}

/** Asks what becomes of the open actions of a service that has left. */
export function orphanedActions(service: string, { state, calendar, at, on }: DecideContext): readonly CaseEvent[] {
  const id = `actions-of-${service}`.slice(0, 64);
  const open = state.actions.some((one) => one.service === service && (one.status === 'OPEN' || one.status === 'IN_PROGRESS'));
  if (!open || state.gaps.some((gap) => gap.id === id)) return [];
  return [
    {
      type: 'GapOpened',
      at,
      gap: {
        id,
        item: 'ACTIONS_OF_LEAVING_SERVICE',
        requirement: 'local default: no action without an owner',
        owner: 'COORDINATOR',
        dueOn: addWorkingDays(on, DAYS_TO_FIND_AN_OWNER, calendar),
      },
    },
  ];
}

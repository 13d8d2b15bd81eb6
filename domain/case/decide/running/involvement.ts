import { compareDates } from '../../../calendar';
import { isUnfinished } from '../../codes';
import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { openGap } from '../../gaps/opening';
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
export function orphanedActions(service: string, context: DecideContext): readonly CaseEvent[] {
  if (!context.state.actions.some((one) => one.service === service && isUnfinished(one))) return [];
  const id = `actions-of-${service}`.slice(0, 64);
  const requirement = 'local default: no action without an owner';
  return openGap({ id, item: 'ACTIONS_OF_LEAVING_SERVICE', requirement, owner: 'COORDINATOR' }, context);
}

import { isAwaited } from '../../../clocks/challenge/absent';
import type { InviteAnswer } from '../../codes';
import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { refuse } from '../../refusals';
import type { DecideContext, Decision } from '../context';
import { orphanedActions } from '../running/involvement';

/** Invites one more service to what is booked. */
export function inviteService(command: CaseCommand<'inviteService'>, { state, at, today }: DecideContext): Decision {
  const { meeting } = state;
  if (!meeting) return refuse('NO_MEETING_BOOKED', 'No meeting is booked: book one.');
  if (meeting.invitations.some((one) => one.service === command.data.service))
    return refuse('DUPLICATE_SERVICE', 'This service is invited already.', { field: '/service' });
  const holders = (command.holders ?? []).filter((holder) => holder.service === command.data.service);
  return { events: [{ type: 'ServiceInvited', at, meeting: meeting.number, invitedOn: today, holders, data: command.data }] };
}

/** Answers for an invited service. A later answer replaces an earlier one. */
export function respondInvite(command: CaseCommand<'respondInvite'>, context: DecideContext): Decision {
  const { service, answer, attends } = command.data;
  const { state, at } = context;
  const answered: CaseEvent = {
    type: 'InviteAnswered',
    at,
    meeting: state.meeting?.number ?? 0,
    service,
    answer,
    attends: attends ?? answer !== 'NOT_KNOWN',
    data: command.data,
  };
  return checkInvited(service, context) ?? { events: [answered, ...leaving(answer, service, context)] };
}

// A service that does not know the person sees nothing more, and is on record as having been asked (local default).
function leaving(answer: InviteAnswer, service: string, context: DecideContext): readonly CaseEvent[] {
  const { state, at, on } = context;
  if (answer !== 'NOT_KNOWN' || !state.services.some((one) => one.service === service)) return [];
  const left: CaseEvent = { type: 'InvolvementEnded', at, service, on, keepsPlan: false, data: null };
  return [left, ...orphanedActions(service, context)];
}

/**
 * Takes a service's written contribution. While one is asked for because the service was missing it is for that meeting, afterwards for
 * the one that is booked.
 */
export function submitContribution(command: CaseCommand<'submitContribution'>, context: DecideContext): Decision {
  const { state, at, on } = context;
  const { service } = command.data;
  if (!state.services.some((one) => one.service === service))
    return refuse('SERVICE_NOT_ON_CASE', 'This service takes no part in the case: invite it first.', { field: '/service' });
  const missed = state.absences.find((one) => one.service === service && isAwaited(context, one, on));
  const meeting = missed?.meeting ?? state.meeting?.number ?? state.meetingsHeld;
  const fact: CaseEvent = { type: 'ContributionSubmitted', at, meeting, service, on, data: command.data };
  return { events: [fact] };
}

function checkInvited(service: string, { state }: DecideContext): Decision | undefined {
  if (!state.meeting) return refuse('NO_MEETING_BOOKED', 'No meeting is booked, so there is no invitation to answer.');
  return state.meeting.invitations.some((one) => one.service === service)
    ? undefined
    : refuse('SERVICE_NOT_INVITED', 'This service is not invited to the booked meeting: invite it first.', { field: '/service' });
}

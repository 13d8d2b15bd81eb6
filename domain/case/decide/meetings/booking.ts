import { compareDates, parseLondonLocal } from '../../../calendar';
import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { refuse } from '../../refusals';
import { tooFar } from '../context';
import type { DecideContext, Decision } from '../context';

/** When a meeting begins if nobody says, London time. */
export const DEFAULT_START = '10:00';

/** Books a meeting: a date and a mode are all it needs. Before triage and referrer contact are done the booking is provisional. */
export const scheduleMeeting = (command: CaseCommand<'scheduleMeeting'>, context: DecideContext): Decision =>
  book(command, context, 'MEETING');

/** Books the review. Booking late does not move the agreed date; setReviewDate does. */
export const scheduleReview = (command: CaseCommand<'scheduleReview'>, context: DecideContext): Decision =>
  book(command, context, 'REVIEW');

function book(command: CaseCommand<'scheduleMeeting' | 'scheduleReview'>, context: DecideContext, kind: 'MEETING' | 'REVIEW'): Decision {
  const { state, at, today } = context;
  const { data } = command;
  if (state.meeting) return refuse('MEETING_ALREADY_BOOKED', `A meeting is booked for ${state.meeting.on}: postpone or cancel it.`);
  const wrong = checkBooking(data.on, data.startsAt ?? DEFAULT_START, context) ?? checkServices(data.services ?? []);
  if (wrong) return wrong;
  const booked: CaseEvent = {
    type: 'MeetingScheduled',
    at,
    meeting: state.meetingsHeld + 1,
    kind,
    on: data.on,
    startsAt: data.startsAt ?? DEFAULT_START,
    invitedOn: today,
    holders: (command.holders ?? []).filter((holder) => holder.service !== undefined),
    data,
  };
  const to = kind === 'REVIEW' ? 'REVIEW_SCHEDULED' : 'MEETING_SCHEDULED';
  const moves = state.stage === 'CONVENING' || state.stage === 'PLAN_ACTIVE';
  return { events: moves ? [booked, { type: 'StageEntered', at, from: state.stage, to }] : [booked] };
}

/** Refuses a day in the past or too far ahead, and an hour in which the clocks change. */
export function checkBooking(on: string, startsAt: string, { today }: DecideContext): Decision | undefined {
  if (compareDates(on, today) < 0) {
    return refuse('MEETING_IN_PAST', 'A meeting cannot be booked in the past. If it was held, record it as held.', { field: '/on' });
  }
  if (tooFar(on, today)) return refuse('MEETING_TOO_FAR', 'That day is more than ten years ahead: check the year.', { field: '/on' });
  // The hour that spring leaves out, or the one that autumn has twice: people would come at different times.
  return 'problem' in parseLondonLocal(`${on}T${startsAt}`)
    ? refuse('MEETING_TIME_UNCLEAR', 'The clocks change in that hour: choose a time before or after it.', { field: '/startsAt' })
    : undefined;
}

/** Refuses a list that names a service twice. */
export function checkServices(services: readonly { service: string }[]): Decision | undefined {
  const twice = services.findIndex((one, at) => services.findIndex((other) => other.service === one.service) !== at);
  return twice < 0
    ? undefined
    : refuse('DUPLICATE_SERVICE', 'A service is listed twice: name it once.', { field: `/services/${twice}/service` });
}

/** Moves a booked meeting or review; the aim and the agreed review date keep running. */
export function postponeMeeting(command: CaseCommand<'postponeMeeting'>, context: DecideContext): Decision {
  const { state, at, today } = context;
  const { data } = command;
  if (!state.meeting) return refuse('NO_MEETING_BOOKED', 'No meeting is booked: book one.');
  const { number, on, startsAt } = state.meeting;
  const wrong = checkBooking(data.on, data.startsAt ?? startsAt, context);
  if (wrong) return wrong;
  const moved: CaseEvent = {
    type: 'MeetingPostponed',
    at,
    meeting: number,
    from: on,
    on: data.on,
    invitedOn: today,
    startsAt: data.startsAt ?? startsAt,
    data,
  };
  return { events: [moved] };
}

/** Cancels a booked meeting; the aim keeps running. */
export function cancelMeeting(command: CaseCommand<'cancelMeeting'>, { state, at }: DecideContext): Decision {
  if (!state.meeting) return refuse('NO_MEETING_BOOKED', 'No meeting is booked, so there is none to cancel.');
  if (state.meeting.kind === 'REVIEW')
    return refuse('WRONG_STAGE', 'What is booked is a review: cancel it with the command for reviews, which asks for a new date.');
  const fact: CaseEvent = { type: 'MeetingCancelled', at, meeting: state.meeting.number, on: state.meeting.on, data: command.data };
  return {
    events: state.stage === 'MEETING_SCHEDULED' ? [fact, { type: 'StageEntered', at, from: 'MEETING_SCHEDULED', to: 'CONVENING' }] : [fact],
  };
}

import { compareDates, parseLondonLocal } from '../../calendar';
import { contextOf } from '../../clocks/clock';
import { meetingTarget } from '../../clocks/meet';
import type { CaseCommand } from '../command';
import type { CaseEvent } from '../events';
import { refuse } from '../refusals';
import { tooFar } from './context';
import type { DecideContext, Decision } from './context';
import { actionEvents, checkActions } from './actions';

const DEFAULT_START = '10:00';

/** Books a meeting: a date and a mode are all it needs. Before triage and referrer contact are done the booking is provisional. */
export function scheduleMeeting(command: CaseCommand<'scheduleMeeting'>, context: DecideContext): Decision {
  const { state, at } = context;
  const { data } = command;
  if (state.meeting) return refuse('MEETING_ALREADY_BOOKED', `A meeting is booked for ${state.meeting.on}: postpone or cancel it.`);
  const wrong = checkBooking(data.on, data.startsAt ?? DEFAULT_START, context) ?? checkServices(data.services ?? []);
  if (wrong) return wrong;
  const holders = (command.holders ?? []).filter((holder) => holder.service !== undefined);
  const booked: CaseEvent = {
    type: 'MeetingScheduled',
    at,
    meeting: state.meetingsHeld + 1,
    on: data.on,
    startsAt: data.startsAt ?? DEFAULT_START,
    holders,
    data,
  };
  return {
    events: state.stage === 'CONVENING' ? [booked, { type: 'StageEntered', at, from: 'CONVENING', to: 'MEETING_SCHEDULED' }] : [booked],
  };
}

function checkBooking(on: string, startsAt: string, { today }: DecideContext): Decision | undefined {
  if (compareDates(on, today) < 0) {
    return refuse('MEETING_IN_PAST', 'A meeting cannot be booked in the past. If it was held, record it as held.', { field: '/on' });
  }
  if (tooFar(on, today)) return refuse('MEETING_TOO_FAR', 'That day is more than ten years ahead: check the year.', { field: '/on' });
  // The hour that spring leaves out, or the one that autumn has twice: people would come at different times.
  return 'problem' in parseLondonLocal(`${on}T${startsAt}`)
    ? refuse('MEETING_TIME_UNCLEAR', 'The clocks change in that hour: choose a time before or after it.', { field: '/startsAt' })
    : undefined;
}

function checkServices(services: readonly { service: string }[]): Decision | undefined {
  const twice = services.findIndex((one, at) => services.findIndex((other) => other.service === one.service) !== at);
  return twice < 0
    ? undefined
    : refuse('DUPLICATE_SERVICE', 'A service is listed twice: name it once.', { field: `/services/${twice}/service` });
}

/** Moves a booked meeting; the aim keeps running. */
export function postponeMeeting(command: CaseCommand<'postponeMeeting'>, context: DecideContext): Decision {
  const { state, at } = context;
  const { data } = command;
  if (!state.meeting) return refuse('NO_MEETING_BOOKED', 'No meeting is booked: book one.');
  const { number, on, startsAt } = state.meeting;
  const wrong = checkBooking(data.on, data.startsAt ?? startsAt, context);
  if (wrong) return wrong;
  return { events: [{ type: 'MeetingPostponed', at, meeting: number, from: on, on: data.on, startsAt: data.startsAt ?? startsAt, data }] };
}

/** Cancels a booked meeting; the aim keeps running. */
export function cancelMeeting(command: CaseCommand<'cancelMeeting'>, { state, at }: DecideContext): Decision {
  if (!state.meeting) return refuse('NO_MEETING_BOOKED', 'No meeting is booked, so there is none to cancel.');
  const fact: CaseEvent = { type: 'MeetingCancelled', at, meeting: state.meeting.number, on: state.meeting.on, data: command.data };
  return {
    events: state.stage === 'MEETING_SCHEDULED' ? [fact, { type: 'StageEntered', at, from: 'MEETING_SCHEDULED', to: 'CONVENING' }] : [fact],
  };
}

/** Records a meeting that was held, booked or not, with what it agreed. */
export function completeMeeting(command: CaseCommand<'completeMeeting'>, context: DecideContext): Decision {
  const { data } = command;
  const wrong = checkHeld(data, context) ?? checkActions(data.actions ?? [], context, data.heldOn);
  if (wrong) return wrong;
  return { events: [...held(command, context), ...aimFlags(data.heldOn, context)] };
}

function checkHeld(data: CaseCommand<'completeMeeting'>['data'], { state, today }: DecideContext): Decision | undefined {
  if (compareDates(data.heldOn, today) > 0)
    return refuse('HELD_IN_FUTURE', `A meeting is recorded once it was held: give a day up to ${today}.`, { field: '/heldOn' });
  if (compareDates(data.heldOn, state.receivedOn) < 0) {
    return refuse('OCCURRED_BEFORE_RECEIPT', `The case began on ${state.receivedOn}: the meeting cannot have been held before.`, {
      field: '/heldOn',
    });
  }
  if (data.reviewOn !== undefined && compareDates(data.reviewOn, data.heldOn) <= 0) {
    return refuse('REVIEW_BEFORE_MEETING', 'The review must come after the meeting.', { field: '/reviewOn' });
  }
  if (data.reviewOn !== undefined && tooFar(data.reviewOn, today))
    return refuse('DATE_TOO_FAR', 'That day is more than ten years ahead: check the year.', { field: '/reviewOn' });
  const twice = checkServices(data.attendance);
  return twice && refuse('DUPLICATE_SERVICE', 'A service is listed twice in the attendance: name it once.', { field: '/attendance' });
}

function held(command: CaseCommand<'completeMeeting'>, { state, at }: DecideContext): readonly CaseEvent[] {
  const { data } = command;
  const score = data.likelihood === undefined || data.impact === undefined ? null : data.likelihood * data.impact;
  const fact: CaseEvent = {
    type: 'MeetingCompleted',
    at,
    meeting: state.meetingsHeld + 1,
    heldOn: data.heldOn,
    outcomes: data.outcomes,
    attendance: data.attendance,
    score,
    data,
  };
  const review: readonly CaseEvent[] =
    data.reviewOn === undefined
      ? []
      : [{ type: 'ReviewDateAgreed', at, on: data.reviewOn, agreedOn: data.heldOn, reasonRef: data.reviewReason ?? null }];
  const to = data.outcomes.includes('RECONVENE') ? 'CONVENING' : 'RECORDING';
  return [
    fact,
    ...review,
    ...actionEvents(data.actions ?? [], state, at, data.heldOn),
    { type: 'StageEntered', at, from: state.stage, to },
  ];
}

// Missed means held after the target; a meeting held in time but recorded after the flag clears it.
function aimFlags(heldOn: string, { state, profile, at }: DecideContext): readonly CaseEvent[] {
  const key = `meeting:${state.meetingsHeld + 1}`;
  const late = compareDates(heldOn, meetingTarget(contextOf(state, profile))) > 0;
  const flagged = state.flags.some((flag) => flag.flag === 'MEETING_AIM_MISSED' && flag.key === key);
  if (late === flagged) return [];
  return [{ type: late ? 'FlagRaised' : 'FlagCleared', at, flag: 'MEETING_AIM_MISSED', clock: 'T-MEET', key }];
}

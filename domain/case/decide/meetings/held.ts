import { compareDates } from '../../../calendar';
import { contextOf } from '../../../clocks/clock';
import { aimOn, meetingOwed } from '../../../clocks/meetings/meet';
import { tierOf } from '../../codes';
import type { MeetingKind } from '../../codes';
import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { refuse } from '../../refusals';
import { resultOf } from '../../regions/meetingAim';
import type { SettledAim } from '../../regions/meetingAim';
import { actionEvents, checkActions } from '../plan/actions';
import { absencesAt } from './absences';
import { checkServices } from './booking';
import type { DecideContext, Decision } from '../context';
import { capacityAt, checkAssessment } from '../person/capacity';
import { checkConsent, consentSaid } from '../person/consent';
import { checkReviewOn } from './reviews';

type Data = CaseCommand<'completeMeeting'>['data'];

/** Records a meeting or review that was held, booked or not, with what it agreed. */
export function completeMeeting(command: CaseCommand<'completeMeeting'>, context: DecideContext): Decision {
  const { data } = command;
  const wrong = checkHeld(data, context) ?? checkActions(data.actions ?? [], context, data.heldOn);
  if (wrong) return wrong;
  return { events: [...held(data, context), ...aimFlags(data.heldOn, context)] };
}

/** Once there is a plan, what is held is a review, unless the last one asked to meet again. */
const kindOf = ({ state }: DecideContext): MeetingKind =>
  state.stage === 'PLAN_ACTIVE' || state.stage === 'REVIEW_SCHEDULED' ? 'REVIEW' : 'MEETING';

function checkHeld(data: Data, context: DecideContext): Decision | undefined {
  const { state, today } = context;
  if (compareDates(data.heldOn, today) > 0)
    return refuse('HELD_IN_FUTURE', `A meeting is recorded once it was held: give a day up to ${today}.`, { field: '/heldOn' });
  if (compareDates(data.heldOn, state.receivedOn) < 0) {
    return refuse('OCCURRED_BEFORE_RECEIPT', `The case began on ${state.receivedOn}: the meeting cannot have been held before.`, {
      field: '/heldOn',
    });
  }
  if (state.lastHeld && compareDates(data.heldOn, state.lastHeld.on) < 0) {
    return refuse('HELD_BEFORE_LAST', `The last meeting was held on ${state.lastHeld.on}: a later one cannot have been held before it.`, {
      field: '/heldOn',
    });
  }
  return (
    (data.reviewOn === undefined ? undefined : checkReviewOn(data.reviewOn, data.heldOn, context)) ??
    checkAttendance(data, context) ??
    checkPerson(data, context)
  );
}

// What the meeting found of capacity and consent must be as whole as if it were recorded by itself.
const checkPerson = ({ capacity, consent, heldOn }: Data, context: DecideContext): Decision | undefined =>
  (capacity && checkAssessment(capacity, heldOn, context, '/capacity')) ?? (consent && checkConsent(consent, heldOn, context, '/consent'));

// A meeting that was booked knows whom it expects: another name is a slip of the pen unless it is said to have come uninvited.
function checkAttendance({ attendance }: Data, { state }: DecideContext): Decision | undefined {
  if (checkServices(attendance))
    return refuse('DUPLICATE_SERVICE', 'A service is listed twice in the attendance: name it once.', { field: '/attendance' });
  const expected = [...state.services, ...(state.meeting?.invitations ?? [])].map((one) => one.service);
  const stranger = attendance.findIndex((one) => one.uninvited !== true && !expected.includes(one.service));
  if (!state.meeting || stranger < 0) return undefined;
  return refuse('SERVICE_NOT_INVITED', 'This service was not invited: check its id, or say that it came uninvited.', {
    field: `/attendance/${stranger}/service`,
  });
}

function held(data: Data, context: DecideContext): readonly CaseEvent[] {
  const { state, at } = context;
  const score = data.likelihood === undefined || data.impact === undefined ? null : data.likelihood * data.impact;
  const fact: CaseEvent = {
    type: 'MeetingCompleted',
    at,
    meeting: state.meetingsHeld + 1,
    kind: kindOf(context),
    heldOn: data.heldOn,
    outcomes: data.outcomes,
    attendance: data.attendance,
    absences: absencesAt(data, context),
    score,
    tier: data.tier ?? (score === null ? null : tierOf(score)),
    data,
  };
  const review: readonly CaseEvent[] =
    data.reviewOn === undefined
      ? []
      : [{ type: 'ReviewDateAgreed', at, on: data.reviewOn, agreedOn: data.heldOn, reasonRef: data.reviewReason ?? null }];
  const present = data.attendance.filter(({ status }) => status === 'ATTENDED' || status === 'PART').map(({ service }) => service);
  const to = data.outcomes.includes('RECONVENE') ? 'CONVENING' : 'RECORDING';
  return [
    fact,
    ...ofPerson(data, context),
    ...review,
    ...actionEvents(data.actions ?? [], at, data.heldOn, (service) => present.includes(service)),
    { type: 'StageEntered', at, from: state.stage, to },
  ];
}

const ofPerson = ({ capacity, consent, heldOn }: Data, context: DecideContext): readonly CaseEvent[] => [
  ...(consent ? [consentSaid(consent, heldOn, context)] : []),
  ...(capacity ? [capacityAt(capacity, context.state.meetingsHeld + 1, heldOn, context)] : []),
];

// Missed means held after the target; a meeting held in time but recorded after the flag clears it.
function aimFlags(heldOn: string, context: DecideContext): readonly CaseEvent[] {
  const { state, at } = context;
  if (kindOf(context) === 'REVIEW' || !meetingOwed(state)) return [];
  const meeting = state.meetingsHeld + 1;
  const key = `meeting:${meeting}`;
  const settled = settledAim(meeting, heldOn, context);
  const late = settled.result === 'MISSED';
  const flagged = state.flags.some((flag) => flag.flag === 'MEETING_AIM_MISSED' && flag.key === key);
  const fact: CaseEvent = { type: 'MeetingAimSettled', at, ...settled };
  return late === flagged
    ? [fact]
    : [fact, { type: late ? 'FlagRaised' : 'FlagCleared', at, flag: 'MEETING_AIM_MISSED', clock: 'T-MEET', key }];
}

function settledAim(meeting: number, heldOn: string, { state, profile }: DecideContext): SettledAim {
  const { varied } = state.meetingAim;
  const lastOn = aimOn(contextOf(state, profile));
  const days = { anchorOn: state.meetingAimFrom, aimOn: varied?.from ?? lastOn, lastOn, heldOn };
  return { meeting, ...days, result: resultOf(days), reason: varied?.reason ?? null };
}

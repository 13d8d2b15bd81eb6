import { compareDates } from '../../../calendar';
import type { LondonDate } from '../../../calendar';
import type { LiveStage } from '../../codes';
import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { refuse } from '../../refusals';
import { checkOccurredOn } from '../context';
import type { DecideContext, Decision } from '../context';
import { checkBooking, checkServices, DEFAULT_START } from '../meetings/booking';
import { checkReviewOn } from '../meetings/reviews';
import { checkActions } from '../plan/actions';
import { newAction } from '../plan/newAction';
import { checkConsent, consentSaid } from '../person/consent';
import { beginning, checkGrounds, checkReasons, vacancies } from './receive';

type Data = CaseCommand<'adoptCase'>['data'];

/** What a stage cannot be without: the date that its next step counts from. */
const NEEDS: Readonly<Record<LiveStage, readonly (keyof Data)[]>> = {
  RECEIVED: [],
  TRIAGE: [],
  REFERRER_CONTACT: [],
  HANDOVER_PENDING: ['handedOverOn'],
  CONVENING: [],
  MEETING_SCHEDULED: ['booked'],
  RECORDING: ['lastMeeting'],
  PLAN_ACTIVE: ['lastMeeting', 'reviewOn'],
  REVIEW_SCHEDULED: ['lastMeeting', 'reviewOn', 'booked'],
  CLOSING: ['lastMeeting', 'closure'],
};

const OF_TRIAGE: readonly LiveStage[] = ['TRIAGE', 'REFERRER_CONTACT'];

/**
 * Takes over a case begun on paper at the stage where it stands, with its real dates. What has passed sends and raises nothing; what is
 * still to come, and the repeats, come on their grid. The paper meeting owes no record here.
 */
export function adoptCase(command: CaseCommand<'adoptCase'>, context: DecideContext): Decision {
  const { data } = command;
  const wrong =
    checkStage(data, context) ??
    checkReasons(data.reasons, context) ??
    checkGrounds(data) ??
    checkDates(data, context) ??
    checkConsent(data.consent, context.today, context, '/consent');
  if (wrong) return wrong;
  const { at, today } = context;
  const { stage } = data;
  const begins = beginning(command, data.receivedOn, context);
  return {
    events: [
      { type: 'CaseAdopted', at, on: today, stage, ...begins, data },
      // What the paper says of consent stands as looked at again today.
      consentSaid(data.consent, today, context),
      { type: 'StageEntered', at, from: null, to: stage },
      ...booked(data, context),
      ...reviewed(data, context),
      ...actionsOf(data, context),
      ...vacancies([...begins.holders, ...(data.people ?? [])], today, context),
    ],
  };
}

function checkStage(data: Data, { profile }: DecideContext): Decision | undefined {
  if (OF_TRIAGE.includes(data.stage) && !profile.triage.value.enabled)
    return refuse('NOT_IN_THIS_LOCALITY', 'This locality has no triage: choose another stage.', {
      field: '/stage',
      rule: profile.triage.cite,
    });
  const missing = NEEDS[data.stage].find((field) => data[field] === undefined);
  return missing === undefined
    ? undefined
    : refuse('STAGE_NEEDS_MORE', 'A case at this stage has one more date: give it, or choose an earlier stage.', { field: `/${missing}` });
}

const checkDates = (data: Data, context: DecideContext): Decision | undefined =>
  checkPastDates(data, context) ?? checkDatesAhead(data, context) ?? checkServices(data.services ?? []) ?? checkPaperActions(data, context);

function checkPastDates(data: Data, context: DecideContext): Decision | undefined {
  const dates: readonly (readonly [string, LondonDate | undefined])[] = [
    ['/receivedOn', data.receivedOn],
    ['/lastMeeting/on', data.lastMeeting?.on],
    ['/plan/publishedOn', data.plan?.publishedOn],
    ['/handedOverOn', data.handedOverOn],
    ['/closure/proposedOn', data.closure?.proposedOn],
  ];
  for (const [field, on] of dates) {
    const wrong = checkPast(field, on, data, context);
    if (wrong) return wrong;
  }
  return undefined;
}

function checkDatesAhead({ booked: meeting, reviewOn, lastMeeting, receivedOn }: Data, context: DecideContext): Decision | undefined {
  const wrong = meeting && checkBooking(meeting.on, meeting.startsAt ?? DEFAULT_START, context);
  return wrong ?? (reviewOn === undefined ? undefined : checkReviewOn(reviewOn, lastMeeting?.on ?? receivedOn, context));
}

// A date of the paper lies between receipt and today.
function checkPast(field: string, on: LondonDate | undefined, { receivedOn }: Data, context: DecideContext): Decision | undefined {
  if (on === undefined) return undefined;
  const wrong = checkOccurredOn({ ...context, on });
  if (wrong) return { refusal: { ...wrong.refusal, field } };
  return compareDates(on, receivedOn) < 0
    ? refuse('OCCURRED_BEFORE_RECEIPT', `The case began on ${receivedOn}: give that day or a later one.`, { field })
    : undefined;
}

function checkPaperActions(data: Data, context: DecideContext): Decision | undefined {
  for (const [n, action] of (data.actions ?? []).entries()) {
    const wrong =
      checkPast(`/actions/${n}/agreedOn`, action.agreedOn, data, context) ?? checkActions([action], context, agreedOn(action, data));
    if (wrong) return wrong;
  }
  return checkActions(data.actions ?? [], context, data.receivedOn);
}

const agreedOn = (action: NonNullable<Data['actions']>[number], data: Data): LondonDate =>
  action.agreedOn ?? data.lastMeeting?.on ?? data.receivedOn;

// Nobody is invited again: whoever was invited on paper knows.
function booked({ booked: meeting, lastMeeting, stage }: Data, { at, today }: DecideContext): readonly CaseEvent[] {
  if (!meeting) return [];
  return [
    {
      type: 'MeetingScheduled',
      at,
      meeting: (lastMeeting ? (lastMeeting.meetings ?? 1) : 0) + 1,
      kind: stage === 'REVIEW_SCHEDULED' ? 'REVIEW' : 'MEETING',
      on: meeting.on,
      startsAt: meeting.startsAt ?? DEFAULT_START,
      invitedOn: today,
      holders: [],
      data: { on: meeting.on, mode: meeting.mode },
    },
  ];
}

const reviewed = ({ reviewOn, lastMeeting, receivedOn }: Data, { at }: DecideContext): readonly CaseEvent[] =>
  reviewOn === undefined ? [] : [{ type: 'ReviewDateAgreed', at, on: reviewOn, agreedOn: lastMeeting?.on ?? receivedOn, reasonRef: null }];

// What was agreed on paper is agreed; its silence counts from today, when the engine first hears of it.
const actionsOf = (data: Data, { at, today }: DecideContext): readonly CaseEvent[] =>
  (data.actions ?? []).map((action) => ({
    type: 'ActionAdded',
    at,
    action: newAction(action, {
      agreedOn: agreedOn(action, data),
      proposed: action.proposed === true,
      ...(action.proposed === true ? { proposedOn: today } : {}),
      quietSince: today,
    }),
  }));

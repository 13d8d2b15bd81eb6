import { isTerminal } from '../codes';
import type { CaseEvent } from '../events';
import type { MeetingAim } from '../regions/meetingAim';
import type { CaseState, Invitation, Meeting, OpenRecord } from '../state';
import { withMeetingRisk, withReviewAgreed } from './risk';
import { lookedAt } from './person';
import { absencesAfter, contributed } from './absences';
import { assignRole, withHolders, withServices } from './roles';

type MeetingEvent = CaseEvent<
  | 'MeetingScheduled'
  | 'MeetingPostponed'
  | 'MeetingCancelled'
  | 'ServiceInvited'
  | 'InviteAnswered'
  | 'ContributionSubmitted'
  | 'MeetingCompleted'
  | 'MeetingAimSettled'
  | 'SummaryPublished'
  | 'MinutesPublished'
  | 'OutcomeShared'
  | 'ReviewDateAgreed'
  | 'LapsedReviewDecided'
>;

/** Folds what concerns meetings and reviews: booking, answers, what was held, and its record. */
export function foldMeeting(state: CaseState, event: MeetingEvent): CaseState {
  switch (event.type) {
    case 'MeetingScheduled':
      return scheduled(state, event);
    case 'MeetingPostponed':
      return withMeeting(state, (meeting) => moved(meeting, event));
    case 'MeetingCancelled':
      return { ...state, meeting: null };
    case 'ServiceInvited':
      return invitedToo(state, event);
    case 'InviteAnswered':
      return withInvitation(comingBack(state, event), event.service, { answer: event.answer, attends: event.attends });
    case 'ContributionSubmitted':
      return contributing(state, event);
    case 'MeetingCompleted':
      return completed(state, event);
    case 'MeetingAimSettled':
      return { ...state, meetingAim: settledAgainst(state.meetingAim, event) };
    case 'SummaryPublished':
      return withRecords(state, event.meetings, { summary: true });
    case 'MinutesPublished':
      return withRecords(state, event.meetings, { minutes: true });
    case 'OutcomeShared':
      return withRecords(state, event.meetings, { feedback: true });
    case 'ReviewDateAgreed':
      return { ...withReviewAgreed(state), review: { on: event.on, agreedOn: event.agreedOn, lapseDecision: null } };
    case 'LapsedReviewDecided':
      return { ...state, review: state.review && { ...state.review, lapseDecision: event.decision } };
  }
}

function contributing(state: CaseState, event: CaseEvent<'ContributionSubmitted'>): CaseState {
  const known = { ...state, absences: contributed(state.absences, event) };
  return event.meeting === state.meeting?.number ? withInvitation(known, event.service, { contributed: true }) : known;
}

// A corrected day settles the same aim once more; what varies the next one stays.
function settledAgainst({ varied, settled }: MeetingAim, { type: _type, at: _at, ...aim }: CaseEvent<'MeetingAimSettled'>): MeetingAim {
  return settled.some(({ meeting }) => meeting === aim.meeting)
    ? { varied, settled: settled.map((one) => (one.meeting === aim.meeting ? aim : one)) }
    : { varied: null, settled: [...settled, aim] };
}

const invitation = (service: string, invitedOn: string): Invitation => ({
  service,
  invitedOn,
  answer: null,
  attends: null,
  contributed: false,
});

function scheduled(state: CaseState, event: CaseEvent<'MeetingScheduled'>): CaseState {
  const services = event.data.services ?? [];
  const withPeople = withServices(withHolders(state, event.holders), services);
  const chosen = [
    ...(event.data.chair === undefined ? [] : [{ role: 'CHAIR' as const, person: event.data.chair }]),
    ...(event.data.noteTaker === undefined ? [] : [{ role: 'NOTE_TAKER' as const, person: event.data.noteTaker }]),
  ];
  const meeting: Meeting = {
    number: event.meeting,
    kind: event.kind,
    on: event.on,
    startsAt: event.startsAt,
    bookedAt: event.at,
    invitations: services.map((one) => invitation(one.service, event.invitedOn)),
    sequence: 0,
  };
  return { ...withHolders(withPeople, chosen), meeting };
}

// A new day voids answers, not contributions (local default); who does not know the person is not asked again.
const moved = (meeting: Meeting, event: CaseEvent<'MeetingPostponed'>): Meeting => ({
  ...meeting,
  on: event.on,
  startsAt: event.startsAt,
  bookedAt: event.on === meeting.on ? meeting.bookedAt : event.at,
  sequence: meeting.sequence + 1,
  invitations: meeting.invitations.map((one) =>
    one.answer === 'NOT_KNOWN' ? one : { ...one, invitedOn: event.invitedOn, answer: null, attends: null },
  ),
});

function invitedToo(state: CaseState, event: CaseEvent<'ServiceInvited'>): CaseState {
  const known = withServices(withHolders(state, event.holders), [event.data]);
  return withMeeting(known, (meeting) => ({
    ...meeting,
    invitations: [...meeting.invitations, invitation(event.data.service, event.invitedOn)],
  }));
}

// A service that first said that it does not know the person takes part again with its people.
function comingBack(state: CaseState, { service, answer }: CaseEvent<'InviteAnswered'>): CaseState {
  const left = state.involvement.departed.find((one) => one.service === service);
  if (!left || answer === 'NOT_KNOWN') return state;
  const { leadWorker, responsibleManager } = left;
  return withServices(state, [
    { service, ...(leadWorker === null ? {} : { leadWorker }), ...(responsibleManager === null ? {} : { responsibleManager }) },
  ]);
}

const withMeeting = (state: CaseState, change: (meeting: Meeting) => Meeting): CaseState => ({
  ...state,
  meeting: state.meeting && change(state.meeting),
});

const withInvitation = (state: CaseState, service: string, part: Partial<Invitation>): CaseState =>
  withMeeting(state, (meeting) => ({
    ...meeting,
    invitations: meeting.invitations.map((one) => (one.service === service ? { ...one, ...part } : one)),
  }));

function completed(state: CaseState, event: CaseEvent<'MeetingCompleted'>): CaseState {
  const { data, attendance, outcomes, heldOn, kind } = event;
  const named = attendance.map(({ service, leadWorker }) => ({ service, ...(leadWorker === undefined ? {} : { leadWorker }) }));
  const present = attendance.filter(({ status }) => status === 'ATTENDED' || status === 'PART').map(({ service }) => service);
  const withPeople = appointed(withServices(state, named), data);
  const reconvene = outcomes.includes('RECONVENE');
  return {
    ...withMeetingRisk(withPeople, state, event),
    meeting: null,
    meetingsHeld: event.meeting,
    reviewsHeld: state.reviewsHeld + (kind === 'REVIEW' ? 1 : 0),
    lastHeld: { number: event.meeting, kind, on: heldOn, outcomes, present },
    records: [
      ...state.records,
      { meeting: event.meeting, heldOn, reconvene, summary: false, minutes: false, planned: false, feedback: false },
    ],
    absences: absencesAfter(state, event),
    meetingAimFrom: reconvene ? heldOn : state.meetingAimFrom,
    review: kind === 'REVIEW' ? null : state.review,
    // A review is itself the look at whether sharing without consent is still necessary (local default).
    person: kind === 'REVIEW' ? { ...state.person, consent: lookedAt(state.person.consent, heldOn) } : state.person,
  };
}

function appointed(state: CaseState, data: CaseEvent<'MeetingCompleted'>['data']): CaseState {
  const coordinated = data.coordinator === undefined ? state : assignRole(state, { role: 'COORDINATOR', person: data.coordinator });
  return data.feedbackBy === undefined ? coordinated : assignRole(coordinated, { role: 'RELATIONSHIP_HOLDER', person: data.feedbackBy });
}

const isWhole = (record: OpenRecord): boolean =>
  record.summary && record.minutes && record.feedback && (record.planned || record.reconvene);

/** Notes what the record of some meetings has got; a record that owes nothing more leaves the state. */
export const withRecords = (state: CaseState, meetings: readonly number[] | 'all', part: Partial<OpenRecord>): CaseState => ({
  ...state,
  records: state.records
    .map((record) => (meetings === 'all' || meetings.includes(record.meeting) ? { ...record, ...part } : record))
    .filter((record) => !isWhole(record) && state.stage !== null && !isTerminal(state.stage)),
});

import type { CaseEvent } from './events';
import { withHolders, withServices } from './evolveRoles';
import type { CaseState } from './state';

type MeetingEvent = CaseEvent<
  | 'MeetingScheduled'
  | 'MeetingPostponed'
  | 'MeetingCancelled'
  | 'MeetingCompleted'
  | 'ReviewDateAgreed'
  | 'ActionAdded'
  | 'ActionCompleted'
  | 'ProgressUpdated'
  | 'PlanPublished'
>;

/** Folds what concerns meetings, actions and the plan. */
export function foldMeeting(state: CaseState, event: MeetingEvent): CaseState {
  switch (event.type) {
    case 'MeetingScheduled':
      return scheduled(state, event);
    case 'MeetingPostponed':
      return {
        ...state,
        meeting: state.meeting && { ...state.meeting, on: event.on, startsAt: event.startsAt, sequence: state.meeting.sequence + 1 },
      };
    case 'MeetingCancelled':
      return { ...state, meeting: null };
    case 'MeetingCompleted':
      return completed(state, event);
    case 'ReviewDateAgreed':
      return { ...state, reviewOn: event.on };
    case 'ActionAdded':
      return { ...withServices(state, [{ service: event.action.service }]), actions: [...state.actions, event.action] };
    case 'ActionCompleted':
      return withAction(state, event.action, 'DONE');
    case 'ProgressUpdated':
      return withAction(state, event.action, 'IN_PROGRESS');
    case 'PlanPublished':
      return { ...state, plan: { version: event.version, publishedOn: event.on, recipients: event.recipients } };
  }
}

function scheduled(state: CaseState, event: CaseEvent<'MeetingScheduled'>): CaseState {
  const services = event.data.services ?? [];
  const withPeople = withServices(withHolders(state, event.holders), services);
  const chosen = [
    ...(event.data.chair === undefined ? [] : [{ role: 'CHAIR' as const, person: event.data.chair }]),
    ...(event.data.noteTaker === undefined ? [] : [{ role: 'NOTE_TAKER' as const, person: event.data.noteTaker }]),
  ];
  const meeting = {
    number: event.meeting,
    on: event.on,
    startsAt: event.startsAt,
    bookedOn: event.data.on,
    services: services.map((one) => one.service),
    sequence: 0,
  };
  return { ...withHolders(withPeople, chosen), meeting };
}

function completed(state: CaseState, event: CaseEvent<'MeetingCompleted'>): CaseState {
  const present = event.attendance.map(({ service, leadWorker }) => ({ service, ...(leadWorker === undefined ? {} : { leadWorker }) }));
  return {
    ...withServices(state, present),
    meeting: null,
    meetingsHeld: event.meeting,
    lastHeld: { number: event.meeting, on: event.heldOn, outcomes: event.outcomes },
    meetingAimFrom: event.outcomes.includes('RECONVENE') ? event.heldOn : state.meetingAimFrom,
    score: event.score ?? state.score,
  };
}

const withAction = (state: CaseState, id: string, status: 'DONE' | 'IN_PROGRESS'): CaseState => ({
  ...state,
  actions: state.actions.map((action) => (action.id === id ? { ...action, status } : action)),
});

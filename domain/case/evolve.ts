import type { Instant } from '../calendar';
import type { CaseEvent } from './events';
import { foldMeeting } from './evolveMeetings';
import { foldEngine } from './evolveEngine';
import { assignRole, vacateRole, withHolders } from './evolveRoles';
import type { CaseState } from './state';

/** The state before anything has happened. */
export const NEW_CASE: CaseState = {
  schemaVersion: 1,
  stage: null,
  lastAt: 0,
  seq: 0,
  locality: '',
  profile: { id: '', version: '' },
  calendar: { version: '', localClosureDays: [] },
  receivedOn: '',
  receivedAt: 0,
  pace: 'STANDARD',
  paceSetAt: 0,
  holders: {},
  services: [],
  vacancies: [],
  triage: null,
  referrerContactedOn: null,
  meeting: null,
  meetingsHeld: 0,
  lastHeld: null,
  meetingAimFrom: '',
  score: null,
  reviewOn: null,
  actions: [],
  plan: null,
  gaps: [],
  flags: [],
  obligations: [],
  held: [],
};

/** The state after one more fact. Total: every event is accepted. */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  return { ...foldFact(state, event), lastAt: Math.max(state.lastAt, event.at) };
}

/** The state after several facts; from nothing when `state` is null. */
export const fold = (state: CaseState | null, events: readonly CaseEvent[]): CaseState => events.reduce(evolve, state ?? NEW_CASE);

/** The state after a recorded step, whoever folds it: the workflow, the read model or a resumed run. */
export const applyCommit = (state: CaseState | null, commit: { seq: number; at: Instant; events: readonly CaseEvent[] }): CaseState => ({
  ...fold(state, commit.events),
  seq: commit.seq,
  lastAt: commit.at,
});

function foldFact(state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'ReferralReceived':
      return received(state, event);
    case 'StageEntered':
      return { ...state, stage: event.to };
    case 'PaceSet':
      return { ...state, pace: event.to, paceSetAt: event.at };
    case 'TriageDecided':
      return {
        ...state,
        triage: { outcome: event.outcome, decidedOn: event.on, concurrenceOwedBy: event.alone ? otherTriager(event.byRole) : null },
      };
    case 'TriageConcurred':
      return { ...state, triage: state.triage && { ...state.triage, concurrenceOwedBy: null } };
    case 'ReferrerContactRecorded':
      return { ...state, referrerContactedOn: event.on };
    case 'MeetingScheduled':
    case 'MeetingPostponed':
    case 'MeetingCancelled':
    case 'MeetingCompleted':
    case 'ReviewDateAgreed':
    case 'ActionAdded':
    case 'ActionCompleted':
    case 'ProgressUpdated':
    case 'PlanPublished':
      return foldMeeting(state, event);
    case 'RoleAssigned':
      return assignRole(state, event);
    case 'RoleVacated':
      return vacateRole(state, event);
    case 'Withdrawn':
    case 'DeliveryFailureRecorded':
    case 'ChallengeDrafted':
    case 'BoardLogRecorded':
    case 'NoticeDue':
      return state;
    case 'GapOpened':
    case 'ObligationArmed':
    case 'ObligationReplanned':
    case 'ObligationEnded':
    case 'ThresholdPassed':
    case 'FlagRaised':
    case 'FlagCleared':
    case 'NoticeHeld':
    case 'HeldNoticeSettled':
      return foldEngine(state, event);
  }
}

function received(state: CaseState, event: CaseEvent<'ReferralReceived'>): CaseState {
  const fresh: CaseState = {
    ...state,
    locality: event.locality,
    profile: { id: event.profileId, version: event.profileVersion },
    calendar: { version: event.calendarVersion, localClosureDays: event.localClosureDays },
    receivedOn: event.receivedOn,
    receivedAt: event.receivedAt,
    meetingAimFrom: event.receivedOn,
    pace: event.pace,
    paceSetAt: event.receivedAt,
  };
  return withHolders(fresh, event.holders);
}

const otherTriager = (role: string | null) => (role === 'TRIAGE_PARTNER' ? 'COORDINATOR' : 'TRIAGE_PARTNER');

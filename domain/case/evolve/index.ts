import type { Instant } from '../../calendar';
import type { CaseEvent } from '../events';
import type { CaseState } from '../state';
import { foldClosing } from './closing';
import { foldEngine } from './engine';
import { foldIntake } from './intake';
import { foldMeeting } from './meetings';
import { foldPlan } from './plan';
import { assignRole, vacateRole } from './roles';

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
  handover: null,
  referrerContactedOn: null,
  meeting: null,
  meetingsHeld: 0,
  reviewsHeld: 0,
  lastHeld: null,
  records: [],
  meetingAimFrom: '',
  score: null,
  tier: null,
  review: null,
  actions: [],
  plan: null,
  closure: null,
  endedOn: null,
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

// One case per event, by family; it reads like the list of events.

function foldFact(state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'ReferralReceived':
    case 'CallAccepted':
    case 'TriageStarted':
    case 'TriageDecided':
    case 'TriageConcurred':
    case 'HandoverRecorded':
    case 'PaceSet':
    case 'ReferrerContactRecorded':
    case 'StageEntered':
      return foldIntake(state, event);
    case 'MeetingScheduled':
    case 'MeetingPostponed':
    case 'MeetingCancelled':
    case 'ServiceInvited':
    case 'InviteAnswered':
    case 'ContributionSubmitted':
    case 'MeetingCompleted':
    case 'SummaryPublished':
    case 'MinutesPublished':
    case 'OutcomeShared':
    case 'ReviewDateAgreed':
    case 'LapsedReviewDecided':
      return foldMeeting(state, event);
    case 'ActionAdded':
    case 'ActionAnswered':
    case 'ActionCompleted':
    case 'ActionEnded':
    case 'ActionReassigned':
    case 'DueDateExtended':
    case 'ProgressUpdated':
    case 'PlanPublished':
    case 'PlanConfirmed':
    case 'ReceiptConfirmed':
      return foldPlan(state, event);
    case 'ClosureProposed':
    case 'ClosureAnswered':
    case 'ClosureObjected':
    case 'ClosureConfirmed':
    case 'CaseReopened':
    case 'Withdrawn':
      return foldClosing(state, event);
    case 'RoleAssigned':
      return assignRole(state, event);
    case 'RoleVacated':
      return vacateRole(state, event);
    case 'DeliveryFailureRecorded':
    case 'ChallengeDrafted':
    case 'BoardLogRecorded':
    case 'OversightRecorded':
    case 'NoticeDue':
      return state;
    case 'GapOpened':
    case 'GapClosed':
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

import type { Instant } from '../../calendar';
import type { CaseEvent, EventType } from '../events';
import { NEW_CLOSING } from '../regions/closing';
import { NEW_RUNNING } from '../regions/running';
import type { CaseState } from '../state';
import { foldClosing } from './closing';
import { foldEngine } from './engine';
import { foldIntake } from './intake';
import { foldMeeting } from './meetings';
import { foldPlan } from './plan';
import { assignRole, vacateRole } from './roles';
import { foldRunning } from './running';

/** The state before anything has happened. */
export const NEW_CASE: CaseState = {
  schemaVersion: 1,
  stage: null,
  lastAt: 0,
  seq: 0,
  locality: '',
  profile: { id: '', version: '' },
  calendar: { version: '', bundle: '', localClosureDays: [], added: [], removed: [], horizonOn: null },
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
  running: NEW_RUNNING,
  closure: null,
  closing: NEW_CLOSING,
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

type Folds = { readonly [T in EventType]: (state: CaseState, event: CaseEvent<T>) => CaseState };

// A fact that the record keeps and no rule asks for.
const unchanged = (state: CaseState): CaseState => state;

// One row per event, by family.
const FOLDS: Folds = {
  ReferralReceived: foldIntake,
  CallAccepted: foldIntake,
  TriageStarted: foldIntake,
  TriageDecided: foldIntake,
  TriageConcurred: foldIntake,
  HandoverRecorded: foldIntake,
  PaceSet: foldIntake,
  ReferrerContactRecorded: foldIntake,
  StageEntered: foldIntake,
  MeetingScheduled: foldMeeting,
  MeetingPostponed: foldMeeting,
  MeetingCancelled: foldMeeting,
  ServiceInvited: foldMeeting,
  InviteAnswered: foldMeeting,
  ContributionSubmitted: foldMeeting,
  MeetingCompleted: foldMeeting,
  SummaryPublished: foldMeeting,
  MinutesPublished: foldMeeting,
  OutcomeShared: foldMeeting,
  ReviewDateAgreed: foldMeeting,
  LapsedReviewDecided: foldMeeting,
  ActionAdded: foldPlan,
  ActionAnswered: foldPlan,
  ActionCompleted: foldPlan,
  ActionEnded: foldPlan,
  ActionReassigned: foldPlan,
  DueDateExtended: foldPlan,
  ProgressUpdated: foldPlan,
  PlanPublished: foldPlan,
  PlanConfirmed: foldPlan,
  ReceiptConfirmed: foldPlan,
  ClosureProposed: foldClosing,
  ClosureAnswered: foldClosing,
  ClosureObjected: foldClosing,
  ClosureConfirmed: foldClosing,
  CaseReopened: foldClosing,
  PersonDied: foldClosing,
  DeathRetracted: foldClosing,
  LegalHoldPlaced: unchanged,
  LegalHoldLifted: unchanged,
  Withdrawn: foldClosing,
  RoleAssigned: assignRole,
  RoleVacated: vacateRole,
  TimerOverridden: foldRunning,
  ClocksPaused: foldRunning,
  ClocksResumed: foldRunning,
  CalendarPinned: foldRunning,
  ProfileMigrated: foldRunning,
  DeliveryFailureRecorded: foldRunning,
  OtherChannelUsed: foldRunning,
  ChallengeDrafted: unchanged,
  BoardLogRecorded: unchanged,
  OversightRecorded: unchanged,
  NoticeDue: unchanged,
  GapOpened: foldEngine,
  GapClosed: foldEngine,
  ObligationArmed: foldEngine,
  ObligationReplanned: foldEngine,
  ObligationEnded: foldEngine,
  ThresholdPassed: foldEngine,
  FlagRaised: foldEngine,
  FlagCleared: foldEngine,
  NoticeHeld: foldEngine,
  HeldNoticeSettled: foldEngine,
  OverdueAcknowledged: foldEngine,
};

// The compiler has checked each row above; a name and its event cannot fall apart here.
const foldFact = (state: CaseState, event: CaseEvent): CaseState =>
  (FOLDS[event.type] as (state: CaseState, event: CaseEvent) => CaseState)(state, event);

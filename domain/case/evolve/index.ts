import type { Instant } from '../../calendar';
import type { CaseEvent, EventType } from '../events';
import { NEW_INVOLVEMENT } from '../regions/involvement';
import { NEW_MEETING_AIM } from '../regions/meetingAim';
import { NEW_ORIGIN } from '../regions/origin';
import { NEW_ESCALATION } from '../regions/escalation';
import { NEW_RISK } from '../regions/risk';
import { NEW_PERSON } from '../regions/person';
import { NEW_ABSENCES } from '../regions/absences';
import { NEW_CHALLENGES } from '../regions/challenges';
import { NEW_ENTRIES } from '../regions/entries';
import { NEW_STANDING } from '../regions/standing';
import { NEW_CLOSING } from '../regions/closing';
import { NEW_RUNNING } from '../regions/running';
import type { CaseState } from '../state';
import { foldChallenge } from './challenge';
import { foldClosing } from './closing';
import { foldCorrection } from './corrections';
import { foldEngine } from './engine';
import { foldEscalation } from './escalation';
import { indexed } from './entries';
import { foldIntake } from './intake';
import { foldMeeting } from './meetings';
import { foldPerson } from './person';
import { foldPlan } from './plan';
import { foldMerging } from './merging';
import { foldInvolvement } from './involvement';
import { foldRisk } from './risk';
import { assignRole, vacateRole } from './roles';
import { adopted } from './paper';
import { withStanding } from './standing';
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
  standing: NEW_STANDING,
  vacancies: [],
  origin: NEW_ORIGIN,
  involvement: NEW_INVOLVEMENT,
  triage: null,
  handover: null,
  referrerContactedOn: null,
  meeting: null,
  meetingsHeld: 0,
  reviewsHeld: 0,
  lastHeld: null,
  records: [],
  meetingAimFrom: '',
  meetingAim: NEW_MEETING_AIM,
  score: null,
  tier: null,
  risk: NEW_RISK,
  escalation: NEW_ESCALATION,
  review: null,
  actions: [],
  plan: null,
  person: NEW_PERSON,
  absences: NEW_ABSENCES,
  challenges: NEW_CHALLENGES,
  running: NEW_RUNNING,
  closure: null,
  closing: NEW_CLOSING,
  endedOn: null,
  endedAs: null,
  gaps: [],
  entries: NEW_ENTRIES,
  flags: [],
  obligations: [],
  held: [],
};

/** The state after one more fact. Total: every event is accepted. */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  return { ...withStanding(state, foldFact(state, event), event), lastAt: Math.max(state.lastAt, event.at) };
}

/** The state after several facts; from nothing when `state` is null. */
export const fold = (state: CaseState | null, events: readonly CaseEvent[]): CaseState => events.reduce(evolve, state ?? NEW_CASE);

/** The state after a recorded step, whoever folds it: the workflow, the read model or a resumed run. */
export const applyCommit = (state: CaseState | null, commit: Step): CaseState => ({
  ...indexed(fold(state, commit.events), commit),
  seq: commit.seq,
  lastAt: commit.at,
});

/** A recorded step as far as folding needs it; `command` is the one behind it, null or left out for deadlines alone. */
interface Step {
  readonly seq: number;
  readonly at: Instant;
  readonly command?: string | null;
  readonly events: readonly CaseEvent[];
}

type Folds = { readonly [T in EventType]: (state: CaseState, event: CaseEvent<T>) => CaseState };

// A fact that the record keeps and no rule asks for.
const unchanged = (state: CaseState): CaseState => state;

// One row per event, by family.
const FOLDS: Folds = {
  ReferralReceived: foldIntake,
  CaseAdopted: adopted,
  ReferralAmended: foldIntake,
  MeetingAimVaried: foldIntake,
  ReferralReinstated: foldClosing,
  CaseTakenOver: foldMerging,
  CaseMerged: foldMerging,
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
  MeetingAimSettled: foldMeeting,
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
  RiskAdded: foldRisk,
  RiskRated: foldRisk,
  RiskTierSet: foldRisk,
  RiskConcernRaised: foldRisk,
  RiskConcernAnswered: foldRisk,
  SignificantEventRecorded: unchanged,
  ReviewRequested: unchanged,
  EngagementRecorded: foldRisk,
  ReviewDateKept: foldRisk,
  EscalationConsidered: foldEscalation,
  LocalAuthorityNotified: foldEscalation,
  LaAcknowledgementRecorded: foldEscalation,
  LaDecisionRecorded: foldEscalation,
  LaQuestionAnswered: foldEscalation,
  LegalAdviceRequested: unchanged,
  ConsentRecorded: foldPerson,
  SharingGroundsRecorded: foldPerson,
  ConsentWithdrawn: foldPerson,
  CapacityRecorded: foldPerson,
  BestInterestsPlanned: foldPerson,
  BestInterestsRecorded: foldPerson,
  AdvocateConsidered: foldPerson,
  AdvocateAppointed: foldPerson,
  AdvocacyEnded: foldPerson,
  RepresentativeRecorded: foldPerson,
  PersonViewsRecorded: unchanged,
  ParticipationSupportRecorded: unchanged,
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
  EntryCorrected: foldCorrection,
  EntryRetracted: foldCorrection,
  IncidentOpened: unchanged,
  RoleAssigned: assignRole,
  RoleVacated: vacateRole,
  RoleProposed: foldInvolvement,
  AbsenceSet: foldInvolvement,
  InvolvementEnded: foldInvolvement,
  ChallengeRaised: foldChallenge,
  ChallengeDrafted: foldChallenge,
  ChallengeCarriedOver: foldChallenge,
  ChallengeIssued: foldChallenge,
  ChallengeDismissed: foldChallenge,
  ChallengeResponded: unchanged,
  ChallengeAdvanced: foldChallenge,
  ChallengeHeld: unchanged,
  ChallengeWithdrawn: foldChallenge,
  ChallengeResolved: foldChallenge,
  TimerOverridden: foldRunning,
  ClocksPaused: foldRunning,
  ClocksResumed: foldRunning,
  CalendarPinned: foldRunning,
  ProfileMigrated: foldRunning,
  DeliveryFailureRecorded: foldRunning,
  OtherChannelUsed: foldRunning,
  BoardLogRecorded: unchanged,
  OversightRecorded: unchanged,
  NoticeDue: unchanged,
  GapOpened: foldEngine,
  GapClosed: foldEngine,
  ObligationArmed: foldEngine,
  ObligationRestored: foldEngine,
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

import type { Instant, LondonDate } from '../calendar';
import type {
  Acceptance,
  ACTION_OWNERS,
  ActionStatus,
  Attendance,
  ClockId,
  ClosureCode,
  Flag,
  HANDOVER_ANSWERS,
  InviteAnswer,
  LapseDecision,
  MeetingKind,
  MeetingOutcome,
  NoticeId,
  Pace,
  Role,
  Stage,
  Tier,
  TriageOutcome,
} from './codes';
import type { Holder } from './command';
import type { CommandData } from './commands/table';

/** One message that is to reach the holders of some roles. Names and addresses are settled when it is sent. */
export interface Announcement {
  readonly notice: NoticeId;
  readonly to: readonly Addressee[];
  readonly clock: ClockId | null;
  /** `meeting:1`, `action:<id>`, `role:<ROLE>` or `-`. */
  readonly key: string;
  /** `-5WD`, `due`, `+1WD`, `at-once`, `catch-up`; null for a message that follows a command. */
  readonly threshold: string | null;
  /** The thresholds that a catch-up stands for. */
  readonly covers?: readonly string[];
  /** Which text of the notice: see the catalogue of texts. */
  readonly variant: string;
  readonly dueOn?: LondonDate;
  /** The calendar file's number of an invitation; rises with each change (N06). */
  readonly meetingOn?: LondonDate;
  readonly planned: boolean;
}

/** Who a message is for: the holder of a role, unless a person is named, as for an action. */
export interface Addressee {
  readonly role: Role;
  readonly service?: string;
  readonly person?: string;
}

/** What the engine remembers of a deadline. Its thresholds and timers are derived from it, never stored. */
export interface ObligationFact {
  readonly clock: ClockId;
  readonly key: string;
  readonly anchorOn: LondonDate;
  readonly dueOn: LondonDate;
  readonly calendarVersion: string;
  /** Which ladder of thresholds applies, such as the pace; '-' if there is only one. */
  readonly ladder: string;
}

export interface Action {
  readonly id: string;
  readonly service: string;
  readonly leadWorker?: string;
  readonly textRef: string;
  readonly agreedOn: LondonDate;
  readonly dueOn: LondonDate;
  readonly urgent: boolean;
  readonly status: ActionStatus;
  readonly acceptance: Acceptance;
  /** The day on which it was put to its service. */
  readonly proposedOn: LondonDate;
  /** From which day its silence counts: agreed, last note, or last change of its date. */
  readonly quietSince: LondonDate;
  /** How often its date was moved. */
  readonly extensions: number;
  readonly owner: (typeof ACTION_OWNERS)[number];
}

export interface RecordGap {
  /** What closeGap names, such as `capacity-meeting-1`. */
  readonly id: string;
  readonly item: string;
  readonly requirement: string;
  readonly owner: Role;
  readonly dueOn: LondonDate;
}

interface Kinds {
  /** A referral, or a call: both begin a case. */
  ReferralReceived: {
    receivedOn: LondonDate;
    receivedAt: Instant;
    locality: string;
    profileId: string;
    profileVersion: string;
    calendarVersion: string;
    localClosureDays: readonly LondonDate[];
    pace: Pace;
    referrer: string;
    holders: readonly Holder[];
    data: CommandData<'submitReferral' | 'submitCall'>;
  };
  TriageDecided: {
    on: LondonDate;
    outcome: TriageOutcome;
    alone: boolean;
    by: string;
    byRole: Role | null;
    data: CommandData<'decideTriage'>;
  };
  CallAccepted: { on: LondonDate; outcome: TriageOutcome; data: CommandData<'acceptCall'> };
  TriageStarted: { on: LondonDate };
  HandoverRecorded: { on: LondonDate; answer: (typeof HANDOVER_ANSWERS)[number]; data: CommandData<'recordHandover'> };
  TriageConcurred: { on: LondonDate; data: CommandData<'concurTriage'> };
  PaceSet: { from: Pace; to: Pace; on: LondonDate; reasonRef: string | null };
  ReferrerContactRecorded: { on: LondonDate; data: CommandData<'recordReferrerContact'> };
  MeetingScheduled: {
    meeting: number;
    kind: MeetingKind;
    on: LondonDate;
    startsAt: string;
    invitedOn: LondonDate;
    holders: readonly Holder[];
    data: CommandData<'scheduleMeeting'>;
  };
  ServiceInvited: { meeting: number; invitedOn: LondonDate; holders: readonly Holder[]; data: CommandData<'inviteService'> };
  InviteAnswered: { meeting: number; service: string; answer: InviteAnswer; attends: boolean; data: CommandData<'respondInvite'> };
  ContributionSubmitted: { meeting: number; service: string; on: LondonDate; data: CommandData<'submitContribution'> };
  MeetingPostponed: {
    meeting: number;
    from: LondonDate;
    on: LondonDate;
    invitedOn: LondonDate;
    startsAt: string;
    data: CommandData<'postponeMeeting'>;
  };
  MeetingCancelled: { meeting: number; on: LondonDate; data: CommandData<'cancelMeeting' | 'cancelReview'> };
  MeetingCompleted: {
    meeting: number;
    kind: MeetingKind;
    heldOn: LondonDate;
    outcomes: readonly MeetingOutcome[];
    attendance: readonly { service: string; status: Attendance; leadWorker?: string }[];
    score: number | null;
    tier: Tier | null;
    data: CommandData<'completeMeeting'>;
  };
  SummaryPublished: { meetings: readonly number[]; on: LondonDate; data: CommandData<'publishSummary'> };
  MinutesPublished: { meetings: readonly number[]; on: LondonDate; data: CommandData<'publishMinutes'> };
  OutcomeShared: { meetings: readonly number[]; on: LondonDate; data: CommandData<'recordOutcomeShared'> };
  LapsedReviewDecided: { decision: LapseDecision; on: LondonDate; data: CommandData<'decideLapsedReview'> };
  OversightRecorded: { on: LondonDate; data: CommandData<'recordOversight'> };
  ReviewDateAgreed: { on: LondonDate; agreedOn: LondonDate; reasonRef: string | null };
  ActionAdded: { action: Action };
  ProgressUpdated: { action: string; on: LondonDate; data: CommandData<'updateProgress'> };
  ActionAnswered: {
    action: string;
    acceptance: Acceptance;
    on: LondonDate;
    data: CommandData<'acceptAction' | 'counterPropose' | 'declineAction'>;
  };
  ActionEnded: { action: string; status: ActionStatus; on: LondonDate; data: CommandData<'endAction'> };
  DueDateExtended: { action: string; from: LondonDate; dueOn: LondonDate; on: LondonDate; data: CommandData<'extendDueDate'> };
  ActionReassigned: {
    action: string;
    service: string;
    leadWorker: string | null;
    acceptance: Acceptance;
    on: LondonDate;
    data: CommandData<'reassignAction'>;
  };
  ActionCompleted: { action: string; on: LondonDate; data: CommandData<'completeAction'> };
  PlanPublished: {
    version: number;
    on: LondonDate;
    actions: readonly string[];
    recipients: readonly string[];
    data: CommandData<'publishPlan'>;
  };
  PlanConfirmed: { on: LondonDate; data: CommandData<'confirmPlanUnchanged'> };
  ReceiptConfirmed: { version: number; service: string; on: LondonDate };
  ClosureProposed: { on: LondonDate; code: ClosureCode; data: CommandData<'proposeClosure'> };
  ClosureAnswered: { service: string; on: LondonDate; data: CommandData<'answerClosure'> };
  ClosureObjected: { service: string; on: LondonDate; data: CommandData<'objectToClosure'> };
  ClosureConfirmed: { on: LondonDate; code: ClosureCode; data: CommandData<'confirmClosure'> };
  CaseReopened: { on: LondonDate; data: CommandData<'reopenCase'> };
  Withdrawn: { on: LondonDate; data: CommandData<'withdraw'> };
  RoleAssigned: { role: Role; service?: string; person: string };
  RoleVacated: { role: Role; service?: string; on: LondonDate };
  DeliveryFailureRecorded: { data: CommandData<'recordDeliveryFailure'> };
  StageEntered: { from: Stage | null; to: Stage };
  GapOpened: { gap: RecordGap };
  GapClosed: { gap: string; considered: boolean; data: CommandData<'closeGap'> };
  ChallengeDrafted: { about: string; stage: 2 };
  BoardLogRecorded: { flag: Flag; key: string };
  ObligationArmed: { obligation: ObligationFact };
  ObligationReplanned: { obligation: ObligationFact; from: LondonDate };
  ObligationEnded: { clock: ClockId; key: string };
  ThresholdPassed: { clock: ClockId; key: string; threshold: string; dueAt: Instant; firedAt: Instant; caughtUp: boolean; mark?: string };
  FlagRaised: { flag: Flag; clock: ClockId | null; key: string };
  FlagCleared: { flag: Flag; clock: ClockId | null; key: string };
  /** A message that is to go now. */
  NoticeDue: { notice: Announcement };
  /** A message that waits for opening hours. */
  NoticeHeld: { id: string; notBefore: Instant; notice: Announcement };
  /** A waiting message let go (`sent`) or no longer true (`dropped`). */
  HeldNoticeSettled: { id: string; sent: boolean };
}

export type EventType = keyof Kinds;
/** Every fact of a case, in the past tense, with the instant at which it was recorded. */
export type CaseEvent<T extends EventType = EventType> = { [K in T]: { readonly type: K; readonly at: Instant } & Readonly<Kinds[K]> }[T];

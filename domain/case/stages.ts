import type { CommandName } from './commands/table';
import { STAGES, isTerminal } from './codes';
import type { Stage } from './codes';

const live: readonly Stage[] = STAGES.filter((stage) => !isTerminal(stage));
const beforeMeeting: readonly Stage[] = ['RECEIVED', 'TRIAGE', 'REFERRER_CONTACT', 'CONVENING', 'MEETING_SCHEDULED'];
const withPlan: readonly Stage[] = ['RECORDING', 'PLAN_ACTIVE', 'REVIEW_SCHEDULED'];
const working: readonly Stage[] = live.filter((stage) => stage !== 'HANDOVER_PENDING' && stage !== 'CLOSING');

/** In which stages a command may be given; 'NEW' for the command that opens a case. One row per command. */
export const STAGES_OF: Readonly<Record<CommandName, readonly Stage[] | 'NEW'>> = {
  submitReferral: 'NEW',
  submitCall: 'NEW',
  acceptCall: beforeMeeting.concat(withPlan),
  startTriage: ['RECEIVED'],
  decideTriage: working,
  concurTriage: live,
  recordHandover: ['HANDOVER_PENDING'],
  setPace: beforeMeeting,
  recordReferrerContact: live.filter((stage) => stage !== 'RECEIVED' && stage !== 'TRIAGE' && stage !== 'HANDOVER_PENDING'),
  withdraw: [...beforeMeeting, 'HANDOVER_PENDING', 'RECORDING'],
  scheduleMeeting: beforeMeeting.filter((stage) => stage !== 'MEETING_SCHEDULED'),
  postponeMeeting: [...beforeMeeting, 'REVIEW_SCHEDULED'],
  cancelMeeting: beforeMeeting,
  inviteService: [...beforeMeeting, 'REVIEW_SCHEDULED'],
  respondInvite: [...beforeMeeting, 'REVIEW_SCHEDULED'],
  submitContribution: working,
  completeMeeting: [...beforeMeeting, 'PLAN_ACTIVE', 'REVIEW_SCHEDULED'],
  publishSummary: live,
  publishMinutes: live,
  recordOutcomeShared: live,
  closeGap: live,
  setReviewDate: withPlan,
  scheduleReview: ['PLAN_ACTIVE'],
  cancelReview: ['REVIEW_SCHEDULED'],
  decideLapsedReview: ['PLAN_ACTIVE', 'REVIEW_SCHEDULED', 'RECORDING'],
  recordOversight: live,
  addAction: working,
  acceptAction: working,
  counterPropose: working,
  declineAction: working,
  updateProgress: live,
  completeAction: live,
  endAction: live,
  extendDueDate: working,
  reassignAction: working,
  publishPlan: withPlan,
  confirmPlanUnchanged: ['RECORDING'],
  confirmReceipt: live,
  proposeClosure: withPlan,
  answerClosure: ['CLOSING'],
  objectToClosure: ['CLOSING'],
  confirmClosure: ['CLOSING'],
  reopenCase: ['CLOSED'],
  recordDeath: live,
  retractDeath: ['CLOSING', 'CLOSED'],
  placeLegalHold: STAGES,
  liftLegalHold: STAGES,
  assignRole: live,
  vacateRole: live,
  acknowledgeOverdue: live,
  overrideTimer: live,
  pauseClocks: working,
  resumeClocks: live,
  pinCalendar: live,
  migrateProfile: live,
  recordOtherChannel: STAGES,
  recordDeliveryFailure: STAGES,
};

/** The commands that open a case: a referral, or a call. */
export const OPENING_COMMANDS = ['submitReferral', 'submitCall'] as const;
export type OpeningCommand = (typeof OPENING_COMMANDS)[number];

/** How stages are called in sentences. */
export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  RECEIVED: 'received, waiting for triage',
  TRIAGE: 'in triage',
  REFERRER_CONTACT: 'waiting for contact with the referrer',
  HANDOVER_PENDING: 'handed over, waiting for the answer',
  CONVENING: 'waiting for a meeting to be booked',
  MEETING_SCHEDULED: 'waiting for its meeting',
  RECORDING: 'waiting for the plan to be published',
  PLAN_ACTIVE: 'working to its plan',
  REVIEW_SCHEDULED: 'waiting for its review',
  CLOSING: 'about to close',
  CLOSED: 'closed',
  NOT_PROCEEDED: 'ended before a plan',
  MERGED: 'merged into another case',
};

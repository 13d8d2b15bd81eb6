import { withClosureDays } from '../../calendar';
import { calendarOf } from '../../clocks/clock';
import { becauseOf } from '../../clocks/moves';
import { reconcile } from '../../clocks/reconcile';
import { announce } from '../../notices/announce';
import { announcementsOf } from '../../notices/catalogue';
import { findProfile } from '../../profiles';
import type { ProtocolProfile } from '../../profiles';
import type { CaseCommand } from '../command';
import type { CommandName } from '../commands/table';
import type { CaseEvent } from '../events';
import { fold, NEW_CASE } from '../evolve';
import { gapsOf } from '../gaps';
import { refuse } from '../refusals';
import type { Refusal } from '../refusals';
import { STAGES_OF, STAGE_WORDS } from '../stages';
import type { CaseState } from '../state';
import { addAction, completeAction, updateProgress } from './plan/actions';
import { cancelMeeting, postponeMeeting, scheduleMeeting, scheduleReview } from './meetings/booking';
import { advanceChallenge, holdChallenge, respondChallenge } from './challenge/course';
import { resolveChallenge, withdrawChallenge } from './challenge/end';
import { dismissChallenge, issueChallenge, raiseChallenge } from './challenge/raise';
import { answerClosure, confirmClosure, objectToClosure, proposeClosure, reopenCase } from './closing/closing';
import { correctEntry } from './corrections/correct';
import { retractEntry } from './corrections/retract';
import { checkOccurredOn, contextFor } from './context';
import type { DecideContext, Decision, Profiles } from './context';
import { answerLaQuestion, recordLaAcknowledgement, recordLaDecision } from './escalation/answers';
import { considerEscalation, requestLegalAdvice } from './escalation/considered';
import { notifyLocalAuthority } from './escalation/notify';
import { acceptCall, recordHandover } from './intake/handover';
import { adoptCase } from './intake/adopt';
import { amendReferral, varyMeetingAim } from './intake/amend';
import { reinstateReferral, withdraw } from './intake/ending';
import { mergeInto, takeOverCase } from './intake/merging';
import { submitCall, submitReferral } from './intake/receive';
import { inviteService, respondInvite, submitContribution } from './meetings/invitations';
import { completeMeeting } from './meetings/held';
import { answerAction, endAction, extendDueDate, reassignAction } from './plan/owners';
import { appointAdvocate, considerAdvocate, endAdvocacy } from './person/advocate';
import { planBestInterests, recordBestInterests, recordCapacity } from './person/capacity';
import { recordConsent, recordSharingGrounds, withdrawConsent } from './person/consent';
import { recordParticipationSupport, recordPersonViews, recordRepresentative } from './person/involvement';
import { confirmPlanUnchanged, confirmReceipt, publishPlan } from './plan/plan';
import { closeGap, publishMinutes, publishSummary, recordOutcomeShared } from './meetings/records';
import { bringReviewForward, cancelReview, decideLapsedReview, keepReviewDate, recordOversight, setReviewDate } from './meetings/reviews';
import { answerRiskConcern, raiseRiskConcern, recordEngagement, recordSignificantEvent, requestReview } from './risk/concerns';
import { addRisk, rateRisk, setRiskTier } from './risk/rating';
import { recordDeliveryFailure } from './running/delivery';
import { endInvolvement, setAbsence } from './running/involvement';
import { acceptRole, assignRole, vacateRole } from './running/roles';
import { liftLegalHold, placeLegalHold } from './closing/hold';
import { decideRetention } from './closing/retention';
import { recordDeath, retractDeath } from './closing/death';
import { recordOtherChannel } from './running/channels';
import { acknowledgeOverdue } from './running/overdue';
import { overrideTimer } from './running/override';
import { endOfRest, pauseClocks, resumeClocks } from './running/pause';
import { migrateProfile, pinCalendar } from './running/rules';
import { concurTriage, decideTriage, recordReferrerContact, setPace, startTriage } from './intake/triage';

/**
 * What a command means for a case: its facts with everything that follows from them (gaps, deadlines, messages), or a refusal.
 * Pure and total: it never throws for an expected refusal and never reads a clock; the command carries its instant.
 * `state` is null before the first command. Call `settle` first, so that no deadline is lost to the command. `profile` is the one that the
 * case is pinned to; `profiles` finds another version to move it to.
 */
export function decide(
  command: CaseCommand,
  state: CaseState | null,
  profile: ProtocolProfile,
  profiles: Profiles = findProfile,
): Decision {
  const before = state ?? NEW_CASE;
  const calendar = before.stage === null ? withClosureDays(profile.localClosureDays) : calendarOf(before);
  const context = contextFor(command, before, { profile, calendar, profiles });
  const wrong = checkStage(command, before) ?? checkSeq(command, before) ?? checkOccurredOn(context);
  if (wrong) return wrong;
  const decision = byType(command, context);
  if ('refusal' in decision) return decision;
  return {
    events: withConsequences([...joining(command, before), ...decision.events, ...gapsOf(command, context)], context),
  };
}

type Deciders = { readonly [N in CommandName]: (command: CaseCommand<N>, context: DecideContext) => Decision };

// One row per command, in the order of the command table.
const DECIDERS: Deciders = {
  submitReferral,
  submitCall,
  acceptCall,
  startTriage,
  decideTriage,
  concurTriage,
  recordHandover,
  setPace,
  recordReferrerContact,
  varyMeetingAim,
  amendReferral,
  withdraw,
  reinstateReferral,
  adoptCase,
  mergeInto,
  takeOverCase,
  scheduleMeeting,
  postponeMeeting,
  cancelMeeting,
  inviteService,
  respondInvite,
  submitContribution,
  completeMeeting,
  publishSummary,
  publishMinutes,
  recordOutcomeShared,
  closeGap,
  setReviewDate,
  keepReviewDate,
  bringReviewForward,
  scheduleReview,
  cancelReview,
  decideLapsedReview,
  recordOversight,
  addAction,
  acceptAction: answerAction,
  counterPropose: answerAction,
  declineAction: answerAction,
  updateProgress,
  completeAction,
  endAction,
  extendDueDate,
  reassignAction,
  publishPlan,
  confirmPlanUnchanged,
  confirmReceipt,
  addRisk,
  rateRisk,
  setRiskTier,
  raiseRiskConcern,
  answerRiskConcern,
  recordSignificantEvent,
  requestReview,
  recordEngagement,
  considerEscalation,
  notifyLocalAuthority,
  recordLaAcknowledgement,
  recordLaDecision,
  answerLaQuestion,
  requestLegalAdvice,
  recordConsent,
  recordSharingGrounds,
  withdrawConsent,
  recordCapacity,
  planBestInterests,
  recordBestInterests,
  considerAdvocate,
  appointAdvocate,
  endAdvocacy,
  recordPersonViews,
  recordParticipationSupport,
  recordRepresentative,
  raiseChallenge,
  issueChallenge,
  dismissChallenge,
  respondChallenge,
  advanceChallenge,
  holdChallenge,
  withdrawChallenge,
  resolveChallenge,
  proposeClosure,
  answerClosure,
  objectToClosure,
  confirmClosure,
  reopenCase,
  recordDeath,
  retractDeath,
  placeLegalHold,
  liftLegalHold,
  decideRetention,
  assignRole,
  acceptRole,
  vacateRole,
  setAbsence,
  endInvolvement,
  recordDeliveryFailure,
  correctEntry,
  retractEntry,
  recordOtherChannel,
  acknowledgeOverdue,
  overrideTimer,
  pauseClocks,
  resumeClocks,
  pinCalendar,
  migrateProfile,
};

// The compiler has checked each row above; a name and its command cannot fall apart here.
const byType = (command: CaseCommand, context: DecideContext): Decision =>
  (DECIDERS[command.type] as (command: CaseCommand, context: DecideContext) => Decision)(command, context);

function checkStage(command: CaseCommand, state: CaseState): { refusal: Refusal } | undefined {
  const stages = STAGES_OF[command.type];
  if (stages === 'NEW') return state.stage === null ? undefined : refuse('ALREADY_STARTED', 'This case has begun already.');
  if (state.stage === null) return refuse('WRONG_STAGE', 'There is no case yet: begin with a referral.');
  if (stages.includes(state.stage)) return undefined;
  return refuse('WRONG_STAGE', `This cannot be done now: the case is ${STAGE_WORDS[state.stage]}.`);
}

function checkSeq({ expectedSeq }: CaseCommand, state: CaseState): { refusal: Refusal } | undefined {
  if (expectedSeq === undefined || expectedSeq === state.seq) return undefined;
  return refuse('STALE_SEQ', `The case has moved on to entry ${state.seq}: look at it again before you go on.`);
}

// People whom the directory names for a command: those of a service that joins, and the manager of a new coordinator.
function joining({ type, at, holders = [] }: CaseCommand, state: CaseState): readonly CaseEvent[] {
  if (!BRINGS_PEOPLE.includes(type)) return [];
  const known = (service: string) =>
    state.services.some((one) => one.service === service && (one.leadWorker !== null || one.responsibleManager !== null));
  return holders
    .filter(({ service }) => service === undefined || !known(service))
    .map(({ role, service, person }) => ({ type: 'RoleAssigned', at, role, person, ...(service === undefined ? {} : { service }) }));
}

const BRINGS_PEOPLE: readonly string[] = ['completeMeeting', 'addAction', 'reassignAction', 'acceptCall', 'correctEntry'];

// The facts of the command, the messages that follow from them, then what they mean for the deadlines by the rules that now govern.
function withConsequences(decided: readonly CaseEvent[], context: DecideContext): readonly CaseEvent[] {
  const { state, at } = context;
  const facts = [...decided, ...endOfRest(fold(state, decided), context)];
  const after = fold(state, facts);
  const profile = governing(after, context);
  const calendar = calendarOf(after);
  const messages = facts.flatMap((fact, f) =>
    announcementsOf(fact, state, after, profile).map((notice, n) => announce(notice, after, calendar, at, `${fact.type}/${at}/${f}/${n}`)),
  );
  return [...facts, ...messages, ...reconcile(fold(after, messages), profile, at, becauseOf(facts))];
}

// A case that moved to another version of its rules goes on by those.
const governing = ({ profile }: CaseState, context: DecideContext): ProtocolProfile =>
  context.state.stage === null || profile.version === context.state.profile.version
    ? context.profile
    : (context.profiles(profile.id, profile.version) ?? context.profile);

import { withClosureDays } from '../../calendar';
import { calendarOf } from '../../clocks/clock';
import { reconcile } from '../../clocks/reconcile';
import { announce } from '../../notices/announce';
import { announcementsOf } from '../../notices/catalogue';
import type { ProtocolProfile } from '../../profiles';
import type { CaseCommand } from '../command';
import type { CaseEvent } from '../events';
import { fold, NEW_CASE } from '../evolve';
import { gapsOf } from '../gaps';
import { refuse } from '../refusals';
import type { Refusal } from '../refusals';
import { STAGES_OF, STAGE_WORDS } from '../stages';
import type { CaseState } from '../state';
import { addAction, completeAction, updateProgress } from './actions';
import { cancelMeeting, postponeMeeting, scheduleMeeting, scheduleReview } from './booking';
import { answerClosure, confirmClosure, objectToClosure, proposeClosure, reopenCase } from './closing';
import { checkOccurredOn, contextFor } from './context';
import type { DecideContext, Decision } from './context';
import { acceptCall, recordHandover } from './handover';
import { submitCall, submitReferral, withdraw } from './intake';
import { inviteService, respondInvite, submitContribution } from './invitations';
import { completeMeeting } from './meetings';
import { answerAction, endAction, extendDueDate, reassignAction } from './owners';
import { confirmPlanUnchanged, confirmReceipt, publishPlan } from './plan';
import { closeGap, publishMinutes, publishSummary, recordOutcomeShared } from './records';
import { cancelReview, decideLapsedReview, recordOversight, setReviewDate } from './reviews';
import { assignRole, recordDeliveryFailure, vacateRole } from './running';
import { concurTriage, decideTriage, recordReferrerContact, setPace, startTriage } from './triage';

/**
 * What a command means for a case: its facts with everything that follows from them (gaps, deadlines, messages), or a refusal.
 * Pure and total: it never throws for an expected refusal and never reads a clock; the command carries its instant.
 * `state` is null before the first command. Call `settle` first, so that no deadline is lost to the command.
 */
export function decide(command: CaseCommand, state: CaseState | null, profile: ProtocolProfile): Decision {
  const before = state ?? NEW_CASE;
  const calendar = before.stage === null ? withClosureDays(profile.localClosureDays) : calendarOf(before);
  const context = contextFor(command, before, profile, calendar);
  const wrong = checkStage(command, before) ?? checkSeq(command, before) ?? checkOccurredOn(context);
  if (wrong) return wrong;
  const decision = byType(command, context);
  if ('refusal' in decision) return decision;
  return {
    events: withConsequences([...joining(command, before), ...decision.events, ...gapsOf(command, context)], context),
  };
}

// One case per command; it reads like the command table.

function byType(command: CaseCommand, context: DecideContext): Decision {
  switch (command.type) {
    case 'submitReferral':
      return submitReferral(command, context);
    case 'submitCall':
      return submitCall(command, context);
    case 'acceptCall':
      return acceptCall(command, context);
    case 'startTriage':
      return startTriage(command, context);
    case 'decideTriage':
      return decideTriage(command, context);
    case 'concurTriage':
      return concurTriage(command, context);
    case 'recordHandover':
      return recordHandover(command, context);
    case 'setPace':
      return setPace(command, context);
    case 'recordReferrerContact':
      return recordReferrerContact(command, context);
    case 'withdraw':
      return withdraw(command, context);
    case 'scheduleMeeting':
      return scheduleMeeting(command, context);
    case 'postponeMeeting':
      return postponeMeeting(command, context);
    case 'cancelMeeting':
      return cancelMeeting(command, context);
    case 'inviteService':
      return inviteService(command, context);
    case 'respondInvite':
      return respondInvite(command, context);
    case 'submitContribution':
      return submitContribution(command, context);
    case 'completeMeeting':
      return completeMeeting(command, context);
    case 'publishSummary':
      return publishSummary(command, context);
    case 'publishMinutes':
      return publishMinutes(command, context);
    case 'recordOutcomeShared':
      return recordOutcomeShared(command, context);
    case 'closeGap':
      return closeGap(command, context);
    case 'setReviewDate':
      return setReviewDate(command, context);
    case 'scheduleReview':
      return scheduleReview(command, context);
    case 'cancelReview':
      return cancelReview(command, context);
    case 'decideLapsedReview':
      return decideLapsedReview(command, context);
    case 'recordOversight':
      return recordOversight(command, context);
    case 'addAction':
      return addAction(command, context);
    case 'acceptAction':
    case 'counterPropose':
    case 'declineAction':
      return answerAction(command, context);
    case 'updateProgress':
      return updateProgress(command, context);
    case 'completeAction':
      return completeAction(command, context);
    case 'endAction':
      return endAction(command, context);
    case 'extendDueDate':
      return extendDueDate(command, context);
    case 'reassignAction':
      return reassignAction(command, context);
    case 'publishPlan':
      return publishPlan(command, context);
    case 'confirmPlanUnchanged':
      return confirmPlanUnchanged(command, context);
    case 'confirmReceipt':
      return confirmReceipt(command, context);
    case 'proposeClosure':
      return proposeClosure(command, context);
    case 'answerClosure':
      return answerClosure(command, context);
    case 'objectToClosure':
      return objectToClosure(command, context);
    case 'confirmClosure':
      return confirmClosure(command, context);
    case 'reopenCase':
      return reopenCase(command, context);
    case 'assignRole':
      return assignRole(command, context);
    case 'vacateRole':
      return vacateRole(command, context);
    case 'recordDeliveryFailure':
      return recordDeliveryFailure(command, context);
  }
}

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

const BRINGS_PEOPLE: readonly string[] = ['completeMeeting', 'addAction', 'reassignAction', 'acceptCall', 'assignRole'];

// The facts of the command, the messages that follow from them, then what they mean for the deadlines.
function withConsequences(facts: readonly CaseEvent[], { state, profile, at }: DecideContext): readonly CaseEvent[] {
  const after = fold(state, facts);
  const calendar = calendarOf(after);
  const messages = facts.flatMap((fact, f) =>
    announcementsOf(fact, state, after, profile).map((notice, n) => announce(notice, after, calendar, at, `${fact.type}/${at}/${f}/${n}`)),
  );
  return [...facts, ...messages, ...reconcile(fold(after, messages), profile, at)];
}

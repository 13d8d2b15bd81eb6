import { compareDates } from '../../../calendar';
import type { CaseCommand } from '../../command';
import { refuse } from '../../refusals';
import type { DecideContext, Decision } from '../context';

/** Records that the local authority has the notification; its time to decide runs on. */
export function recordLaAcknowledgement({ data }: CaseCommand<'recordLaAcknowledgement'>, context: DecideContext): Decision {
  const { state, at, on } = context;
  const wrong = checkNotified(context);
  if (wrong) return wrong;
  return state.escalation.status === 'NOTIFIED'
    ? { events: [{ type: 'LaAcknowledgementRecorded', at, on, data }] }
    : refuse('ALREADY_ACKNOWLEDGED', 'The local authority has answered already: record its decision, or notify it afresh.');
}

/** Records what the local authority decided, or that it asks for more; a later decision stands in place of an earlier one. */
export function recordLaDecision({ data }: CaseCommand<'recordLaDecision'>, context: DecideContext): Decision {
  const { at, on } = context;
  return checkNotified(context) ?? { events: [{ type: 'LaDecisionRecorded', at, on, decision: data.decision, data }] };
}

/** Answers what the local authority asked; its time to decide counts from the answer (local default). */
export function answerLaQuestion({ data }: CaseCommand<'answerLaQuestion'>, { state, at, on }: DecideContext): Decision {
  const { question } = state.escalation;
  if (!question) return refuse('NO_QUESTION', 'The local authority has asked nothing that waits for an answer.');
  if (compareDates(on, question.on) < 0)
    return refuse('ANSWER_BEFORE_QUESTION', `It was asked on ${question.on}: give that day or a later one.`, { field: '/occurredOn' });
  return { events: [{ type: 'LaQuestionAnswered', at, on, data }] };
}

function checkNotified({ state, on }: DecideContext): Decision | undefined {
  const { notification } = state.escalation;
  if (!notification) return refuse('NOT_NOTIFIED', 'The local authority was not notified of this case: notify it first.');
  return compareDates(on, notification.on) < 0
    ? refuse('ANSWER_BEFORE_QUESTION', `It was notified on ${notification.on}: give that day or a later one.`, { field: '/occurredOn' })
    : undefined;
}

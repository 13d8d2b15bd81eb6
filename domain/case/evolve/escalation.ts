import type { CaseEvent } from '../events';
import type { EscalationRegion } from '../regions/escalation';
import type { CaseState } from '../state';
import { withSection42 } from './risk';

type EscalationEvent = CaseEvent<
  'EscalationConsidered' | 'LocalAuthorityNotified' | 'LaAcknowledgementRecorded' | 'LaDecisionRecorded' | 'LaQuestionAnswered'
>;

/** Folds what goes to the local authority and comes back from it. */
export function foldEscalation(state: CaseState, event: EscalationEvent): CaseState {
  switch (event.type) {
    case 'EscalationConsidered':
      return considered(withSection42(state, event.data.section42, event), event);
    case 'LocalAuthorityNotified':
      return notified(withSection42(state, event.data.section42, event), event);
    case 'LaAcknowledgementRecorded':
      return withEscalation(state, { status: 'ACKNOWLEDGED', acknowledgedOn: event.on, ...referenceOf(event) });
    case 'LaDecisionRecorded':
      return decided(state, event);
    case 'LaQuestionAnswered':
      return withEscalation(state, { status: 'ACKNOWLEDGED', question: null, answerRef: event.data.answer, decisionFrom: event.on });
  }
}

const withEscalation = (state: CaseState, part: Partial<EscalationRegion>): CaseState => ({
  ...state,
  escalation: { ...state.escalation, ...part },
});

const considered = (state: CaseState, { at }: CaseEvent<'EscalationConsidered'>): CaseState =>
  withEscalation(state, { consideredAt: at, status: state.escalation.status === 'NONE' ? 'CONSIDERED' : state.escalation.status });

// A new notification begins afresh; the local authority's reference stays.
const notified = (state: CaseState, { at, on, by, data }: CaseEvent<'LocalAuthorityNotified'>): CaseState =>
  withEscalation(state, {
    status: 'NOTIFIED',
    consideredAt: at,
    notification: { on, by, stepsRef: data.steps },
    acknowledgedOn: null,
    decisionFrom: on,
    decidedOn: null,
    question: null,
    answerRef: null,
  });

// Whoever asks for more, or decides, has the notification.
function decided(state: CaseState, event: CaseEvent<'LaDecisionRecorded'>): CaseState {
  const { on, decision, data } = event;
  const asks = decision === 'MORE_INFORMATION';
  return withEscalation(state, {
    status: decision,
    acknowledgedOn: state.escalation.acknowledgedOn ?? on,
    question: asks ? { on, textRef: data.question ?? null } : null,
    decidedOn: asks ? null : on,
    ...referenceOf(event),
  });
}

const referenceOf = ({ data }: CaseEvent<'LaAcknowledgementRecorded' | 'LaDecisionRecorded'>): Partial<EscalationRegion> =>
  data.reference === undefined ? {} : { referenceRef: data.reference };

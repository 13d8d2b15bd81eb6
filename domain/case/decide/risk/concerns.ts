import type { CaseCommand } from '../../command';
import { refuse } from '../../refusals';
import type { DecideContext, Decision } from '../context';

/** So that a case stays usable by people. */
const MOST_CONCERNS = 100;

/** Raises a concern that the coordinator must answer: at CRITICAL the same day, else in one working day (local default). */
export function raiseRiskConcern({ data }: CaseCommand<'raiseRiskConcern'>, { state, at, on }: DecideContext): Decision {
  const { concerns } = state.risk;
  if (concerns.some((one) => one.id === data.id))
    return refuse('DUPLICATE_CONCERN', `A concern "${data.id}" waits for its answer already: give this one another id.`, { field: '/id' });
  if (concerns.length >= MOST_CONCERNS)
    return refuse('TOO_MANY_CONCERNS', `${MOST_CONCERNS} concerns wait for an answer: ring the coordinator.`);
  return { events: [{ type: 'RiskConcernRaised', at, on, concern: data.id, urgent: state.tier === 'CRITICAL', data }] };
}

/** Answers a concern. */
export function answerRiskConcern({ data }: CaseCommand<'answerRiskConcern'>, { state, at, on }: DecideContext): Decision {
  return state.risk.concerns.some((one) => one.id === data.concern)
    ? { events: [{ type: 'RiskConcernAnswered', at, on, concern: data.concern, data }] }
    : refuse('UNKNOWN_CONCERN', 'No such concern waits for an answer: see the list of the case.', { field: '/concern' });
}

/** Records a significant event; coordinator and manager are told at once. */
export const recordSignificantEvent = ({ data }: CaseCommand<'recordSignificantEvent'>, { at, on }: DecideContext): Decision => ({
  events: [{ type: 'SignificantEventRecorded', at, on, data }],
});

/** Asks for an earlier review; a person decides. */
export const requestReview = ({ data }: CaseCommand<'requestReview'>, { at, on }: DecideContext): Decision => ({
  events: [{ type: 'ReviewRequested', at, on, data }],
});

/** Records how far the person takes part, and whether what is done can hold the risk. */
export const recordEngagement = ({ data }: CaseCommand<'recordEngagement'>, { at, on }: DecideContext): Decision => ({
  events: [{ type: 'EngagementRecorded', at, on, data }],
});

import type { CaseCommand } from '../../command';
import type { DecideContext, Decision } from '../context';
import { filled } from '../person/filled';

/** Records that telling the local authority was considered: the answer to the prompts of that day. */
export const considerEscalation = ({ data }: CaseCommand<'considerEscalation'>, { state, at, on }: DecideContext): Decision => ({
  events: [{ type: 'EscalationConsidered', at, on, data }, ...filled(state, at, ['ESCALATION_CONSIDERED'], data.reason)],
});

/** Records that an organisation asks its own lawyers (Oxfordshire framework 7.3). */
export const requestLegalAdvice = ({ data }: CaseCommand<'requestLegalAdvice'>, { at, on }: DecideContext): Decision => ({
  events: [{ type: 'LegalAdviceRequested', at, on, data }],
});

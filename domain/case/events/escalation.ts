import type { LondonDate } from '../../calendar';
import type { LaDecision } from '../codes';
import type { CommandData } from '../commands/table';
import type { Addressee } from './shapes';

/** What goes to the local authority and comes back from it. */
export interface EscalationEvents {
  EscalationConsidered: { on: LondonDate; data: CommandData<'considerEscalation'> };
  /** `byMember`: by somebody other than the coordinator, who is then told. */
  LocalAuthorityNotified: { on: LondonDate; by: Addressee; byMember: boolean; data: CommandData<'notifyLocalAuthority'> };
  LaAcknowledgementRecorded: { on: LondonDate; data: CommandData<'recordLaAcknowledgement'> };
  LaDecisionRecorded: { on: LondonDate; decision: LaDecision; data: CommandData<'recordLaDecision'> };
  LaQuestionAnswered: { on: LondonDate; data: CommandData<'answerLaQuestion'> };
  LegalAdviceRequested: { on: LondonDate; data: CommandData<'requestLegalAdvice'> };
}

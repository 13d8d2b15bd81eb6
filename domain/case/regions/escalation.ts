import type { Instant, LondonDate } from '../../calendar';
import type { EscalationStatus } from '../codes';
import type { Addressee } from '../events';

/** How far a case has gone beyond what the agencies can hold together (Oxfordshire framework 7.1, 7.2; Dorset learning, Outcomes). */
export interface EscalationRegion {
  readonly status: EscalationStatus;
  /** When it was last considered or done: an answer to the prompts of before. */
  readonly consideredAt: Instant | null;
  /** The latest notification: its day, who answers for it, and what the local authority reads. */
  readonly notification: { readonly on: LondonDate; readonly by: Addressee; readonly stepsRef: string } | null;
  readonly acknowledgedOn: LondonDate | null;
  /** From which day the local authority's time to decide counts: the notification, or the answer to its question. */
  readonly decisionFrom: LondonDate | null;
  readonly decidedOn: LondonDate | null;
  /** What the local authority asks; null once it is answered. */
  readonly question: { readonly on: LondonDate; readonly textRef: string | null } | null;
  readonly answerRef: string | null;
  /** The local authority's own reference. */
  readonly referenceRef: string | null;
}

export const NEW_ESCALATION: EscalationRegion = {
  status: 'NONE',
  consideredAt: null,
  notification: null,
  acknowledgedOn: null,
  decisionFrom: null,
  decidedOn: null,
  question: null,
  answerRef: null,
  referenceRef: null,
};

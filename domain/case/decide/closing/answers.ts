import { unanswered } from '../../../clocks/audience';
import { isHighRisk, isUnfinished } from '../../codes';
import type { CaseState } from '../../state';

/** Whose answer to a proposed closure is missing (service ids). */
export interface ClosureAnswers {
  /** Every service that has not answered: silence is an answer once the time is up, where nothing else is said. */
  readonly awaited: readonly string[];
  /** Those among them whose silence is none, because the risk is high. */
  readonly needed: readonly string[];
  /** True while the local authority, notified of a case at high risk, has not decided. */
  readonly localAuthority: boolean;
}

/**
 * Which answers to a proposed closure are missing. At HIGH and CRITICAL the coordinator's own service, each with an unfinished action, and
 * the local authority if it was notified must have answered; below that nobody must (local default).
 */
export function closureAnswers(state: CaseState): ClosureAnswers {
  const { closure, tier, escalation } = state;
  const awaited = unanswered(state);
  const isHigh = closure !== null && isHighRisk(tier);
  return {
    awaited,
    needed: isHigh ? awaited.filter((service) => mustAnswer(state, service)) : [],
    localAuthority: isHigh && escalation.notification !== null && escalation.decidedOn === null,
  };
}

const mustAnswer = (state: CaseState, service: string): boolean =>
  state.actions.some((action) => action.service === service && isUnfinished(action)) || isCoordinators(state, service);

const isCoordinators = ({ services, holders: { COORDINATOR } }: CaseState, service: string): boolean =>
  COORDINATOR !== undefined &&
  services.some((one) => one.service === service && [one.leadWorker, one.responsibleManager].includes(COORDINATOR));

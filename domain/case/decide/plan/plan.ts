import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { refuse } from '../../refusals';
import type { CaseState } from '../../state';
import { checkReviewOn, agreed } from '../meetings/reviews';
import type { DecideContext, Decision } from '../context';

/** Publishes a numbered version of the plan to every service on the case. It needs a next review date. */
export function publishPlan({ data }: CaseCommand<'publishPlan'>, context: DecideContext): Decision {
  const { state } = context;
  const reviewOn = data.reviewOn ?? state.review?.on;
  const wrong = reviewOn === undefined ? noReview() : checkReviewOn(reviewOn, state.lastHeld?.on ?? state.receivedOn, context);
  if (wrong || reviewOn === undefined) return wrong ?? noReview();
  return { events: [...agreed(reviewOn, data.reviewReason ?? null, context), published(data, context), ...toPlan(context)] };
}

/** Confirms at a review that the plan stands; it counts as the plan but is not sent round. */
export function confirmPlanUnchanged({ data }: CaseCommand<'confirmPlanUnchanged'>, context: DecideContext): Decision {
  const { state, at, on } = context;
  if (!state.plan) return refuse('NO_PLAN', 'There is no plan to confirm: publish one.');
  const reviewOn = data.reviewOn ?? state.review?.on;
  const wrong = reviewOn === undefined ? noReview() : checkReviewOn(reviewOn, state.lastHeld?.on ?? state.receivedOn, context);
  if (wrong || reviewOn === undefined) return wrong ?? noReview();
  return { events: [...agreed(reviewOn, data.reviewReason ?? null, context), { type: 'PlanConfirmed', at, on, data }, ...toPlan(context)] };
}

const noReview = (): Decision =>
  refuse('REVIEW_MISSING', 'A plan needs its next review date: agree one, or propose closure.', {
    field: '/reviewOn',
    rule: 'Oxfordshire framework 6.3; Dorset learning, Outcomes',
  });

// Recipients of the plan of a case that was merged into this one are recipients here; a service may have been taken off with a reason, and
// one that does not know the person has no part in it.
function recipientsOf({ plan, services, standing, involvement: { planRecipients } }: CaseState): readonly string[] {
  const all = [...(plan?.recipients ?? []), ...services.map((one) => one.service), ...planRecipients.added];
  return [...new Set(all)].filter((service) => !planRecipients.removed.includes(service) && !standing.notKnown.includes(service));
}

// Updates go to every recipient of the original plan, and to services that joined later (Dorset learning, Process).
function published(data: CaseCommand<'publishPlan'>['data'], { state, at, on }: DecideContext): CaseEvent {
  return {
    type: 'PlanPublished',
    at,
    version: (state.plan?.version ?? 0) + 1,
    on,
    actions: state.actions.map((action) => action.id),
    recipients: recipientsOf(state),
    data,
  };
}

const toPlan = ({ state, at }: DecideContext): readonly CaseEvent[] =>
  state.stage === 'RECORDING' ? [{ type: 'StageEntered', at, from: 'RECORDING', to: 'PLAN_ACTIVE' }] : [];

/** Confirms for a service that the newest plan has been received. */
export function confirmReceipt({ data: { service } }: CaseCommand<'confirmReceipt'>, { state, at, on }: DecideContext): Decision {
  if (!state.plan) return refuse('NO_PLAN', 'There is no plan yet.');
  if (!state.plan.recipients.includes(service))
    return refuse('SERVICE_NOT_ON_CASE', 'This service does not receive the plan.', { field: '/service' });
  if (state.plan.confirmed.includes(service)) return { events: [] };
  return { events: [{ type: 'ReceiptConfirmed', at, version: state.plan.version, service, on }] };
}

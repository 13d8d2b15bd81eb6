import { compareDates } from '../../calendar';
import type { CaseCommand } from '../command';
import type { CaseEvent } from '../events';
import { refuse } from '../refusals';
import { tooFar } from './context';
import type { DecideContext, Decision } from './context';

/** Publishes a numbered version of the plan to every service on the case. It needs a next review date. */
export function publishPlan(command: CaseCommand<'publishPlan'>, context: DecideContext): Decision {
  const { state, today } = context;
  const reviewOn = command.data.reviewOn ?? state.reviewOn;
  if (reviewOn === null) {
    return refuse('REVIEW_MISSING', 'A plan needs its next review date: agree one, or propose closure.', {
      field: '/reviewOn',
      rule: 'Oxfordshire framework 6.3; Dorset learning, Outcomes',
    });
  }
  if (state.lastHeld && compareDates(reviewOn, state.lastHeld.on) <= 0) {
    return refuse('REVIEW_BEFORE_MEETING', 'The review must come after the meeting.', { field: '/reviewOn' });
  }
  if (tooFar(reviewOn, today))
    return refuse('DATE_TOO_FAR', 'That day is more than ten years ahead: check the year.', { field: '/reviewOn' });
  return { events: published(command, context, reviewOn) };
}

function published(command: CaseCommand<'publishPlan'>, { state, at, on }: DecideContext, reviewOn: string): readonly CaseEvent[] {
  const { data } = command;
  const review: readonly CaseEvent[] =
    reviewOn === state.reviewOn ? [] : [{ type: 'ReviewDateAgreed', at, on: reviewOn, agreedOn: on, reasonRef: data.reviewReason ?? null }];
  const plan: CaseEvent = {
    type: 'PlanPublished',
    at,
    version: (state.plan?.version ?? 0) + 1,
    on,
    actions: state.actions.map((action) => action.id),
    recipients: [...new Set([...(state.plan?.recipients ?? []), ...state.services.map((one) => one.service)])],
    data,
  };
  const moved: readonly CaseEvent[] =
    state.stage === 'RECORDING' ? [{ type: 'StageEntered', at, from: 'RECORDING', to: 'PLAN_ACTIVE' }] : [];
  return [...review, plan, ...moved];
}

import { compareDates } from '../../../calendar';
import { reviewDueOn } from '../../../clocks/meetings/remind';
import type { LondonDate } from '../../../calendar';
import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { refuse } from '../../refusals';
import { tooFar } from '../context';
import type { DecideContext, Decision } from '../context';

/** Refuses a review date that does not come after the meeting that agrees it, or lies too far ahead. */
export function checkReviewOn(reviewOn: LondonDate, after: LondonDate, { today }: DecideContext): Decision | undefined {
  if (compareDates(reviewOn, after) <= 0)
    return refuse('REVIEW_BEFORE_MEETING', 'The review must come after the meeting.', { field: '/reviewOn' });
  return tooFar(reviewOn, today)
    ? refuse('DATE_TOO_FAR', 'That day is more than ten years ahead: check the year.', { field: '/reviewOn' })
    : undefined;
}

/** Refuses a new review date in the past: a review that was held is recorded as held. */
export function checkNewReviewOn(reviewOn: LondonDate, context: DecideContext): Decision | undefined {
  const { state, today } = context;
  if (!state.lastHeld) return refuse('REVIEW_BEFORE_MEETING', 'A review needs a first meeting: record that first.', { field: '/reviewOn' });
  if (compareDates(reviewOn, today) < 0)
    return refuse('REVIEW_DATE_IN_PAST', `A review date is agreed ahead: give ${today} or a later day.`, { field: '/reviewOn' });
  return checkReviewOn(reviewOn, state.lastHeld.on, context);
}

/** The fact that a review date is agreed; nothing for the date that stands already. */
export function agreed(reviewOn: LondonDate, reasonRef: string | null, context: DecideContext): readonly CaseEvent[] {
  const { state, at, on } = context;
  return state.review && reviewOn === reviewDueOn(context, state.review)
    ? []
    : [{ type: 'ReviewDateAgreed', at, on: reviewOn, agreedOn: on, reasonRef }];
}

/** Agrees another review date. Setting the same date again does nothing. */
export function setReviewDate({ data }: CaseCommand<'setReviewDate'>, context: DecideContext): Decision {
  return checkNewReviewOn(data.reviewOn, context) ?? { events: agreed(data.reviewOn, data.reviewReason ?? data.reason, context) };
}

/** Keeps the agreed date although the risk has risen; its reason is the answer to what was asked. */
export function keepReviewDate({ data }: CaseCommand<'keepReviewDate'>, { state, at, on }: DecideContext): Decision {
  return state.review
    ? { events: [{ type: 'ReviewDateKept', at, on, reviewOn: state.review.on, data }] }
    : refuse('REVIEW_MISSING', 'No review date is agreed: agree one.');
}

/** Agrees an earlier review date. */
export function bringReviewForward({ data }: CaseCommand<'bringReviewForward'>, context: DecideContext): Decision {
  const { review } = context.state;
  if (!review) return refuse('REVIEW_MISSING', 'No review date is agreed: agree one.');
  if (compareDates(data.reviewOn, review.on) >= 0)
    return refuse('REVIEW_NOT_EARLIER', `The review is agreed for ${review.on}: give an earlier day.`, { field: '/reviewOn' });
  return checkNewReviewOn(data.reviewOn, context) ?? { events: agreed(data.reviewOn, data.reason, context) };
}

/** Cancels a booked review; it needs a new date. */
export function cancelReview({ data }: CaseCommand<'cancelReview'>, context: DecideContext): Decision {
  const { state, at } = context;
  if (state.meeting?.kind !== 'REVIEW') return refuse('NO_MEETING_BOOKED', 'No review is booked, so there is none to cancel.');
  const { number, on } = state.meeting;
  return (
    checkNewReviewOn(data.reviewOn, context) ?? {
      events: [
        { type: 'MeetingCancelled', at, meeting: number, on, data },
        ...agreed(data.reviewOn, data.reason, context),
        { type: 'StageEntered', at, from: state.stage, to: 'PLAN_ACTIVE' },
      ],
    }
  );
}

/** Records what a person decided of a lapsed review. It stops only the message to the contacts outside. */
export function decideLapsedReview({ data }: CaseCommand<'decideLapsedReview'>, context: DecideContext): Decision {
  const { state, at, on } = context;
  if (!state.review || !state.flags.some(({ flag }) => flag === 'REVIEW_LAPSED'))
    return refuse('NOT_LAPSED', 'The review of this case has not lapsed, so there is nothing to decide.');
  if (data.decision === 'HOLD' && data.reviewOn === undefined)
    return refuse('REVIEW_MISSING', 'To hold the case, agree a new review date.', { field: '/reviewOn' });
  const fact: CaseEvent = { type: 'LapsedReviewDecided', at, decision: data.decision, on, data };
  if (data.reviewOn === undefined) return { events: [fact] };
  return checkNewReviewOn(data.reviewOn, context) ?? { events: [fact, ...agreed(data.reviewOn, data.reason, context)] };
}

/** Records that a contact outside the case has looked at a lapsed one. */
export function recordOversight({ data }: CaseCommand<'recordOversight'>, { state, at, on }: DecideContext): Decision {
  if (!state.flags.some(({ flag }) => flag === 'REVIEW_LAPSED')) return refuse('NOT_LAPSED', 'The review of this case has not lapsed.');
  return { events: [{ type: 'OversightRecorded', at, on, data }] };
}

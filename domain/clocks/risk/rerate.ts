import { addDays, compareDates } from '../../calendar';
import { isLive, dueBy, ruleOf, timerOf } from '../clock';
import type { Clock, ClockContext } from '../clock';

/** True while the tier was raised between meetings and the agreed review lies beyond its new interval (local default). */
export function isReviewTooFar({ state, profile }: Pick<ClockContext, 'state' | 'profile'>): boolean {
  const { review, tier } = state;
  const { raised } = state.risk;
  if (!raised || !review) return false;
  return compareDates(review.on, addDays(raised.on, profile.reviewCapDays.value[tier ?? 'MODERATE'])) > 0;
}

/** T-RERATE: a new review date, or the reason for keeping it, after the tier was raised (local default). */
export const rerateClock: Clock = {
  id: 'T-RERATE',
  wished(context) {
    const { state } = context;
    const on = state.risk.raised?.on;
    if (on === undefined || !isLive(state) || state.stage === 'CLOSING' || !isReviewTooFar(context)) return [];
    return [{ key: `review:${state.reviewsHeld + 1}`, anchorOn: on, dueOn: dueBy(context, 'T-RERATE', '-', on), ladder: '-' }];
  },
  because: ({ profile }) => ({
    what: 'A nearer review date, or the reason for keeping it,',
    anchor: 'the tier was raised',
    rule: ruleOf(timerOf(profile, 'T-RERATE'), '-'),
  }),
};

import { addDays, compareDates } from '../../calendar';
import type { LondonDate } from '../../calendar';
import type { LapseDecision } from '../../case/codes';
import type { ClockContext } from '../clock';
import { reviewDueOn } from './remind';

/** The review that a case owes (London dates), against the longest interval that its tier suggests. */
export interface ReviewOwed {
  readonly on: LondonDate;
  readonly agreedOn: LondonDate;
  /** The agreed day, as pauses have moved it. */
  readonly dueOn: LondonDate;
  readonly capDays: number;
  /** The last day within that interval. */
  readonly latestOn: LondonDate;
  readonly beyondCap: boolean;
  readonly lapseDecision: LapseDecision | null;
}

/** The review that is owed; null where none is agreed. No tier counts as MODERATE, and the interval is a suggestion only (local default). */
export function reviewOwed(context: ClockContext): ReviewOwed | null {
  const { state, profile } = context;
  if (!state.review) return null;
  const { on, agreedOn, lapseDecision } = state.review;
  const capDays = profile.reviewCapDays.value[state.tier ?? 'MODERATE'];
  const latestOn = addDays(agreedOn, capDays);
  const dueOn = reviewDueOn(context, state.review);
  return { on, agreedOn, dueOn, capDays, latestOn, beyondCap: compareDates(on, latestOn) > 0, lapseDecision };
}

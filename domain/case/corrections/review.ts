import { compareDates } from '../../calendar';
import { tooFar } from '../decide/context';
import type { DecideContext, Decision } from '../decide/context';
import { withEntry } from '../evolve/entries';
import { refuse } from '../refusals';
import type { Entry } from '../regions/entries';
import type { CaseState } from '../state';
import { ahead } from './row';
import type { CorrectableField, Target } from './row';

// The agreed date is of the newest entry that agreed one; what older entries agreed is history.
const stands = (state: CaseState, entry: Entry): boolean =>
  state.review?.on === entry.reviewOn && state.entries.filter((one) => one.reviewOn !== undefined).at(-1)?.seq === entry.seq;

function notAfterMeeting({ entry, data: { date } }: Target, { state, today }: DecideContext): Decision | undefined {
  if (date === undefined) return undefined;
  const meeting = entry.fact === 'completeMeeting' ? entry.on : state.lastHeld?.on;
  if (meeting !== undefined && compareDates(date, meeting) <= 0)
    return refuse('REVIEW_BEFORE_MEETING', `The meeting was held on ${meeting}: the review must come after it.`, { field: '/date' });
  return tooFar(date, today)
    ? refuse('DATE_TOO_FAR', 'That day is more than ten years ahead: check the year.', { field: '/date' })
    : undefined;
}

/** The review date that an entry agreed: where it still stands, the review counts on the right one. */
export const REVIEW_ON: CorrectableField = ahead(
  (state, { entry }, date) => {
    const review = state.review && stands(state, entry) ? { ...state.review, on: date, lapseDecision: null } : state.review;
    return withEntry({ ...state, review }, entry.seq, { reviewOn: date });
  },
  { applies: (entry) => entry.reviewOn !== undefined, now: (_state, { entry }) => entry.reviewOn, wrong: notAfterMeeting },
);

import { addDays, compareDates, londonDateOf } from '../../calendar';
import type { ProtocolProfile } from '../../profiles';
import { tierOf } from '../codes';
import type { CommandData } from '../commands/table';
import type { Action } from '../events';
import type { CaseState } from '../state';
import { without } from './rule';
import type { GapRule } from './rule';

// The suggested interval counts from the meeting that agrees the date, by the tier that it agreed.
function isReviewBeyondCap(data: Readonly<Record<string, unknown>>, state: CaseState, profile: ProtocolProfile): boolean {
  const { heldOn, reviewOn, reviewReason, likelihood, impact, tier } = data as CommandData<'completeMeeting'>;
  if (reviewOn === undefined || reviewReason !== undefined) return false;
  const scored = likelihood === undefined || impact === undefined ? undefined : tierOf(likelihood * impact);
  const cap = profile.reviewCapDays.value[tier ?? scored ?? state.tier ?? 'MODERATE'];
  return compareDates(reviewOn, addDays(heldOn, cap)) > 0;
}

// An action whose date has passed and of which nobody has said anything since.
const isOverdueUntouched = (state: CaseState) => (action: Action) =>
  action.status === 'OPEN' && compareDates(action.dueOn, londonDateOf(state.lastAt)) < 0;

/** What the record asks for of a booking and of a meeting held. */
export const MEETINGS_GAPS: readonly GapRule[] = [
  {
    command: 'scheduleMeeting',
    item: 'PERSON_INVITED',
    requirement: 'Oxfordshire framework 6.2; Dorset learning, Individual',
    owner: 'COORDINATOR',
    missing: (data) => data['personInvited'] !== true && data['personNotInvitedReason'] === undefined,
  },
  {
    command: 'scheduleMeeting',
    item: 'ADVOCATE_CONSIDERED',
    requirement: 'Oxfordshire framework 6.2; Dorset learning, Individual',
    owner: 'COORDINATOR',
    missing: (data) => data['advocateConsidered'] !== true,
  },
  {
    command: 'completeMeeting',
    item: 'CAPACITY',
    requirement: 'Oxfordshire framework 6.2; Dorset learning, Who',
    owner: 'COORDINATOR',
    missing: without('capacity'),
  },
  {
    command: 'completeMeeting',
    item: 'RISK_RATING',
    requirement: 'Oxfordshire framework 6.2',
    owner: 'COORDINATOR',
    missing: (data) => data['likelihood'] === undefined && data['tier'] === undefined,
  },
  {
    command: 'completeMeeting',
    item: 'REVIEW_INTERVAL_REASON',
    requirement: 'local default: a review beyond the suggested interval needs one line of reason',
    owner: 'COORDINATOR',
    missing: isReviewBeyondCap,
  },
  {
    command: 'completeMeeting',
    item: 'RATIONALE',
    requirement: 'Oxfordshire framework 4.10, 6.2',
    owner: 'COORDINATOR',
    missing: without('rationale'),
  },
  {
    command: 'completeMeeting',
    item: 'PREVIOUS_ACTIONS',
    requirement: 'Oxfordshire framework 6.3: at a review, what became of the actions',
    owner: 'COORDINATOR',
    missing: (_data, state) => state.plan !== null && state.actions.some(isOverdueUntouched(state)),
  },
];

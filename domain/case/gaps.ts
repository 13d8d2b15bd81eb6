import { addDays, addWorkingDays, compareDates, londonDateOf } from '../calendar';
import type { Calendar, Instant, LondonDate } from '../calendar';
import { tierOf } from './codes';
import type { Role } from './codes';
import { closureGaps } from './closure';
import type { CaseCommand } from './command';
import type { CommandData, CommandName } from './commands/table';
import type { Action, CaseEvent } from './events';
import type { ProtocolProfile } from '../profiles';
import type { CaseState } from './state';

interface GapContext {
  readonly state: CaseState;
  readonly profile: ProtocolProfile;
  readonly calendar: Calendar;
  readonly on: LondonDate;
  readonly at: Instant;
}

interface GapRule {
  readonly command: CommandName;
  readonly item: string;
  /** The paragraph that asks for it. */
  readonly requirement: string;
  readonly owner: Role;
  missing(data: Readonly<Record<string, unknown>>, state: CaseState, profile: ProtocolProfile): boolean;
}

const without =
  (field: string) =>
  (data: Readonly<Record<string, unknown>>): boolean =>
    data[field] === undefined;

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

/** What the record asks for beyond the few hard requirements: gaps, not gates. Work goes on, the gap stays visible until it is closed. */
export const GAP_RULES: readonly GapRule[] = [
  {
    command: 'submitReferral',
    item: 'PROTECTIVE_FACTORS',
    requirement: 'Oxfordshire framework 5.2',
    owner: 'REFERRER',
    missing: without('protectiveFactors'),
  },
  {
    command: 'submitReferral',
    item: 'TRIED_SO_FAR',
    requirement: 'Oxfordshire framework 4.5',
    owner: 'REFERRER',
    missing: without('triedSoFar'),
  },
  {
    command: 'submitReferral',
    item: 'RISK_ASSESSMENT',
    requirement: 'Oxfordshire framework 4.5, 5.2',
    owner: 'REFERRER',
    missing: without('riskAssessment'),
  },
  {
    command: 'submitReferral',
    item: 'PATHWAY',
    requirement: 'Oxfordshire framework 6.1',
    owner: 'REFERRER',
    missing: without('pathwayConsulted'),
  },
  {
    command: 'submitReferral',
    item: 'MANAGER_DISCUSSED',
    requirement: 'Oxfordshire framework 5.2',
    owner: 'REFERRER',
    missing: (data) => data['managerDiscussed'] !== true,
  },
  {
    command: 'submitReferral',
    item: 'CAPACITY_NOTE',
    requirement: 'Oxfordshire framework 5.1',
    owner: 'REFERRER',
    missing: without('capacityNote'),
  },
  {
    command: 'submitReferral',
    item: 'ADVICE_GIVEN',
    requirement: 'Oxfordshire framework 5.2',
    owner: 'REFERRER',
    missing: without('adviceGiven'),
  },
  {
    command: 'submitCall',
    item: 'PROTECTIVE_FACTORS',
    requirement: 'local default',
    owner: 'REFERRER',
    missing: without('protectiveFactors'),
  },
  {
    command: 'submitCall',
    item: 'TRIED_SO_FAR',
    requirement: 'local default',
    owner: 'REFERRER',
    missing: without('triedSoFar'),
  },
  {
    command: 'submitCall',
    item: 'CAPACITY_NOTE',
    requirement: 'Dorset learning, Individual and Who',
    owner: 'REFERRER',
    missing: without('capacityNote'),
  },
  {
    command: 'acceptCall',
    item: 'ELIGIBILITY',
    requirement: 'local default: there is no gatekeeper, so the convener checks and records',
    owner: 'COORDINATOR',
    missing: without('eligibility'),
  },
  {
    command: 'acceptCall',
    item: 'ALTERNATIVES',
    requirement: 'local default: there is no gatekeeper, so the convener checks and records',
    owner: 'COORDINATOR',
    missing: without('alternatives'),
  },
  {
    command: 'decideTriage',
    item: 'SECTION_42_SCREEN',
    requirement: 'Oxfordshire framework 6.1',
    owner: 'COORDINATOR',
    missing: without('section42'),
  },
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
  {
    command: 'publishPlan',
    item: 'NO_ACTION_REASON',
    requirement: 'Oxfordshire framework 6.2',
    owner: 'COORDINATOR',
    missing: (data, state) => state.actions.length === 0 && data['noActionReason'] === undefined,
  },
  {
    command: 'publishPlan',
    item: 'CONTINGENCY',
    requirement: 'Oxfordshire framework 6.3',
    owner: 'COORDINATOR',
    missing: without('contingency'),
  },
];

/** The gaps that a command leaves, each due in 2 working days (local default); one that is open already is not opened twice. */
export function gapsOf(command: CaseCommand, { state, profile, calendar, on, at }: GapContext): readonly CaseEvent[] {
  const data = command.data as Readonly<Record<string, unknown>>;
  const closing = command.type === 'proposeClosure' ? closureGaps(command.data, state) : [];
  return [...GAP_RULES.filter((rule) => rule.command === command.type && rule.missing(data, state, profile)), ...closing]
    .map(({ item, requirement, owner }) => ({ id: idOf(item, command.type, state), item, requirement, owner }))
    .filter(({ id }) => !state.gaps.some((gap) => gap.id === id))
    .map((gap) => ({ type: 'GapOpened', at, gap: { ...gap, dueOn: addWorkingDays(on, 2, calendar) } }));
}

// Each meeting has its own gaps; everything else has one of a kind.
const idOf = (item: string, command: CommandName, state: CaseState): string => {
  const name = item.toLowerCase().replaceAll('_', '-');
  return command === 'completeMeeting' ? `${name}-meeting-${state.meetingsHeld + 1}` : name;
};

import { addWorkingDays } from '../calendar';
import type { Calendar, Instant, LondonDate } from '../calendar';
import type { Role } from './codes';
import type { CaseCommand } from './command';
import type { CommandName } from './commands/table';
import type { CaseEvent } from './events';
import type { CaseState } from './state';

interface GapRule {
  readonly command: CommandName;
  readonly item: string;
  /** The paragraph that asks for it. */
  readonly requirement: string;
  readonly owner: Role;
  missing(data: Readonly<Record<string, unknown>>): boolean;
}

const without =
  (field: string) =>
  (data: Readonly<Record<string, unknown>>): boolean =>
    data[field] === undefined;

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
    missing: without('likelihood'),
  },
  {
    command: 'completeMeeting',
    item: 'RATIONALE',
    requirement: 'Oxfordshire framework 4.10, 6.2',
    owner: 'COORDINATOR',
    missing: without('rationale'),
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
export function gapsOf(command: CaseCommand, state: CaseState, calendar: Calendar, on: LondonDate, at: Instant): readonly CaseEvent[] {
  const data = command.data as Readonly<Record<string, unknown>>;
  return GAP_RULES.filter(
    (rule) => rule.command === command.type && rule.missing(data) && !state.gaps.some((gap) => gap.item === rule.item),
  ).map(({ item, requirement, owner }) => ({
    type: 'GapOpened',
    at,
    gap: { item, requirement, owner, dueOn: addWorkingDays(on, 2, calendar) },
  }));
}

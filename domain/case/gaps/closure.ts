import type { ClosureCode, Role } from '../codes';
import type { CommandData } from '../commands/table';
import type { CaseState } from '../state';

interface ChecklistItem {
  readonly item: string;
  readonly requirement: string;
  readonly owner: Role;
  /** Closure codes that do not ask for it. */
  readonly notFor?: readonly ClosureCode[];
  missing(data: CommandData<'proposeClosure'>, state: CaseState): boolean;
}

const atHighRisk = (data: CommandData<'proposeClosure'>, state: CaseState): boolean =>
  ['HIGH', 'CRITICAL'].includes(data.finalTier ?? state.tier ?? 'MODERATE');

/** What closing a case asks for; what is missing becomes a gap that must be closed before the closure is confirmed (local default). */
export const CLOSURE_CHECKLIST: readonly ChecklistItem[] = [
  {
    item: 'CLOSURE_ACTIONS',
    requirement: 'Every action has ended',
    owner: 'COORDINATOR',
    missing: (_data, state) => state.actions.some((action) => action.status === 'OPEN' || action.status === 'IN_PROGRESS'),
  },
  {
    item: 'CLOSURE_RATING',
    requirement: 'A final rating',
    owner: 'COORDINATOR',
    notFor: ['DIED'],
    missing: (data, state) => data.finalTier === undefined && state.tier === null,
  },
  {
    item: 'CLOSURE_RISK_OUTCOME',
    requirement: 'What has become of the risk',
    owner: 'COORDINATOR',
    missing: (data) => data.riskOutcome === undefined,
  },
  {
    item: 'CLOSURE_CAPACITY',
    requirement: 'The capacity item (Oxfordshire framework 5.1, 6.3)',
    owner: 'COORDINATOR',
    notFor: ['DIED', 'UNTRACEABLE'],
    missing: (data) => data.capacityNote === undefined,
  },
  {
    item: 'CLOSURE_PERSON_TOLD',
    requirement: 'The person or advocate is told, or why not (Dorset learning, Outcomes)',
    owner: 'COORDINATOR',
    notFor: ['DIED'],
    missing: (data) => data.personTold === undefined,
  },
  {
    item: 'CLOSURE_RESIDUAL_RISK',
    requirement: 'Who holds the risk that remains',
    owner: 'COORDINATOR',
    notFor: ['RISK_REMOVED', 'DIED'],
    missing: (data) => data.residualRiskHolder === undefined,
  },
  {
    item: 'CLOSURE_WAY_BACK',
    requirement: 'How to come back',
    owner: 'COORDINATOR',
    notFor: ['DIED'],
    missing: (data) => data.reReferralRoute === undefined,
  },
  {
    item: 'CLOSURE_ESCALATION',
    requirement: 'Section 42 and notifying the local authority considered, at HIGH or above (Oxfordshire framework 7.1)',
    owner: 'COORDINATOR',
    notFor: ['DIED', 'TRANSFERRED_S42'],
    missing: (data, state) => atHighRisk(data, state) && data.escalationConsidered === undefined,
  },
];

/** The items of the checklist that a proposal leaves open. */
export const closureGaps = (data: CommandData<'proposeClosure'>, state: CaseState): readonly ChecklistItem[] =>
  CLOSURE_CHECKLIST.filter((one) => one.notFor?.includes(data.code) !== true && one.missing(data, state));

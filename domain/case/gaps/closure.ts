import { isHighRisk, isUnfinished } from '../codes';
import type { ClosureCode, Role } from '../codes';
import type { CommandData } from '../commands/table';
import type { CaseState } from '../state';

interface ChecklistItem {
  readonly item: string;
  readonly requirement: string;
  readonly owner: Role;
  /** Closure codes that ask for it; every code if left out. */
  readonly onlyFor?: readonly ClosureCode[];
  /** Closure codes that do not ask for it. */
  readonly notFor?: readonly ClosureCode[];
  missing(data: CommandData<'proposeClosure'>, state: CaseState): boolean;
}

/** The person decides, with capacity, to live with a risk: what the record must show is most where the case closes all the same. */
const RISK_TAKEN = 'CAPACITATED_DECISION_RISK_REMAINS';

const atHighRisk = (data: CommandData<'proposeClosure'>, state: CaseState): boolean => isHighRisk(data.finalTier ?? state.tier);

/** What closing a case asks for; what is missing becomes a gap that must be closed before the closure is confirmed (local default). */
export const CLOSURE_CHECKLIST: readonly ChecklistItem[] = [
  {
    item: 'CLOSURE_ACTIONS',
    requirement: 'Every action has ended',
    owner: 'COORDINATOR',
    missing: (_data, state) => state.actions.some(isUnfinished),
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
    requirement:
      'Section 42 and notifying the local authority considered, at HIGH or above or where the person takes the risk (Oxfordshire framework 7.1)',
    owner: 'COORDINATOR',
    notFor: ['DIED', 'TRANSFERRED_S42'],
    missing: (data, state) => (data.code === RISK_TAKEN || atHighRisk(data, state)) && data.escalationConsidered === undefined,
  },
  {
    item: 'CLOSURE_ADVICE_GIVEN',
    requirement: 'Advice on the risks of taking part or not, and how to be assessed again later (Oxfordshire framework 5.2, fourth bullet)',
    owner: 'COORDINATOR',
    onlyFor: [RISK_TAKEN],
    missing: (data) => data.adviceGiven === undefined,
  },
  {
    item: 'CLOSURE_RISKS_DISCUSSED',
    requirement: 'Which risks were discussed, and why the person is thought able and willing to take them (Oxfordshire framework 5.1)',
    owner: 'COORDINATOR',
    onlyFor: [RISK_TAKEN],
    missing: (data) => data.risksDiscussed === undefined,
  },
  {
    item: 'CLOSURE_MANAGER_SIGN_OFF',
    requirement: 'A manager signs off that the risk remains (local default)',
    owner: 'COORDINATOR_MANAGER',
    onlyFor: [RISK_TAKEN],
    missing: (data) => data.managerSignOff === undefined,
  },
  {
    item: 'CLOSURE_HANDOVER_PROOF',
    requirement: 'To whom it was handed over in the new area, and how they confirmed it (local default)',
    owner: 'COORDINATOR',
    onlyFor: ['MOVED_AREA'],
    missing: (data) => data.handoverProof === undefined,
  },
  {
    item: 'CLOSURE_INSTITUTION',
    requirement: 'Which institution looks after the person: prison, hospital or placement (local default)',
    owner: 'COORDINATOR',
    onlyFor: ['INSTITUTION'],
    missing: (data) => data.institution === undefined,
  },
  {
    item: 'CLOSURE_CHECKS',
    requirement: 'The checks made to find the person (local default)',
    owner: 'COORDINATOR',
    onlyFor: ['UNTRACEABLE'],
    missing: (data) => data.checksMade === undefined,
  },
  {
    item: 'CLOSURE_NOT_DISENGAGEMENT_ALONE',
    requirement: 'What closes the case beside the person not engaging, which is never enough alone (local default)',
    owner: 'COORDINATOR',
    notFor: ['DIED', 'TRANSFERRED_S42', 'MOVED_AREA', 'INSTITUTION'],
    missing: (data, { risk }) => risk.engagement?.engagement === 'NOT' && data.besidesDisengagement === undefined,
  },
];

/** The items of the checklist that a proposal leaves open. */
export const closureGaps = (data: CommandData<'proposeClosure'>, state: CaseState): readonly ChecklistItem[] =>
  CLOSURE_CHECKLIST.filter((one) => asks(one, data.code) && one.missing(data, state));

const asks = ({ onlyFor, notFor }: ChecklistItem, code: ClosureCode): boolean =>
  onlyFor?.includes(code) !== false && notFor?.includes(code) !== true;

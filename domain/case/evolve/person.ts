import { maxDate } from '../../calendar';
import type { LondonDate } from '../../calendar';
import { isWithoutConsent } from '../consent';
import type { CaseEvent } from '../events';
import { MOST_REPRESENTATIVES } from '../regions/person';
import type { Advocacy, CapacityRecord, Consent, PersonRegion, Representative } from '../regions/person';
import type { CaseState } from '../state';
import { assignRole } from './roles';

type PersonEvent = CaseEvent<
  | 'ConsentRecorded'
  | 'SharingGroundsRecorded'
  | 'ConsentWithdrawn'
  | 'CapacityRecorded'
  | 'BestInterestsPlanned'
  | 'BestInterestsRecorded'
  | 'AdvocateConsidered'
  | 'AdvocateAppointed'
  | 'AdvocacyEnded'
  | 'RepresentativeRecorded'
>;

/** Folds what concerns the person: consent, capacity for each decision, advocate, representatives. */
export function foldPerson(state: CaseState, event: PersonEvent): CaseState {
  const { person } = state;
  switch (event.type) {
    case 'ConsentRecorded':
      return withPerson(state, { consent: recorded(person.consent, event) });
    case 'SharingGroundsRecorded':
      return withPerson(state, {
        consent: { ...lookedAt(person.consent, event.on), grounds: event.grounds, withdrawnOn: null },
      });
    case 'ConsentWithdrawn':
      return withPerson(state, { consent: withdrawn(event.on) });
    case 'CapacityRecorded':
      return withPerson(state, { capacity: [...others(person, event.decision), fresh(event)] });
    case 'BestInterestsPlanned':
      return withDecision(state, event.decision, { bestInterests: { on: event.plannedFor, namedOn: event.on } });
    case 'BestInterestsRecorded':
      return withDecision(state, event.decision, { decided: true });
    case 'AdvocateConsidered':
      return withPerson(state, { advocacy: considered(person.advocacy, event) });
    case 'AdvocateAppointed':
      return appointed(state, event);
    case 'AdvocacyEnded':
      return { ...withoutAdvocate(state), person: { ...person, advocacy: { ...person.advocacy, status: 'ENDED', on: event.on } } };
    case 'RepresentativeRecorded':
      return withPerson(state, { representatives: [...person.representatives, represented(event)].slice(-MOST_REPRESENTATIVES) });
  }
}

const represented = ({ on, data }: CaseEvent<'RepresentativeRecorded'>): Representative => ({
  kind: data.kind,
  ground: data.ground ?? null,
  documentSeen: data.documentSeen === true,
  on,
});

/** Changes some of what is known of the person. */
export const withPerson = (state: CaseState, part: Partial<PersonRegion>): CaseState => ({
  ...state,
  person: { ...state.person, ...part },
});

/** Sharing without consent has been looked at again on a day; without effect while there is consent. */
export const lookedAt = (consent: Consent, on: LondonDate): Consent =>
  isWithoutConsent(consent.position) ? { ...consent, lookedAtOn: latest(consent.lookedAtOn, on) } : consent;

const latest = (known: LondonDate | null, on: LondonDate): LondonDate => (known === null ? on : maxDate(known, on));

// The same position said again keeps the grounds recorded for it; a meeting that only says how it stands moves no date.
function recorded(before: Consent, { position, on, grounds, askBy, data }: CaseEvent<'ConsentRecorded'>): Consent {
  if (data === null && position === before.position && grounds === null) return before;
  const without = isWithoutConsent(position);
  const held = position === before.position ? before.grounds : null;
  const isAnswer = position === 'GIVEN' || position === 'LACKS_CAPACITY_BEST_INTERESTS' || grounds !== null;
  return {
    position,
    on,
    grounds: without ? (grounds ?? held) : null,
    lookedAtOn: without ? latest(before.lookedAtOn, on) : null,
    askBy,
    withdrawnOn: isAnswer ? null : before.withdrawnOn,
  };
}

const withdrawn = (on: LondonDate): Consent => ({
  position: 'WITHDRAWN',
  on,
  grounds: null,
  lookedAtOn: on,
  askBy: null,
  withdrawnOn: on,
});

const others = ({ capacity }: PersonRegion, decision: string): readonly CapacityRecord[] =>
  capacity.filter((one) => one.decision !== decision);

const fresh = ({ decision, outcome, on, fluctuating, assessor, assessmentOn }: CaseEvent<'CapacityRecorded'>): CapacityRecord => ({
  decision,
  outcome,
  on,
  fluctuating,
  assessor,
  assessmentOn,
  bestInterests: null,
  decided: false,
});

const withDecision = (state: CaseState, decision: string, part: Partial<CapacityRecord>): CaseState =>
  withPerson(state, { capacity: state.person.capacity.map((one) => (one.decision === decision ? { ...one, ...part } : one)) });

// A need said twice counts from the first time.
const considered = (before: Advocacy, { result, on }: CaseEvent<'AdvocateConsidered'>): Advocacy =>
  before.status === 'NEEDED' && result === 'NEEDED' ? before : { status: result, on, type: null };

function appointed(state: CaseState, { on, advocateType, data }: CaseEvent<'AdvocateAppointed'>): CaseState {
  const known = data.advocate === undefined ? state : assignRole(state, { role: 'ADVOCATE', person: data.advocate });
  return withPerson(known, { advocacy: { status: 'APPOINTED', on, type: advocateType } });
}

// The role ends with the work: it is not a vacancy that somebody must fill.
function withoutAdvocate(state: CaseState): CaseState {
  const { ADVOCATE: _ended, ...holders } = state.holders;
  return { ...state, holders };
}

import { isOfChallenge } from '../../clocks/challenge/stage';
import { isEndedByClosing } from '../../clocks/rest';
import type { CaseEvent } from '../events';
import { NEW_CLOSING } from '../regions/closing';
import type { Closing } from '../regions/closing';
import type { CaseState } from '../state';
import { endedAs, reinstated } from './ending';
import { withRecords } from './meetings';

type ClosingEvent = CaseEvent<
  | 'ClosureProposed'
  | 'ClosureAnswered'
  | 'ClosureObjected'
  | 'ClosureConfirmed'
  | 'CaseReopened'
  | 'PersonDied'
  | 'DeathRetracted'
  | 'RetentionDecided'
  | 'Withdrawn'
  | 'ReferralReinstated'
>;

/** Folds what concerns the end of a case and the way back. */
export function foldClosing(state: CaseState, event: ClosingEvent): CaseState {
  switch (event.type) {
    case 'ClosureProposed':
      return proposed(state, event);
    case 'ClosureAnswered':
      return { ...state, closure: state.closure && { ...state.closure, answered: [...state.closure.answered, event.service] } };
    case 'ClosureObjected':
      return { ...state, closure: null, closing: { ...NEW_CLOSING, retired: [...state.closing.retired, ...retired(state.closing)] } };
    case 'ClosureConfirmed':
      return {
        ...state,
        endedOn: event.on,
        challenges: carriedOn(state, event),
        closing: { ...rested(state), carried: event.data.carried ?? [] },
      };
    case 'CaseReopened':
      return { ...state, closure: null, endedOn: null, closing: { ...NEW_CLOSING, retired: state.closing.retired } };
    case 'PersonDied':
      return died(state, event);
    case 'DeathRetracted':
      return retracted(state);
    case 'RetentionDecided':
      return { ...state, closing: { ...state.closing, retention: { on: event.on, until: event.until } } };
    case 'Withdrawn':
      return { ...state, records: [], meeting: null, handover: null, endedOn: event.on, endedAs: endedAs(state) };
    case 'ReferralReinstated':
      return reinstated(state);
  }
}

function proposed(state: CaseState, event: CaseEvent<'ClosureProposed'>): CaseState {
  return {
    ...withRecords(state, 'all', { planned: true }),
    tier: event.data.finalTier ?? state.tier,
    meeting: null,
    absences: state.absences.map((one) => ({ ...one, chased: false })),
    closure: { code: event.code, proposedOn: event.on, answered: [] },
    closing: { ...state.closing, from: state.stage, rested: state.obligations, flags: state.flags },
  };
}

const sameAs =
  (one: { clock: string | null; key: string }) =>
  (other: { clock: string | null; key: string }): boolean =>
    one.clock === other.clock && one.key === other.key;

const retired = ({ rested: ended }: Closing): Closing['retired'] =>
  ended.filter(({ clock }) => isEndedByClosing(clock)).map(({ clock, key, anchorOn }) => ({ clock, key, anchorOn }));

// What ran when the closure was proposed and ended with that, and what still runs now.
function rested({ closing, obligations, flags }: CaseState): Closing {
  const before = closing.rested.filter((one) => isEndedByClosing(one.clock) || one.clock === 'T-REVIEW');
  const now = obligations.filter(({ clock }) => clock !== 'T-CLOSE');
  const ofBefore = closing.flags.filter((flag) => before.some(sameAs(flag)));
  return {
    ...closing,
    rested: [...before.filter((one) => !now.some(sameAs(one))), ...now],
    flags: [...ofBefore, ...flags.filter((flag) => flag.clock !== null && flag.clock !== 'T-DELIVERY')],
  };
}

function died(state: CaseState, { on, at, began, heldBy }: CaseEvent<'PersonDied'>): CaseState {
  const death = { on, at, began, heldBy, codeBefore: state.closure?.code ?? null };
  return {
    ...state,
    closure: state.closure && { ...state.closure, code: 'DIED' },
    closing: { ...state.closing, death },
  };
}

// In a closed case only the death is taken back; it is opened again by a command of its own.
function retracted(state: CaseState): CaseState {
  const { death } = state.closing;
  if (death?.began === true && state.stage === 'CLOSING')
    return { ...state, closure: null, closing: { ...NEW_CLOSING, retired: state.closing.retired } };
  const code = death?.codeBefore;
  return {
    ...state,
    closure: state.closure && (code ? { ...state.closure, code } : state.closure),
    closing: { ...state.closing, death: null },
  };
}

// Open challenges go on after the closure with whoever is named.
const carriedOn = ({ challenges }: CaseState, { data }: CaseEvent<'ClosureConfirmed'>): CaseState['challenges'] =>
  challenges.map((one) => {
    const by = data.carried?.find(({ clock, key }) => clock === 'T-CHALLENGE' && isOfChallenge(key, one.id));
    return by && one.status === 'OPEN' ? { ...one, carriedBy: by.owner } : one;
  });

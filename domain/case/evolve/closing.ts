import type { CaseEvent } from '../events';
import type { CaseState } from '../state';
import { endedAs, reinstated } from './ending';
import { withRecords } from './meetings';

type ClosingEvent = CaseEvent<
  'ClosureProposed' | 'ClosureAnswered' | 'ClosureObjected' | 'ClosureConfirmed' | 'CaseReopened' | 'Withdrawn' | 'ReferralReinstated'
>;

/** Folds what concerns the end of a case and the way back. */
export function foldClosing(state: CaseState, event: ClosingEvent): CaseState {
  switch (event.type) {
    case 'ClosureProposed':
      return {
        ...withRecords(state, 'all', { planned: true }),
        tier: event.data.finalTier ?? state.tier,
        meeting: null,
        absences: state.absences.map((one) => ({ ...one, chased: false })),
        closure: { code: event.code, proposedOn: event.on, answered: [] },
      };
    case 'ClosureAnswered':
      return { ...state, closure: state.closure && { ...state.closure, answered: [...state.closure.answered, event.service] } };
    case 'ClosureObjected':
      return { ...state, closure: null };
    case 'ClosureConfirmed':
      return { ...state, records: [], endedOn: event.on, challenges: carried(state, event.data.challengesCarriedBy) };
    case 'CaseReopened':
      return { ...state, closure: null, endedOn: null };
    case 'Withdrawn':
      return { ...state, records: [], meeting: null, handover: null, endedOn: event.on, endedAs: endedAs(state) };
    case 'ReferralReinstated':
      return reinstated(state);
  }
}

// Open challenges go on after the closure with whoever is named.
const carried = ({ challenges }: CaseState, by: string | undefined): CaseState['challenges'] =>
  by === undefined ? challenges : challenges.map((one) => (one.status === 'OPEN' ? { ...one, carriedBy: by } : one));

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
        closure: { code: event.code, proposedOn: event.on, answered: [] },
      };
    case 'ClosureAnswered':
      return { ...state, closure: state.closure && { ...state.closure, answered: [...state.closure.answered, event.service] } };
    case 'ClosureObjected':
      return { ...state, closure: null };
    case 'ClosureConfirmed':
      return { ...state, records: [], endedOn: event.on };
    case 'CaseReopened':
      return { ...state, closure: null, endedOn: null };
    case 'Withdrawn':
      return { ...state, records: [], meeting: null, handover: null, endedOn: event.on, endedAs: endedAs(state) };
    case 'ReferralReinstated':
      return reinstated(state);
  }
}

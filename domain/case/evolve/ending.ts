import type { CaseState, EndedAs } from '../state';

/** What a case is just before it ends without a plan: so that a person can let it go on as it was. */
export function endedAs(state: CaseState): EndedAs | null {
  const { stage, meeting, handover, records, obligations, flags } = state;
  return stage === null ? null : { stage, meeting, handover, records, obligations, flags };
}

/** The case stands where it stood; its deadlines and flags come back by their own facts. */
export function reinstated(state: CaseState): CaseState {
  if (!state.endedAs) return state;
  const { meeting, handover, records } = state.endedAs;
  return { ...state, meeting, handover, records, endedOn: null, endedAs: null };
}

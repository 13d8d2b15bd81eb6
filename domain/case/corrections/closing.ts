import { CLOSURE_CODES, TIERS } from '../codes';
import { code, day } from './row';
import type { MendableTable } from './row';

/** What can be mended of a closure. */
export const CLOSING_MENDABLE: MendableTable = {
  proposeClosure: {
    fields: {
      occurredOn: day((state, _target, proposedOn) => ({ ...state, closure: state.closure && { ...state.closure, proposedOn } })),
      code: code(CLOSURE_CODES, (state, { data }) => {
        const right = CLOSURE_CODES.find((one) => one === data.code);
        return right && state.closure ? { ...state, closure: { ...state.closure, code: right } } : state;
      }),
      finalTier: code(TIERS, (state, { data }) => ({ ...state, tier: TIERS.find((one) => one === data.code) ?? state.tier })),
    },
  },
  answerClosure: {
    fields: { occurredOn: day() },
    undo: (state, entry) => {
      const { closure } = state;
      return closure
        ? { ...state, closure: { ...closure, answered: closure.answered.filter((one) => entry.key !== `closure/${one}`) } }
        : state;
    },
  },
};

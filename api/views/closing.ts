import { z } from 'zod';
import { CLOSURE_CODES, closureAnswers } from '../../domain';
import type { CaseState } from '../../domain';
import { day, ident } from './parts';

const closure = z.strictObject({
  code: z.enum(CLOSURE_CODES),
  proposedOn: day,
  answered: z.array(ident).readonly(),
  awaited: z.array(ident).readonly().describe('Services that have not answered.'),
  needed: z.array(ident).readonly().describe('Those among them without whose answer nobody can confirm.'),
  localAuthority: z.boolean().describe('True while the local authority’s decision is needed as well.'),
});

/** How a case is to end, or has ended. */
export const closingShape = {
  closure: closure.nullable(),
  death: z.strictObject({ on: day }).nullable(),
  endedOn: day.nullable(),
  carried: z
    .array(z.strictObject({ clock: z.string(), key: z.string(), owner: ident }))
    .describe('Deadlines that run on after the end, each with who answers for it.'),
};

/** The end of a case, and whose answers to it are missing. */
export const toClosing = (state: CaseState): z.infer<z.ZodObject<typeof closingShape>> => ({
  closure: state.closure && { ...state.closure, ...closureAnswers(state) },
  death: state.closing.death && { on: state.closing.death.on },
  endedOn: state.endedOn,
  carried: state.closing.carried.map(({ clock, key, owner }) => ({ clock, key, owner })),
});

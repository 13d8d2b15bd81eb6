import { z } from 'zod';
import { CLOCKS, CONSENT_POSITIONS, SHARING_GROUNDS, takeOverList } from '../../domain';
import type { CaseState } from '../../domain';
import { day, ident } from './parts';

/** Where a case comes from, and the other cases that it is linked to. */
export const originShape = {
  adopted: z
    .strictObject({ on: day, takeOver: z.array(z.strictObject({ clock: z.enum(CLOCKS), key: z.string(), dueOn: day })).readonly() })
    .nullable()
    .describe('Begun on paper, with what was due before and is open still.'),
  previousCase: ident.nullable(),
  takenOver: z.array(
    z.strictObject({
      from: ident,
      on: day,
      receivedOn: day,
      referrers: z.array(ident).readonly(),
      consent: z
        .strictObject({ position: z.enum(CONSENT_POSITIONS), grounds: z.enum(SHARING_GROUNDS).nullable() })
        .nullable()
        .describe('What was agreed to there; it stays apart from what is agreed to here.'),
    }),
  ),
  mergedInto: ident.nullable(),
};

/** The origin of a case. */
export const toOrigin = (state: CaseState): z.infer<z.ZodObject<typeof originShape>> => ({
  adopted: state.origin.adopted && { on: state.origin.adopted.on, takeOver: takeOverList(state) },
  previousCase: state.origin.previousCase,
  takenOver: [...state.origin.takenOver],
  mergedInto: state.origin.mergedInto,
});

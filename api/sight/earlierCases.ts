import { z } from 'zod';
import { holderOf } from '../../domain';
import type { Identifier } from '../../domain';
import type { CaseView, Repositories } from '../../persistence';
import { day, ident } from '../views/parts';

const MOST_SHOWN = 20;

/** Each with how far it speaks for the same person: two people may share a home, nobody shares an NHS number. */
const STRENGTH = { nhsNumber: 'STRONG', uprn: 'WEAK' } as const satisfies Record<Identifier, string>;

/** Earlier cases that may be about the same person. */
export const possibleEarlierCasesSchema = z
  .array(z.strictObject({ ref: ident, receivedOn: day, sameAs: z.enum(['nhsNumber', 'uprn']), strength: z.enum(['STRONG', 'WEAK']) }))
  .readonly()
  .describe('Earlier cases of the locality with the same NHS number, or for the same home. For the coordinator alone.');

type Earlier = z.infer<typeof possibleEarlierCasesSchema>;

/** What only the coordinator of a case sees of possible earlier cases of the person; null for everybody else (local default). */
export async function possibleEarlierCases(
  { blindIndex, cases }: Pick<Repositories, 'blindIndex' | 'cases'>,
  view: CaseView,
  reader: string,
): Promise<Earlier | null> {
  if (holderOf(view.state, { role: 'COORDINATOR' }) !== reader) return null;
  const matches = await blindIndex.matches(view.ref);
  const found = await Promise.all(matches.map(async ({ ref, kind }) => ({ kind, other: await cases.find(ref) })));
  return found
    .flatMap(({ kind, other }) =>
      other && isEarlier(other, view)
        ? [{ ref: other.ref, receivedOn: other.state.receivedOn, sameAs: kind, strength: STRENGTH[kind] }]
        : [],
    )
    .sort((a, b) => (a.strength === b.strength ? (a.receivedOn < b.receivedOn ? 1 : -1) : a.strength === 'STRONG' ? -1 : 1))
    .slice(0, MOST_SHOWN);
}

const isEarlier = (other: CaseView, { state, training }: CaseView): boolean =>
  other.state.locality === state.locality && other.training === training && other.state.receivedAt <= state.receivedAt;

import { toIso } from '../../domain';
import type { Commit } from '../../persistence';
import type { Mended, Mending, Retraction } from './mended';

/** What stands in the place of a text or an entry that was retracted. */
export const RETRACTED = 'Retracted: recorded on the wrong case';

/**
 * The entries of a case as somebody may read them, texts still as references: what was corrected with the original struck through, and what was
 * retracted as a placeholder for everybody but the information-governance lead.
 */
export const toEntries = (commits: readonly Commit[], mending: Mending, readsRetracted: boolean): readonly object[] =>
  commits.map((commit) => {
    const retraction = mending.retracted.get(commit.seq);
    const { seq, at, actor, command, commandId, events, hash } = commit;
    const frame = { seq, at: toIso(at), actor, command, commandId };
    const mended = (mending.corrections.get(seq) ?? []).map(toMended);
    if (retraction && !readsRetracted) return { ...frame, events: [], hash, retracted: toRetraction(retraction) };
    return {
      ...frame,
      events,
      hash,
      ...(mended.length === 0 ? {} : { corrections: mended }),
      ...(retraction ? { retracted: toRetraction(retraction) } : {}),
    };
  });

/** Only the entries that an incident is about: what was retracted, and the retractions. */
export const ofIncidents = (commits: readonly Commit[], { retracted }: Mending): readonly Commit[] => {
  const retractions = [...retracted.values()].map(({ entry }) => entry);
  return commits.filter(({ seq }) => retracted.has(seq) || retractions.includes(seq));
};

const toMended = ({ at, ...one }: Mended): object => ({ ...one, at: toIso(at) });
const toRetraction = ({ by, at, entry }: Retraction): object => ({ words: RETRACTED, by, at: toIso(at), entry });

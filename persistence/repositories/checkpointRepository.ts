import type { Checkpoint, CheckpointRepository } from '../contract';
import { isDuplicateKey } from './duplicate';
import type { CheckpointDoc, Models } from '../models';

const BATCH = 500;
const fromDoc = ({ _id, ...checkpoint }: CheckpointDoc): Checkpoint => checkpoint;
const idOf = (ref: string, seq: number): string => `${ref}:${seq}`;

/** Checkpoints are inserted under ref:seq and never changed; the unique predecessor keeps them in one line. */
export function createCheckpointRepository({ checkpoints, cases }: Pick<Models, 'checkpoints' | 'cases'>): CheckpointRepository {
  const latest = async (ref: string) => {
    const doc = await checkpoints.findOne({ ref }).sort({ seq: -1 }).lean<CheckpointDoc>();
    return doc ? fromDoc(doc) : null;
  };
  // Page by page, so that neither many cases nor many checkpoints are held at once.
  async function* pages() {
    for (let after = ''; ;) {
      const page = await cases
        .find({ _id: { $gt: after } }, { seq: 1 })
        .sort({ _id: 1 })
        .limit(BATCH)
        .lean<{ _id: string; seq: number }[]>();
      const last = page.at(-1);
      if (!last) return;
      const ids = page.map(({ _id, seq }) => idOf(_id, seq));
      const found = await checkpoints.find({ _id: { $in: ids } }).lean<CheckpointDoc[]>();
      yield { page, at: new Map(found.map((one) => [one.ref, fromDoc(one)] as const)) };
      after = last._id;
    }
  }
  return {
    latest,
    async add(checkpoint) {
      try {
        await checkpoints.insert({ _id: idOf(checkpoint.ref, checkpoint.seq), ...checkpoint });
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return false;
      }
    },
    async behind() {
      const refs: string[] = [];
      for await (const { page, at } of pages()) refs.push(...page.map(({ _id }) => _id).filter((ref) => !at.has(ref)));
      return refs;
    },
    async newest() {
      const found: Checkpoint[] = [];
      for await (const { page, at } of pages())
        for (const { _id } of page) {
          const checkpoint = at.get(_id) ?? (await latest(_id));
          if (checkpoint) found.push(checkpoint);
        }
      return found;
    },
  };
}

import type { Checkpoint, RecordReader, StoredCommit } from '../contract';
import type { CheckpointDoc, Models } from '../models';

/** The record as it is stored, for verifying it: no upcasting, nothing left out, nothing written. */
export const createRecordReader = ({ commits, checkpoints }: Pick<Models, 'commits' | 'checkpoints'>): RecordReader => ({
  async refs() {
    const [a, b] = [await commits.distinct('ref'), await checkpoints.distinct('ref')];
    return [...new Set([...a, ...b].map(String))].sort();
  },
  commits: async (ref) => commits.find({ ref }).sort({ seq: 1 }).lean<StoredCommit[]>(),
  async checkpoints(ref) {
    const docs = await checkpoints.find({ ref }).sort({ seq: 1 }).lean<CheckpointDoc[]>();
    return docs.map(({ _id, ...checkpoint }): Checkpoint => checkpoint);
  },
});

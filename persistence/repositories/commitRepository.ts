import type { Commit, CommitRepository } from '../contract';
import { isDuplicateKey } from './duplicate';
import type { CommitDoc, Models } from '../models';
import { upcast } from '../upcasters';

const fromDoc = ({ _id, ...commit }: CommitDoc): Commit => upcast(commit);

/** Commits are inserted under ref:seq and never changed; the unique keys are the transaction. */
export function createCommitRepository({ commits }: Pick<Models, 'commits'>): CommitRepository {
  const find = async (ref: string, seq: number) => {
    const doc = await commits.findById(`${ref}:${seq}`).read('primary').lean<CommitDoc>();
    return doc ? fromDoc(doc) : null;
  };
  return {
    find,
    async insert(commit) {
      try {
        await commits.insert({ _id: `${commit.ref}:${commit.seq}`, ...commit });
        return 'inserted';
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const there = await find(commit.ref, commit.seq);
        return there?.hash === commit.hash ? 'inserted' : 'conflict';
      }
    },
    async findByCommand(ref, commandId) {
      const doc = await commits.findOne({ ref, commandId }).read('primary').lean<CommitDoc>();
      return doc ? fromDoc(doc) : null;
    },
    async list(ref, fromSeq = 1) {
      const docs = await commits
        .find({ ref, seq: { $gte: fromSeq } })
        .sort({ seq: 1 })
        .lean<CommitDoc[]>();
      return docs.map(fromDoc);
    },
  };
}

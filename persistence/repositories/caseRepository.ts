import type { CaseRepository, CaseView } from '../contract';
import { fromCursor, toCursor } from './cursor';
import { isDuplicateKey } from './duplicate';
import type { CaseDoc, Models } from '../models';

const FAR = 8.64e15;
const fromDoc = ({ _id, nextDueKey: _key, ...view }: CaseDoc): CaseView => ({ ref: _id, ...view });
const toDoc = ({ ref, ...view }: CaseView): CaseDoc => ({ _id: ref, ...view, nextDueKey: view.nextDueAt ?? FAR });

/** The read model: replaced only where the stored seq is lower, so that a late writer never takes it back. */
export function createCaseRepository({ cases }: Pick<Models, 'cases'>): CaseRepository {
  return {
    async find(ref) {
      const doc = await cases.findById(ref).lean<CaseDoc>();
      return doc ? fromDoc(doc) : null;
    },
    async save(view) {
      const doc = toDoc(view);
      const { matchedCount } = await cases.collection.replaceOne({ _id: doc._id, seq: { $lt: doc.seq } } as never, doc);
      if (matchedCount > 0) return;
      try {
        await cases.collection.insertOne(doc as never);
      } catch (error) {
        // It stands there already, at this seq or a later one.
        if (!isDuplicateKey(error)) throw error;
      }
    },
    async overdue(limit) {
      const docs = await cases.find({ overdue: true, training: false }).sort({ nextDueKey: 1 }).limit(limit).lean<CaseDoc[]>();
      return docs.map(fromDoc);
    },
    async late(before, limit) {
      const docs = await cases
        .find({ training: false, wakeAt: { $gt: 0, $lt: before } })
        .select({ wakeAt: 1 })
        .sort({ wakeAt: 1 })
        .limit(limit)
        .lean<{ _id: string; wakeAt: number }[]>();
      return docs.map(({ _id, wakeAt }) => ({ ref: _id, wakeAt }));
    },
    async worklist({ member, after, limit, training }) {
      const place = after === undefined ? undefined : fromCursor(after);
      const filter = {
        members: member,
        ...(training === undefined ? {} : { training }),
        ...(place ? { $or: [{ nextDueKey: { $gt: place.key } }, { nextDueKey: place.key, _id: { $gt: place.ref } }] } : {}),
      };
      const docs = await cases
        .find(filter)
        .sort({ nextDueKey: 1, _id: 1 })
        .limit(limit + 1)
        .lean<CaseDoc[]>();
      const page = docs.slice(0, limit);
      const last = page.at(-1);
      return { cases: page.map(fromDoc), next: docs.length > limit && last ? toCursor(last.nextDueKey, last._id) : null };
    },
  };
}

import type { AccessLog, AccessRow } from '../contract';
import { fromCursor, toCursor } from './cursor';
import type { AccessDoc, Models } from '../models';

const fromDoc = ({ _id, ...row }: AccessDoc): AccessRow => ({ id: _id, ...row });

/** Who looked at cases: inserted, never changed. */
export function createAccessLog({ accessLog }: Pick<Models, 'accessLog'>): AccessLog {
  return {
    async add({ id, ...row }) {
      await accessLog.insert({ _id: id, ...row });
    },
    async list({ ref, after, limit }) {
      const place = after === undefined ? undefined : fromCursor(after);
      const older = place ? { $or: [{ at: { $lt: place.key } }, { at: place.key, _id: { $lt: place.ref } }] } : {};
      const docs = await accessLog
        .find({ ref, ...older })
        .sort({ at: -1, _id: -1 })
        .limit(limit + 1)
        .lean<AccessDoc[]>();
      const page = docs.slice(0, limit);
      const last = page.at(-1);
      return { rows: page.map(fromDoc), next: docs.length > limit && last ? toCursor(last.at, last._id) : null };
    },
  };
}

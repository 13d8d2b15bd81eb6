import type { RequestRepository, StoredRequest } from '../contract';
import { isDuplicateKey } from './duplicate';
import type { Models, RequestDoc } from '../models';

const fromDoc = ({ _id, ...request }: RequestDoc): StoredRequest => ({ commandId: _id, ...request });

/** Idempotency of requests: who comes first under a command id does the work, everybody else is told what became of it. */
export function createRequestRepository({ requests }: Pick<Models, 'requests'>): RequestRepository {
  const find = async (commandId: string) => {
    const doc = await requests.findById(commandId).lean<RequestDoc>();
    return doc ? fromDoc(doc) : null;
  };
  return {
    find,
    async begin({ commandId, actor, route, bodyHash, now, leaseMs }) {
      const fresh = { _id: commandId, actor, route, bodyHash, ref: null, status: null, code: null, leasedUntil: now + leaseMs };
      try {
        await requests.collection.insertOne(fresh as never);
        return { kind: 'begun', ref: null };
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      const stored = await find(commandId);
      if (!stored || stored.bodyHash !== bodyHash) return { kind: 'other-body' };
      if (stored.status !== null) return { kind: 'replay', stored };
      const taken = await requests
        .findOneAndUpdate({ _id: commandId, status: null, leasedUntil: { $lte: now } }, { $set: { leasedUntil: now + leaseMs } })
        .lean<RequestDoc>();
      return taken ? { kind: 'begun', ref: taken.ref } : { kind: 'in-flight' };
    },
    async reserve(commandId, ref) {
      try {
        await requests.updateOne({ _id: commandId, ref: null }, { $set: { ref, reserved: ref } });
      } catch (error) {
        if (isDuplicateKey(error)) return { taken: true };
        throw error;
      }
      const stored = await find(commandId);
      return { ref: stored?.ref ?? ref };
    },
    async finish(commandId, status, code, ref) {
      await requests.updateOne({ _id: commandId }, { $set: { status, code, leasedUntil: 0, ...(ref === null ? {} : { ref }) } });
    },
    async release(commandId) {
      await requests.updateOne({ _id: commandId, status: null }, { $set: { leasedUntil: 0 } });
    },
  };
}

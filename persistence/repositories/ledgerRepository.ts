import { randomUUID } from 'node:crypto';
import type { LedgerRepository, LedgerRow } from '../contract';
import { isDuplicateKey } from './duplicate';
import type { LedgerDoc, Models } from '../models';

// Rows of earlier versions know nothing of the morning round.
const BEFORE_THE_ROUND = { sentTo: null, releaseAt: null, bundledAt: null, report: null, reportId: null } as const;

/** A row as the rest of the engine knows it. */
export const fromDoc = ({ _id, claim: _claim, leasedUntil: _lease, ...row }: LedgerDoc): LedgerRow => ({
  id: _id,
  ...BEFORE_THE_ROUND,
  ...row,
});

/** The ledger of messages. A row is sent only by who holds its claim, and only the holder writes the outcome. */
export function createLedgerRepository({ notices }: Pick<Models, 'notices'>): LedgerRepository {
  const rows = async (filter: object): Promise<readonly LedgerRow[]> => {
    const docs = await notices.find(filter).sort({ ref: 1, seq: 1 }).lean<LedgerDoc[]>();
    return docs.map(fromDoc).sort((a, b) => a.seq - b.seq || a.notice.n - b.notice.n);
  };
  return {
    async add(added) {
      for (const { id, ...row } of added) await insertOnce(notices, { _id: id, ...row, claim: null, leasedUntil: 0 });
    },
    openRows: (ref, seqs) => rows({ ref, seq: { $in: seqs }, releaseAt: null, outcome: { $in: ['pending', 'sending'] } }),
    failedRows: (ref, seqs) =>
      rows({ ref, seq: { $in: seqs }, releaseAt: null, $or: [{ outcome: 'failed' }, { reason: { $type: 'string' } }] }),
    list: (ref) => rows({ ref }),
    async claim(id, now, leaseMs) {
      const claim = randomUUID();
      const lease = { $set: { outcome: 'sending', claim, leasedUntil: now + leaseMs }, $inc: { attempts: 1 } };
      const fresh = await notices
        .findOneAndUpdate({ _id: id, outcome: { $in: ['pending', 'held'] } }, lease, { returnDocument: 'after' })
        .lean<LedgerDoc>();
      if (fresh) return { row: fromDoc(fresh), claim };
      // Somebody died between SMTP's answer and the outcome, perhaps: the mail goes again under the same Message-ID, and is counted.
      const again = { ...lease, $set: { ...lease.$set, possibleDuplicate: true } };
      const expired = await notices
        .findOneAndUpdate({ _id: id, outcome: 'sending', leasedUntil: { $lte: now } }, again, { returnDocument: 'after' })
        .lean<LedgerDoc>();
      return expired ? { row: fromDoc(expired), claim } : null;
    },
    async settle(id, claim, { outcome, at, response, reason, sentTo, report }) {
      const sentAt = outcome === 'sent' ? at : null;
      const update = {
        outcome,
        sentAt,
        claim: null,
        leasedUntil: 0,
        ...(response === undefined ? {} : { response }),
        ...(reason === undefined ? {} : { reason }),
        ...(sentTo === undefined ? {} : { sentTo }),
        ...(report === undefined ? {} : { report }),
      };
      const { matchedCount } = await notices.updateOne({ _id: id, claim }, { $set: update });
      return matchedCount === 1;
    },
  };
}

async function insertOnce(notices: Models['notices'], doc: LedgerDoc): Promise<void> {
  try {
    await notices.collection.insertOne(doc as never);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

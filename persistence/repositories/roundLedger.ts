import type { LedgerRow, NoticeOutcome, RoundLedger } from '../contract';
import { fromDoc } from './ledgerRepository';
import type { LedgerDoc, Models } from '../models';

const OPEN: { outcome: { $in: NoticeOutcome[] } } = { outcome: { $in: ['held', 'sending'] } };

/** The rows of the ledger that the morning round sends, and what their cases have yet to hear of them. */
export function createRoundLedger({ notices }: Pick<Models, 'notices'>): RoundLedger {
  const found = (docs: readonly LedgerDoc[]): readonly LedgerRow[] => docs.map(fromDoc);
  return {
    async due(now, limit) {
      const docs = await notices
        .find({ releaseAt: { $lte: now }, ...OPEN })
        .sort({ recipient: 1, _id: 1 })
        .limit(limit)
        .lean<LedgerDoc[]>();
      return found(docs);
    },
    countDue: (now) => notices.countDocuments({ releaseAt: { $lte: now }, ...OPEN }),
    async nextReleaseAt(now) {
      const doc = await notices
        .findOne({ releaseAt: { $gt: now }, ...OPEN })
        .sort({ releaseAt: 1 })
        .lean<LedgerDoc>();
      return doc?.releaseAt ?? null;
    },
    async bundle(claimed, messageId, at) {
      for (const { id, claim } of claimed) await notices.updateOne({ _id: id, claim }, { $set: { messageId, bundledAt: at } });
    },
    owed: async () => found(await notices.find({ report: 'owed' }).sort({ ref: 1, seq: 1, _id: 1 }).lean<LedgerDoc[]>()),
    async nameReport(ids, reportId) {
      await notices.updateMany({ _id: { $in: ids }, reportId: null }, { $set: { reportId } });
    },
    async markTold(ids) {
      await notices.updateMany({ _id: { $in: ids } }, { $set: { report: 'told' } });
    },
  };
}

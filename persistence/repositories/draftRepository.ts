import type { DraftRepository } from '../contract';
import { createDataKeys } from '../vault/dataKeys';
import { isDuplicateKey } from './duplicate';
import { createWaitingDrafts, summaryOf, WITHOUT_CONTENT } from './waitingDrafts';
import type { DraftDoc, Models } from '../models';
import { seal, unseal } from '../vault/sealing';
import type { Sealed } from '../vault/sealing';

const sealedAs = (id: string, version: number): string => `draft|${id}|${version}`;

/** Referrals and calls that are not sent. Only their author finds them; their content is sealed, and destroyed with its key. */
export function createDraftRepository(
  { drafts, draftKeys }: Pick<Models, 'drafts' | 'draftKeys'>,
  keyEncryptionKey: Buffer,
): DraftRepository {
  const keys = createDataKeys(draftKeys, 'draft-key', keyEncryptionKey);
  const findDoc = (id: string, author: string) => drafts.findOne({ _id: id, author, gone: false }).lean<DraftDoc>();
  const sealed = async (id: string, version: number, content: object): Promise<Sealed> =>
    seal(await keys.findOrMake(id), sealedAs(id, version), Buffer.from(JSON.stringify(content), 'utf8'));

  return {
    async create({ id, content, commandId, now, ...rest }) {
      const doc = { ...rest, version: 1, lastSavedAt: now, sendingAs: null, savedBy: commandId, gone: false };
      try {
        await drafts.collection.insertOne({ _id: id, ...doc, ...(await sealed(id, 1, content)) } as never);
      } catch (error) {
        // A retry of the same request: the draft stands already.
        if (!isDuplicateKey(error)) throw error;
      }
      return { id, ...rest, version: 1, lastSavedAt: now, sendingAs: null };
    },
    async replace({ id, author, version, content, commandId, now, ...rest }) {
      const known = await findDoc(id, author);
      if (!known) return 'unknown';
      if (known.savedBy === commandId) return summaryOf(known);
      const next = { ...rest, version: version + 1, lastSavedAt: now, savedBy: commandId, ...(await sealed(id, version + 1, content)) };
      const replaced = await drafts
        .findOneAndUpdate({ _id: id, author, gone: false, version, sendingAs: null }, { $set: next }, { returnDocument: 'after' })
        .lean<DraftDoc>();
      if (replaced) return summaryOf(replaced);
      return known.sendingAs === null ? 'stale' : 'being-sent';
    },
    async find(id, author) {
      const doc = await findDoc(id, author);
      const key = doc ? await keys.find(id) : null;
      if (!doc || !key) return null;
      const plain = unseal(key, sealedAs(id, doc.version), doc).toString('utf8');
      return { ...summaryOf(doc), content: JSON.parse(plain) as Readonly<Record<string, unknown>> };
    },
    async list(author, limit) {
      const docs = await drafts
        .find({ author, gone: false })
        .select(WITHOUT_CONTENT)
        .sort({ lastSavedAt: -1, _id: 1 })
        .limit(limit)
        .lean<DraftDoc[]>();
      return docs.map(summaryOf);
    },
    // Out of sight first, so that a removal that is cut short shows nothing and can be done again.
    async remove(id, author, sendingAs) {
      const { matchedCount } = await drafts.updateOne({ _id: id, author, sendingAs }, { $set: { gone: true } });
      if (matchedCount === 0) return (await findDoc(id, author)) ? 'being-sent' : 'unknown';
      await keys.destroy(id);
      await drafts.deleteOne({ _id: id });
      return 'removed';
    },
    async claim(id, author, version, commandId) {
      await drafts.updateOne({ _id: id, author, gone: false, version, sendingAs: null }, { $set: { sendingAs: commandId } });
      const doc = await findDoc(id, author);
      if (!doc) return 'unknown';
      return doc.version === version && doc.sendingAs !== null ? { commandId: doc.sendingAs } : 'changed';
    },
    waiting: createWaitingDrafts({ drafts }),
    async markTold(id, version, label) {
      await drafts.updateOne({ _id: id, version }, { $addToSet: { told: `${version}|${label}` } });
    },
    async release(id, commandId) {
      await drafts.updateOne({ _id: id, sendingAs: commandId }, { $set: { sendingAs: null } });
    },
  };
}

import { randomBytes } from 'node:crypto';
import type { Vault } from './contract';
import { isDuplicateKey } from './duplicate';
import { sha256 } from './hash';
import type { CaseKeyDoc, Models, VaultDoc } from './models';
import { seal, unseal } from './sealing';

/** Narrative and personal data: each piece sealed with its case's own key, which is wrapped by the key-encryption key and kept in another database. */
export function createVault({ vault, caseKeys }: Pick<Models, 'vault' | 'caseKeys'>, keyEncryptionKey: Buffer): Vault {
  const unwrap = ({ _id, iv, tag, wrapped }: CaseKeyDoc): Buffer => unseal(keyEncryptionKey, `case-key|${_id}`, { iv, tag, data: wrapped });

  async function keyOf(ref: string, create: boolean): Promise<Buffer | null> {
    const known = await caseKeys.findById(ref).lean<CaseKeyDoc>();
    if (known) return unwrap(known);
    if (!create) return null;
    const { data: wrapped, ...sealed } = seal(keyEncryptionKey, `case-key|${ref}`, randomBytes(32));
    try {
      await caseKeys.collection.insertOne({ _id: ref, ...sealed, wrapped } as never);
    } catch (error) {
      // Another request made the key first: that one counts.
      if (!isDuplicateKey(error)) throw error;
    }
    return keyOf(ref, false);
  }

  return {
    async put({ ref, field, text, commandId, now }) {
      const id = `v-${sha256(`${ref}|${commandId}|${field}`).slice(0, 32)}`;
      const key = await keyOf(ref, true);
      if (!key) throw new Error('the key of the case is missing');
      const sealed = seal(key, contextOf(ref, field, id), Buffer.from(text, 'utf8'));
      try {
        await vault.collection.insertOne({ _id: id, ref, field, ...sealed, at: now } as never);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      return id;
    },
    async get(ref, vaultRef) {
      const doc = await vault.findOne({ _id: vaultRef, ref }).lean<VaultDoc>();
      const key = doc ? await keyOf(ref, false) : null;
      return doc && key ? unseal(key, contextOf(ref, doc.field, doc._id), doc).toString('utf8') : null;
    },
  };
}

const contextOf = (ref: string, field: string, id: string): string => `vault|${ref}|${field}|${id}`;

import type { Vault } from '../contract';
import { createDataKeys } from './dataKeys';
import { isDuplicateKey } from '../repositories/duplicate';
import { sha256 } from '../hash';
import type { Models, VaultDoc } from '../models';
import { seal, unseal } from './sealing';

/** Narrative and personal data: each piece sealed with its case's own key, which is wrapped by the key-encryption key and kept in another database. */
export function createVault({ vault, caseKeys }: Pick<Models, 'vault' | 'caseKeys'>, keyEncryptionKey: Buffer): Vault {
  const keys = createDataKeys(caseKeys, 'case-key', keyEncryptionKey);
  return {
    async put({ ref, field, text, commandId, now }) {
      const id = `v-${sha256(`${ref}|${commandId}|${field}`).slice(0, 32)}`;
      const sealed = seal(await keys.findOrMake(ref), contextOf(ref, field, id), Buffer.from(text, 'utf8'));
      try {
        await vault.collection.insertOne({ _id: id, ref, field, ...sealed, at: now } as never);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      return id;
    },
    async get(ref, vaultRef) {
      const doc = await vault.findOne({ _id: vaultRef, ref }).lean<VaultDoc>();
      const key = doc ? await keys.find(ref) : null;
      return doc && key ? unseal(key, contextOf(ref, doc.field, doc._id), doc).toString('utf8') : null;
    },
  };
}

const contextOf = (ref: string, field: string, id: string): string => `vault|${ref}|${field}|${id}`;

import type { TaskRepository, Vault, VaultEntry } from '../contract';
import { createDataKeys } from './dataKeys';
import { VaultCorruptError, VaultErasedError } from './errors';
import { isDuplicateKey } from '../repositories/duplicate';
import { sha256 } from '../hash';
import type { Models, VaultDoc } from '../models';
import type { KeyEncryption } from './keyEncryption';
import { seal, unseal } from './sealing';

interface Parts {
  readonly models: Pick<Models, 'vault' | 'caseKeys'>;
  readonly encryption: KeyEncryption;
  readonly isErased: (ref: string, about: VaultEntry['about']) => Promise<boolean>;
  readonly tasks: Pick<TaskRepository, 'raise'>;
  /** Epoch ms, for the day on which something unreadable was found. */
  readonly clock?: () => number;
}

/**
 * Narrative and personal data: each piece sealed with a key of its case, which is wrapped by the key-encryption key and kept in another
 * database. What tells about somebody else has a second key of the case.
 */
export function createVault({ models: { vault, caseKeys }, encryption, isErased, tasks, clock = Date.now }: Parts): Vault {
  const keys = {
    PERSON: createDataKeys({ keys: caseKeys, kind: 'case-key', encryption, isErased: (ref) => isErased(ref, 'PERSON') }),
    THIRD_PARTY: createDataKeys({ keys: caseKeys, kind: 'third-party-key', encryption, isErased: (ref) => isErased(ref, 'THIRD_PARTY') }),
  };
  async function open(doc: VaultDoc): Promise<string> {
    const about = aboutOf(doc);
    const key = await keys[about].find(doc.ref);
    if (!key)
      throw (await isErased(doc.ref, about)) ? new VaultErasedError('it was erased') : new VaultCorruptError('KEY', 'its key is missing');
    return unsealed(key, doc);
  }
  // Put aside for operations: they learn what does not open, and never what was left of it.
  async function quarantine({ _id, ref, field }: VaultDoc, { what, message }: VaultCorruptError): Promise<void> {
    const now = clock();
    if (what === 'ENTRY') await vault.updateOne({ _id, quarantinedAt: { $exists: false } }, { $set: { quarantinedAt: now } });
    const task =
      what === 'ENTRY'
        ? { id: `vault:${ref}:${_id}`, detail: `${field}, ${_id}: ${message}` }
        : { id: `vault:${ref}:key`, detail: message };
    await tasks.raise({ ...task, kind: 'VAULT_UNREADABLE', ref, now });
  }
  return {
    async put({ ref, field, text, about = 'PERSON', commandId, now }) {
      const id = `v-${sha256(`${ref}|${commandId}|${field}`).slice(0, 32)}`;
      const sealed = seal(await keys[about].findOrMake(ref), contextOf({ ref, field, id, about }), Buffer.from(text, 'utf8'));
      try {
        await vault.collection.insertOne({ _id: id, ref, field, about, ...sealed, at: now } as never);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      return id;
    },
    async get(ref, vaultRef) {
      const doc = await vault.findOne({ _id: vaultRef, ref }).lean<VaultDoc>();
      if (!doc) return null;
      try {
        return await open(doc);
      } catch (error) {
        if (error instanceof VaultCorruptError) await quarantine(doc, error);
        throw error;
      }
    },
    async thirdPartyRefs(ref) {
      const docs = await vault.find({ ref, about: 'THIRD_PARTY' }).select({ _id: 1 }).lean<{ _id: string }[]>();
      return new Set(docs.map(({ _id }) => _id));
    },
  };
}

const aboutOf = ({ about = 'PERSON' }: Pick<VaultDoc, 'about'>): NonNullable<VaultEntry['about']> => about;

function unsealed(key: Buffer, doc: VaultDoc): string {
  try {
    return unseal(key, contextOf({ ref: doc.ref, field: doc.field, id: doc._id, about: aboutOf(doc) }), doc).toString('utf8');
  } catch {
    throw new VaultCorruptError('ENTRY', 'it does not open');
  }
}

const contextOf = ({ ref, field, id, about }: { ref: string; field: string; id: string; about: VaultEntry['about'] }): string =>
  `vault|${ref}|${field}|${id}${about === 'THIRD_PARTY' ? '|third-party' : ''}`;

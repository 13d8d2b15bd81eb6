import { randomBytes } from 'node:crypto';
import { isDuplicateKey } from '../repositories/duplicate';
import type { DataKeyDoc, Models } from '../models';
import { VaultErasedError } from './errors';
import type { KeyCache } from './keyCache';
import { createKeyCache } from './keyCache';
import type { KeyEncryption } from './keyEncryption';

/** What a data key is for; it is bound to it, so that a key moved elsewhere does not open anything. */
export type KeyKind = 'case-key' | 'third-party-key' | 'draft-key';

/** The data keys of one kind of thing: each wrapped by the key-encryption key and kept in the key database. */
export interface DataKeys {
  /** @throws KeysUnavailableError, VaultCorruptError */
  find(id: string): Promise<Buffer | null>;
  /** The key of a thing, made on first use. @throws VaultErasedError for what was erased, KeysUnavailableError, VaultCorruptError */
  findOrMake(id: string): Promise<Buffer>;
  /** Destroys a key: what was sealed with it can never be read again. */
  destroy(id: string): Promise<void>;
}

interface Parts {
  readonly keys: Models['caseKeys'];
  readonly kind: KeyKind;
  readonly encryption: KeyEncryption;
  readonly isErased?: (id: string) => Promise<boolean>;
  readonly cache?: KeyCache;
}

/** The document of a key in its collection. */
export const keyDocOf = (kind: KeyKind, id: string): string => (kind === 'third-party-key' ? `${id}|third-party` : id);

/** What the wrapped key in a document is bound to; the reverse of `keyDocOf`. */
export const contextOfDoc = (collection: 'case_keys' | 'draft_keys', doc: string): string => {
  if (collection === 'draft_keys') return `draft-key|${doc}`;
  const [id, other] = doc.split('|');
  return `${other === undefined ? 'case-key' : 'third-party-key'}|${id}`;
};

/** The keys of a collection. */
export function createDataKeys({
  keys,
  kind,
  encryption,
  isErased = () => Promise.resolve(false),
  cache = createKeyCache(),
}: Parts): DataKeys {
  // The document is looked at each time, so that a destroyed key is gone everywhere at once.
  async function find(id: string): Promise<Buffer | null> {
    const doc = keyDocOf(kind, id);
    const known = await keys.findById(doc).lean<DataKeyDoc>();
    if (!known) {
      cache.drop(doc);
      return null;
    }
    const cached = cache.get(doc);
    if (cached) return cached;
    const key = await encryption.unwrap(`${kind}|${id}`, known);
    cache.set(doc, key);
    return key;
  }
  async function make(id: string): Promise<void> {
    const wrapped = await encryption.wrap(`${kind}|${id}`, randomBytes(32));
    try {
      await keys.collection.insertOne({ _id: keyDocOf(kind, id), ...wrapped } as never);
    } catch (error) {
      // Another request made the key first: that one counts.
      if (!isDuplicateKey(error)) throw error;
    }
  }
  const destroy = async (id: string): Promise<void> => {
    await keys.deleteOne({ _id: keyDocOf(kind, id) });
    cache.drop(keyDocOf(kind, id));
  };
  return {
    find,
    async findOrMake(id) {
      const known = await find(id);
      if (known) return known;
      if (await isErased(id)) throw new VaultErasedError(`what belongs to this ${kind} was erased`);
      await make(id);
      // An erasure that ran meanwhile counts.
      if (await isErased(id)) {
        await destroy(id);
        throw new VaultErasedError(`what belongs to this ${kind} was erased`);
      }
      const made = await find(id);
      if (!made) throw new Error(`the ${kind} is missing`);
      return made;
    },
    destroy,
  };
}

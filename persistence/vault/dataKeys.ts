import { randomBytes } from 'node:crypto';
import { isDuplicateKey } from '../repositories/duplicate';
import type { DataKeyDoc, Models } from '../models';
import { seal, unseal } from './sealing';

/** The data keys of one kind of thing: each wrapped by the key-encryption key and kept in the key database. */
export interface DataKeys {
  find(id: string): Promise<Buffer | null>;
  /** The key of a thing, made on first use. */
  findOrMake(id: string): Promise<Buffer>;
  /** Destroys a key: what was sealed with it can never be read again. */
  destroy(id: string): Promise<void>;
}

/** The keys of a collection; `kind` binds each to its use, so that a key moved elsewhere does not open anything. */
export function createDataKeys(keys: Models['caseKeys'], kind: 'case-key' | 'draft-key', keyEncryptionKey: Buffer): DataKeys {
  const contextOf = (id: string): string => `${kind}|${id}`;
  async function find(id: string): Promise<Buffer | null> {
    const known = await keys.findById(id).lean<DataKeyDoc>();
    return known ? unseal(keyEncryptionKey, contextOf(id), { iv: known.iv, tag: known.tag, data: known.wrapped }) : null;
  }
  async function make(id: string): Promise<void> {
    const { data: wrapped, ...sealed } = seal(keyEncryptionKey, contextOf(id), randomBytes(32));
    try {
      await keys.collection.insertOne({ _id: id, ...sealed, wrapped } as never);
    } catch (error) {
      // Another request made the key first: that one counts.
      if (!isDuplicateKey(error)) throw error;
    }
  }
  return {
    find,
    async findOrMake(id) {
      const known = await find(id);
      if (known) return known;
      await make(id);
      const made = await find(id);
      if (!made) throw new Error(`the ${kind} is missing`);
      return made;
    },
    async destroy(id) {
      await keys.deleteOne({ _id: id });
    },
  };
}

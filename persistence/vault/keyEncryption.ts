import { KeysUnavailableError, VaultCorruptError } from './errors';
import type { KeyRing } from './keyRing';
import { seal, unseal } from './sealing';

/** A data key sealed with a key-encryption key (KEK), everything in base64. */
export interface WrappedKey {
  /** Which version of the KEK; a key that was wrapped before there were versions names none. */
  readonly kek?: string;
  readonly iv: string;
  readonly tag: string;
  readonly wrapped: string;
}

/** The way to the key-encryption key: a key file here, a key management service elsewhere. Each wrapped key is bound to its context. */
export interface KeyEncryption {
  /** Wraps with the current version. @throws KeysUnavailableError */
  wrap(context: string, dataKey: Buffer): Promise<WrappedKey>;
  /** Unwraps with the version that the key names. @throws KeysUnavailableError, or VaultCorruptError when it does not open */
  unwrap(context: string, key: WrappedKey): Promise<Buffer>;
  /** The id of the current version. @throws KeysUnavailableError */
  current(): Promise<string>;
}

/** Key encryption with a key ring that is asked for anew each time, so that a new version counts at once. */
export function encryptionWith(ring: () => KeyRing): KeyEncryption {
  return {
    wrap(context, dataKey) {
      return attempt(() => {
        const { current, keys } = ring();
        const { data: wrapped, ...rest } = seal(keyOf(keys, current), context, dataKey);
        return { kek: current, ...rest, wrapped };
      });
    },
    unwrap: (context, key) => attempt(() => open(ring(), context, key)),
    current: () => attempt(() => ring().current),
  };
}

const attempt = <T>(work: () => T): Promise<T> => new Promise((done) => done(work()));

function keyOf(keys: KeyRing['keys'], id: string): Buffer {
  const key = keys.get(id);
  if (!key) throw new KeysUnavailableError(`the key-encryption key ${id} is not in the key file`);
  return key;
}

function open({ keys }: KeyRing, context: string, { kek, iv, tag, wrapped }: WrappedKey): Buffer {
  const tried = kek === undefined ? [...keys.values()] : [keyOf(keys, kek)];
  for (const key of tried) {
    try {
      return unseal(key, context, { iv, tag, data: wrapped });
    } catch {
      // Of a key without a version any of the ring may be the one.
    }
  }
  throw new VaultCorruptError('KEY', 'a wrapped key does not open');
}

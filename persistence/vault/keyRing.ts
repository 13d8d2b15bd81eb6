import { createHash } from 'node:crypto';

const KEY_BYTES = 32;

/** Every version of the key-encryption key that is in use, by id. */
export interface KeyRing {
  /** The version that wraps new keys. */
  readonly current: string;
  /** Since when it is the current one, in epoch ms; null for a file with one key. */
  readonly since: number | null;
  /** A version that is there to be known on every machine before it becomes the current one; null where there is none. */
  readonly prepared: string | null;
  /** True until every data key is wrapped by the current version. */
  readonly rewrapping: boolean;
  readonly keys: ReadonlyMap<string, Buffer>;
}

interface Written {
  readonly current: string;
  readonly since: number | null;
  readonly prepared?: string | null;
  readonly rewrapping: boolean;
  readonly keys: Readonly<Record<string, string>>;
}

/** The id of a key, from the key itself: it cannot be given to another one. It tells nothing of the key. */
export const keyIdOf = (key: Buffer): string => `k-${createHash('sha256').update('marm key id|').update(key).digest('hex').slice(0, 16)}`;

/** A ring of one key. */
export const ringOf = (key: Buffer): KeyRing => ({
  current: keyIdOf(key),
  since: null,
  prepared: null,
  rewrapping: false,
  keys: new Map([[keyIdOf(key), key]]),
});

/** Reads a ring: one key of 32 bytes in base64, or JSON with several. @returns null for text that is neither */
export function parseRing(text: string): KeyRing | null {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{')) return isKey(trimmed) ? ringOf(Buffer.from(trimmed, 'base64')) : null;
  try {
    return fromWritten(JSON.parse(trimmed) as Partial<Written>);
  } catch {
    return null;
  }
}

/** Writes a ring as JSON. */
export const formatRing = ({ current, since, prepared, rewrapping, keys }: KeyRing): string =>
  `${JSON.stringify(
    {
      current,
      since,
      prepared,
      rewrapping,
      keys: Object.fromEntries([...keys].map(([id, key]) => [id, key.toString('base64')])),
    } satisfies Written,
    null,
    2,
  )}\n`;

const isKey = (text: string): boolean => Buffer.from(text, 'base64').length === KEY_BYTES;

function fromWritten({ current, since = null, prepared = null, rewrapping = false, keys = {} }: Partial<Written>): KeyRing | null {
  const found = Object.entries(keys).map(([id, text]) => [id, Buffer.from(text, 'base64')] as const);
  const sound = found.every(([id, key]) => key.length === KEY_BYTES && keyIdOf(key) === id);
  const named = current !== undefined && Object.hasOwn(keys, current) && (prepared === null || Object.hasOwn(keys, prepared));
  return sound && named ? { current, since, prepared, rewrapping, keys: new Map(found) } : null;
}

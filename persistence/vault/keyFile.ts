import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { KeysUnavailableError } from './errors';
import { encryptionWith } from './keyEncryption';
import type { KeyEncryption } from './keyEncryption';
import { formatRing, keyIdOf, parseRing } from './keyRing';
import type { KeyRing } from './keyRing';

const SETTING = 'MARM_VAULT_KEY_FILE';

/** Reads a secret of 32 bytes in base64. @throws Error in one line naming the setting when the file is missing or short */
export function readSecretFile(file: string, setting: string): Buffer {
  if (!existsSync(file)) throw new Error(`Setting ${setting}: there is no file ${file}.`);
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (secret.length !== 32) throw new Error(`Setting ${setting}: the file must hold 32 bytes in base64.`);
  return secret;
}

/** Makes such a secret where there is none (embedded mode only); readable by its owner alone. Safe when two processes start at once. */
export function makeSecretFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // It stands there already: that one counts.
    if (!existsSync(file)) throw error;
  }
}

/** Reads the key-encryption keys: one key, or a ring of several. @throws KeysUnavailableError in one line naming the setting */
export function readKeyRing(file: string): KeyRing {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new KeysUnavailableError(`Setting ${SETTING}: there is no file ${file} that can be read.`);
  }
  const ring = parseRing(text);
  if (!ring) throw new KeysUnavailableError(`Setting ${SETTING}: the file must hold 32 bytes in base64, or a key ring.`);
  return ring;
}

/** Key encryption from a key file. A process that runs notices a new version with the next key that it wraps or unwraps. */
export function keyFileEncryption(file: string): KeyEncryption {
  let read: { readonly stamp: string; readonly ring: KeyRing } | undefined;
  return encryptionWith(() => {
    const stamp = stampOf(file);
    if (read?.stamp !== stamp) read = { stamp, ring: readKeyRing(file) };
    return read.ring;
  });
}

function stampOf(file: string): string {
  try {
    const { ino, size, mtimeNs } = statSync(file, { bigint: true });
    return `${ino}|${size}|${mtimeNs}`;
  } catch {
    throw new KeysUnavailableError(`Setting ${SETTING}: there is no file ${file} that can be read.`);
  }
}

/** Adds a version without making it the current one, so that it can be brought to every machine first; one that is there already stays. */
export const prepareVersion = (file: string): KeyRing => change(file, prepare);

/** Makes the prepared version, or a new one, the current one; the older ones stay, to open what they wrapped. `now` in epoch ms. */
export const addVersion = (file: string, now: number): KeyRing =>
  change(file, (ring) => {
    const { prepared, current, keys } = prepare(ring);
    return { current: prepared ?? current, since: now, prepared: null, rewrapping: true, keys };
  });

function prepare(ring: KeyRing): KeyRing {
  if (ring.prepared !== null) return ring;
  const key = randomBytes(32);
  return { ...ring, prepared: keyIdOf(key), keys: new Map([...ring.keys, [keyIdOf(key), key]]) };
}

/** Notes that every data key is wrapped by the current version. */
export const endRewrapping = (file: string): KeyRing => change(file, (ring) => ({ ...ring, rewrapping: false }));

/** Takes versions out of the ring for good. The current one and a prepared one stay. */
export const dropVersions = (file: string, ids: readonly string[]): KeyRing =>
  change(file, (ring) => ({
    ...ring,
    keys: new Map([...ring.keys].filter(([id]) => id === ring.current || id === ring.prepared || !ids.includes(id))),
  }));

// One change at a time, and whole or not at all: a version that is lost takes what it wrapped with it.
function change(file: string, next: (ring: KeyRing) => KeyRing): KeyRing {
  const lock = `${file}.lock`;
  takeLock(lock);
  try {
    const ring = next(readKeyRing(file));
    const fresh = `${file}.new`;
    writeFileSync(fresh, formatRing(ring), { mode: 0o600 });
    const handle = openSync(fresh, 'r');
    fsyncSync(handle);
    closeSync(handle);
    renameSync(fresh, file);
    return ring;
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(lock: string): void {
  try {
    closeSync(openSync(lock, 'wx', 0o600));
  } catch {
    throw new Error(`The key file is being changed, or its folder cannot be written. If nobody is changing it, remove ${lock}.`);
  }
}

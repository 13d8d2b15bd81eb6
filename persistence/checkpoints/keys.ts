import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Reads the key that signs checkpoints: an Ed25519 private key in PEM. @throws Error naming the setting when it is missing or of another kind */
export function readCheckpointKey(file: string): KeyObject {
  if (!existsSync(file)) throw new Error(`Setting MARM_CHECKPOINT_KEY_FILE: there is no file ${file}.`);
  const key = parse(() => createPrivateKey(readFileSync(file)));
  if (key?.asymmetricKeyType !== 'ed25519')
    throw new Error('Setting MARM_CHECKPOINT_KEY_FILE: the file must hold an Ed25519 private key in PEM.');
  return key;
}

/** The same, made on first use (embedded mode only); readable by its owner alone. Safe when two processes start at once. */
export function readOrMakeCheckpointKey(file: string): KeyObject {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  try {
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // It stands there already: that one counts.
    if (!existsSync(file)) throw error;
  }
  return readCheckpointKey(file);
}

/** A public key in PEM, of a private or a public key; this is what whoever verifies the record is given. */
export const publicPem = (key: KeyObject): string => toPublic(key).export({ type: 'spki', format: 'pem' }).toString();

/** Reads a key to verify with, from a public or a private key in PEM. @throws Error when the file holds neither */
export function readPublicKey(file: string): KeyObject {
  const key = existsSync(file) ? parse(() => createPublicKey(readFileSync(file))) : undefined;
  if (key?.asymmetricKeyType !== 'ed25519') throw new Error(`${file} does not hold an Ed25519 key in PEM.`);
  return key;
}

/** The name of a key: the first 16 hex digits of SHA-256 over its public half. */
export const keyIdOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(toPublic(key).export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);

const toPublic = (key: KeyObject): KeyObject => (key.type === 'private' ? createPublicKey(key) : key);

function parse(read: () => KeyObject): KeyObject | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Reads the key-encryption key: 32 bytes in base64. @throws Error naming the setting when the file is missing or short */
export function readKeyFile(file: string): Buffer {
  if (!existsSync(file)) throw new Error(`Setting MARM_VAULT_KEY_FILE: there is no file ${file}.`);
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32) throw new Error('Setting MARM_VAULT_KEY_FILE: the file must hold 32 bytes in base64.');
  return key;
}

/** The same, made on first use (embedded mode only); readable by its owner alone. Safe when two processes start at once. */
export function readOrMakeKeyFile(file: string): Buffer {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // It stands there already: that one counts.
    if (!existsSync(file)) throw error;
  }
  return readKeyFile(file);
}

import { randomBytes } from 'node:crypto';
import type { KeyEncryption } from './keyEncryption';
import { encryptionWith } from './keyEncryption';
import { keyFileEncryption, makeSecretFile, readKeyRing, readSecretFile } from './keyFile';
import { ringOf } from './keyRing';

/** The secrets that storage works with; none of them stands in a database. */
export interface VaultKeys {
  readonly encryption: KeyEncryption;
  /** Key of the hashes by which an identifier is found again. */
  readonly blindIndex: Buffer;
}

/** Where they are; in embedded mode they are made on first use. */
export interface KeyFiles {
  readonly mode: 'embedded' | 'production';
  readonly vaultKeyFile: string;
  readonly blindIndexKeyFile: string;
}

/** Opens the key files. @throws Error in one line that names the setting when one is missing or is not a key */
export function openVaultKeys({ mode, vaultKeyFile, blindIndexKeyFile }: KeyFiles): VaultKeys {
  if (mode === 'embedded') {
    makeSecretFile(vaultKeyFile);
    makeSecretFile(blindIndexKeyFile);
  }
  readKeyRing(vaultKeyFile);
  return {
    encryption: keyFileEncryption(vaultKeyFile),
    blindIndex: readSecretFile(blindIndexKeyFile, 'MARM_BLIND_INDEX_KEY_FILE'),
  };
}

/** Keys that live as long as the process: for who writes nothing that must be read later. */
export function passingKeys(): VaultKeys {
  const ring = ringOf(randomBytes(32));
  return { encryption: encryptionWith(() => ring), blindIndex: randomBytes(32) };
}

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectMongo, createRepositories, eraserOf, keyRotationOf, openVaultKeys, setUpDatabase } from '../../persistence';
import type { Eraser, KeyRotation, MongoConnection, Repositories } from '../../persistence';
import { sharedStack } from './stack';

/** A record of its own on the servers of the shared stack, with its own key files: its keys can be lost without harm to anybody. */
export interface SealedStore {
  readonly mongo: MongoConnection;
  readonly keyFile: string;
  readonly rotation: KeyRotation;
  readonly eraser: Eraser;
  /** The repositories as another process would have them: with nothing in memory. */
  process(): Repositories;
  close(): Promise<void>;
}

/** Makes one; `name` is that of its database. */
export async function openSealedStore(name: string): Promise<SealedStore> {
  const mongo = await connectMongo(sharedStack().mongo, name);
  await setUpDatabase(mongo);
  const folder = mkdtempSync(join(tmpdir(), 'marm-sealed-'));
  const files = { mode: 'embedded', vaultKeyFile: join(folder, 'vault.key'), blindIndexKeyFile: join(folder, 'blind.key') } as const;
  openVaultKeys(files);
  return {
    mongo,
    keyFile: files.vaultKeyFile,
    rotation: keyRotationOf(mongo, files.vaultKeyFile),
    eraser: eraserOf(mongo),
    process: () => createRepositories(mongo, openVaultKeys(files)),
    close: () => mongo.close(),
  };
}

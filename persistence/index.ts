import { createCaseRepository } from './caseRepository';
import { createCommitRepository } from './commitRepository';
import type { MongoConnection } from './connection';
import type { Repositories, RoundLedger } from './contract';
import { createDirectory } from './directoryRepository';
import { createDraftRepository } from './draftRepository';
import { createLedgerRepository } from './ledgerRepository';
import { modelsOf } from './models';
import { createRequestRepository } from './requestRepository';
import { createRoundLedger } from './roundLedger';
import { createTaskRepository } from './taskRepository';
import { createVault } from './vault';

/** Every repository over one connection. */
export function createRepositories(connection: MongoConnection, keyEncryptionKey: Buffer): Repositories {
  const models = modelsOf(connection);
  return {
    commits: createCommitRepository(models),
    cases: createCaseRepository(models),
    ledger: createLedgerRepository(models),
    round: createRoundLedger(models),
    requests: createRequestRepository(models),
    vault: createVault(models, keyEncryptionKey),
    directory: createDirectory(models),
    tasks: createTaskRepository(models),
    drafts: createDraftRepository(models, keyEncryptionKey),
  };
}

export { connectMongo } from './connection';
export type { MongoConnection } from './connection';
export type * from './contract';
export { BadCursorError } from './cursor';
export { canonicalJson, hashCommit, sha256 } from './hash';
export { readKeyFile, readOrMakeKeyFile } from './keyFile';
/** The part of the ledger that the morning round sends, for who needs nothing else. */
export const roundLedgerOf = (connection: MongoConnection): RoundLedger => createRoundLedger(modelsOf(connection));

export { setUpDatabase, verifyDatabase } from './setup';
export { COMMIT_SCHEMA } from './upcasters';

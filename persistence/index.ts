import { createCaseRepository } from './repositories/caseRepository';
import { createCommitRepository } from './repositories/commitRepository';
import type { MongoConnection } from './connection';
import type { CaseRepository, DraftRepository, Repositories, RoundLedger, TaskRepository } from './contract';
import { createDirectory } from './repositories/directoryRepository';
import { createDisclosureRepository } from './repositories/disclosureRepository';
import { createDraftRepository } from './repositories/draftRepository';
import { createWaitingDrafts } from './repositories/waitingDrafts';
import { createLedgerRepository } from './repositories/ledgerRepository';
import { modelsOf } from './models';
import { createRequestRepository } from './repositories/requestRepository';
import { createRoundLedger } from './repositories/roundLedger';
import { createTaskRepository } from './repositories/taskRepository';
import { createVault } from './vault/vault';

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
    disclosures: createDisclosureRepository(models),
  };
}

/** The part of the ledger that the morning round sends, for who needs nothing else. */
export const roundLedgerOf = (connection: MongoConnection): RoundLedger => createRoundLedger(modelsOf(connection));

/** The read model of cases, for who needs nothing else. */
export const casesOf = (connection: MongoConnection): CaseRepository => createCaseRepository(modelsOf(connection));

/** Drafts that are not sent, without their content, for who needs nothing else. */
export const waitingDraftsOf = (connection: MongoConnection): DraftRepository['waiting'] => createWaitingDrafts(modelsOf(connection));

/** What a person must do outside a case's clocks, for who needs nothing else. */
export const tasksOf = (connection: MongoConnection): TaskRepository => createTaskRepository(modelsOf(connection));

export { connectMongo } from './connection';
export type { MongoConnection } from './connection';
export type * from './contract';
export { actId, lookId } from './repositories/disclosureRepository';
export { BadCursorError } from './repositories/cursor';
export { canonicalJson, hashCommit, sha256 } from './hash';
export { readKeyFile, readOrMakeKeyFile } from './vault/keyFile';
export { setUpDatabase, verifyDatabase } from './setup';
export { COMMIT_SCHEMA } from './upcasters';

import { createAccessLog } from './repositories/accessLogRepository';
import { createCaseRepository } from './repositories/caseRepository';
import { createCheckpointRepository } from './repositories/checkpointRepository';
import { createCommitRepository } from './repositories/commitRepository';
import type { MongoConnection } from './connection';
import type {
  CaseRepository,
  CaseView,
  ClientRepository,
  CommitRepository,
  Directory,
  DirectoryRecord,
  DraftRepository,
  Eraser,
  RecordReader,
  Repositories,
  RoundLedger,
  TaskRepository,
} from './contract';
import { createClientRepository } from './repositories/clientRepository';
import { createDirectoryRecord } from './repositories/directoryRecord';
import { createDirectory } from './repositories/directoryRepository';
import { createDisclosureRepository } from './repositories/disclosureRepository';
import { createDraftRepository } from './repositories/draftRepository';
import { createExceptionRepository } from './repositories/exceptionRepository';
import { createWaitingDrafts } from './repositories/waitingDrafts';
import { endedCases } from './repositories/endedCases';
import { createLedgerRepository } from './repositories/ledgerRepository';
import { modelsOf } from './models';
import { createRecordReader } from './repositories/recordReader';
import { createRequestRepository } from './repositories/requestRepository';
import { createRoundLedger } from './repositories/roundLedger';
import { createTaskRepository } from './repositories/taskRepository';
import { createErasureRepository } from './repositories/erasureRepository';
import { createBlindIndex } from './repositories/blindIndexRepository';
import { createEraser } from './vault/erasing';
import type { VaultKeys } from './vault/keys';
import { createKeyRotation } from './vault/rotating';
import type { KeyRotation } from './vault/rotating';
import { createVault } from './vault/vault';

/** Every repository over one connection. */
export function createRepositories(connection: MongoConnection, { encryption, blindIndex }: VaultKeys): Repositories {
  const models = modelsOf(connection);
  const erasures = createErasureRepository(models);
  const tasks = createTaskRepository(models);
  return {
    commits: createCommitRepository(models),
    checkpoints: createCheckpointRepository(models),
    cases: createCaseRepository(models),
    ledger: createLedgerRepository(models),
    round: createRoundLedger(models),
    requests: createRequestRepository(models),
    vault: createVault({ models, encryption, isErased: (ref, about) => erasures.isErased(ref, about), tasks }),
    directory: createDirectory(models),
    exceptions: createExceptionRepository(models),
    accessLog: createAccessLog(models),
    clients: createClientRepository(models),
    blindIndex: createBlindIndex(models, blindIndex),
    erasures,
    tasks,
    drafts: createDraftRepository(models, encryption),
    directoryRecord: createDirectoryRecord(models),
    disclosures: createDisclosureRepository(models),
  };
}

/** The part of the ledger that the morning round sends, for who needs nothing else. */
export const roundLedgerOf = (connection: MongoConnection): RoundLedger => createRoundLedger(modelsOf(connection));

/** The steps of cases, for who needs nothing else. */
export const commitsOf = (connection: MongoConnection): CommitRepository => createCommitRepository(modelsOf(connection));

/** The record as it is stored, for who verifies it. */
export const recordReaderOf = (connection: MongoConnection): RecordReader => createRecordReader(modelsOf(connection));

/** Every case that has ended, for who needs nothing else. */
export const endedCasesOf = (connection: MongoConnection): AsyncGenerator<CaseView> => endedCases(modelsOf(connection));

/** The read model of cases, for who needs nothing else. */
export const casesOf = (connection: MongoConnection): CaseRepository => createCaseRepository(modelsOf(connection));

/** The partner systems alone, and the directory alone, for who needs nothing else. */
export const clientsOf = (connection: MongoConnection): ClientRepository => createClientRepository(modelsOf(connection));
export const directoryOf = (connection: MongoConnection): Directory => createDirectory(modelsOf(connection));

/** Rotation of the key-encryption key, for operations. */
export const keyRotationOf = (connection: MongoConnection, keyFile: string): KeyRotation =>
  createKeyRotation(modelsOf(connection), keyFile);

/** Erasure, for operations. */
export const eraserOf = (connection: MongoConnection): Eraser => createEraser(modelsOf(connection));
/** The record of the directory, for who needs nothing else. */
export const directoryRecordOf = (connection: MongoConnection): DirectoryRecord => createDirectoryRecord(modelsOf(connection));

/** Drafts that are not sent, without their content, for who needs nothing else. */
export const waitingDraftsOf = (connection: MongoConnection): DraftRepository['waiting'] => createWaitingDrafts(modelsOf(connection));

/** What a person must do outside a case's clocks, for who needs nothing else. */
export const tasksOf = (connection: MongoConnection): TaskRepository => createTaskRepository(modelsOf(connection));

export { connectMongo } from './connection';
export type { MongoConnection } from './connection';
export type * from './contract';
export { createCheckpointer } from './checkpoints/checkpointer';
export type { Checkpointer } from './checkpoints/checkpointer';
export { createFileSink } from './checkpoints/fileSink';
export { keyIdOf, publicPem, readCheckpointKey, readOrMakeCheckpointKey, readPublicKey } from './checkpoints/keys';
export { digestOf, headOfAll, isGenuine, WHOLE_RECORD } from './checkpoints/signing';
export { vouchedBy } from './checkpoints/vouched';
export type { Vouched } from './checkpoints/vouched';
export { actId, lookId } from './repositories/disclosureRepository';
export { BadCursorError } from './repositories/cursor';
export { canonicalJson, hashCommit, sha256 } from './hash';
export { KeysUnavailableError, VaultCorruptError, VaultErasedError } from './vault/errors';
export { openVaultKeys, passingKeys } from './vault/keys';
export type { KeyRotation, KeyStanding } from './vault/rotating';
export type { VaultKeys } from './vault/keys';
export { setUpDatabase, verifyDatabase } from './setup';
export { ensureApplicationUser, userIn } from './users/applicationUser';
export { checkOwnPrivileges } from './users/privilegeCheck';
export { COMMIT_SCHEMA } from './upcasters';

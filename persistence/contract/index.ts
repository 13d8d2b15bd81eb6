import type { CaseEvent } from '../../domain/case/events';
import type { CaseState } from '../../domain/case/state';
import type { AccessLog } from './accessLog';
import type { CaseRepository } from './cases';
import type { CheckpointRepository } from './checkpoints';
import type { ClientRepository } from './clients';
import type { CommitRepository } from './commits';
import type { Directory, DirectoryRecord } from './directory';
import type { DisclosureRepository } from './disclosures';
import type { DraftRepository } from './drafts';
import type { ExceptionRepository } from './exceptions';
import type { BlindIndex } from './blindIndex';
import type { ErasureRepository } from './erasures';
import type { LedgerRepository, RoundLedger } from './ledger';
import type { RequestRepository } from './requests';
import type { TaskRepository } from './tasks';
import type { Vault } from './vault';

export type * from './accessLog';
export type * from './blindIndex';
export type * from './cases';
export type * from './checkpoints';
export type * from './clients';
export type * from './commits';
export type * from './directory';
export type * from './disclosures';
export type * from './drafts';
export type * from './exceptions';
export type * from './erasures';
export type * from './ledger';
export type * from './requests';
export type * from './tasks';
export type * from './vault';

/** Everything that is stored, by what it is. */
export interface Repositories {
  readonly commits: CommitRepository;
  readonly checkpoints: CheckpointRepository;
  readonly cases: CaseRepository;
  readonly ledger: LedgerRepository;
  readonly round: RoundLedger;
  readonly requests: RequestRepository;
  readonly vault: Vault;
  readonly blindIndex: BlindIndex;
  readonly erasures: ErasureRepository;
  readonly directory: Directory;
  readonly directoryRecord: DirectoryRecord;
  readonly tasks: TaskRepository;
  readonly drafts: DraftRepository;
  readonly exceptions: ExceptionRepository;
  readonly accessLog: AccessLog;
  readonly clients: ClientRepository;
  readonly disclosures: DisclosureRepository;
}

/** Folds events into state; injected so that storage holds no rule. */
export type Fold = (state: CaseState | null, events: readonly CaseEvent[]) => CaseState;

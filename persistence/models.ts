import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import type { ChangingName, InsertOnlyName } from './collections';
import type { MongoConnection } from './connection';
import type {
  AccessRow,
  Checkpoint,
  Commit,
  DirectoryChange,
  DraftSummary,
  Erasure,
  Organisation,
  Person,
  StoredClient,
  StoredDisclosure,
  StoredRequest,
} from './contract';
import { insertOnlyOf } from './insertOnly';
import type { InsertOnlyModel } from './insertOnly';
import type { BreakGlass, CaseState, Exclusion, Identifier } from '../domain';
import type { LedgerRow } from './contract';
import type { WrappedKey } from './vault/keyEncryption';
import type { Sealed } from './vault/sealing';

interface WithId {
  readonly _id: string;
}
export type CommitDoc = Commit & WithId;
export type CheckpointDoc = Checkpoint & WithId;
export interface CaseDoc extends WithId {
  readonly seq: number;
  readonly head: string;
  readonly state: CaseState;
  readonly nextDueAt: number | null;
  /** `nextDueAt`, or a far day when nothing runs, so that the worklist is pure index order. */
  readonly nextDueKey: number;
  readonly overdue: boolean;
  readonly wakeAt: number | null;
  readonly training: boolean;
  readonly offsetMs: number;
  readonly members: readonly string[];
  readonly updatedAt: number;
}
export type LedgerDoc = Omit<LedgerRow, 'id'> & WithId & { readonly claim: string | null; readonly leasedUntil: number };
export type RequestDoc = Omit<StoredRequest, 'commandId'> & WithId;
export interface VaultDoc extends WithId {
  readonly ref: string;
  readonly field: string;
  /** Left out of what was written before there were two keys: about the person. */
  readonly about?: 'PERSON' | 'THIRD_PARTY';
  readonly iv: string;
  readonly tag: string;
  readonly data: string;
  readonly at: number;
  /** When it was first found not to open. */
  readonly quarantinedAt?: number;
}
export type DataKeyDoc = WrappedKey & WithId;
export interface BlindIndexDoc extends WithId {
  readonly kind: Identifier;
  readonly hash: string;
  readonly ref: string;
}
export type ErasureDoc = Erasure & WithId;
export type DraftDoc = Omit<DraftSummary, 'id'> &
  Sealed &
  WithId & {
    /** The request that saved it last, so that a retry is known again. */
    readonly savedBy: string;
    /** True while it is being taken away: nobody sees it any longer. */
    readonly gone: boolean;
    /** Reminders given, each as `version|label`. */
    readonly told?: readonly string[];
  };
export type DisclosureDoc = Omit<StoredDisclosure, 'id'> & WithId;
export interface TaskDoc extends WithId {
  readonly kind: string;
  readonly ref: string;
  readonly detail: string;
  readonly raisedAt: number;
}
export type PersonDoc = Omit<Person, 'id'> & WithId;
export type OrganisationDoc = Omit<Organisation, 'id'> & WithId;
/** Its id is the number, padded so that text order is number order. */
export type DirectoryChangeDoc = Omit<DirectoryChange, 'number'> & WithId;

export type AccessDoc = Omit<AccessRow, 'id'> & WithId;
/** One fact of the access layer about a case. */
export type ExceptionDoc = WithId & { readonly ref: string; readonly at: number } & (
    | { readonly kind: 'EXCLUSION'; readonly exclusion: Exclusion }
    | { readonly kind: 'END'; readonly of: string; readonly by: string }
    | { readonly kind: 'BREAK_GLASS'; readonly look: BreakGlass }
  );
export type ClientDoc = Omit<StoredClient, 'id'> & WithId & { readonly tokenSubject: string };

// The shape of documents is the repositories' affair; the schema only keeps mongoose from adding to them.
const modelOf = <T extends WithId>(connection: Connection, collection: string): Model<T> =>
  connection.model<T>(
    collection,
    new Schema<T>({ _id: String } as never, { strict: false, versionKey: false, minimize: false, collection }) as never,
    collection,
  );

const model = <T extends WithId>(connection: Connection, collection: ChangingName): Model<T> => modelOf<T>(connection, collection);
const insertOnly = <T extends WithId>(connection: Connection, collection: InsertOnlyName): InsertOnlyModel<T> =>
  insertOnlyOf(modelOf<T>(connection, collection));

/** Every model of the engine; they never leave this folder. */
export const modelsOf = ({ main, keys }: MongoConnection) => ({
  commits: insertOnly<CommitDoc>(main, 'commits'),
  checkpoints: insertOnly<CheckpointDoc>(main, 'checkpoints'),
  cases: model<CaseDoc>(main, 'cases'),
  notices: model<LedgerDoc>(main, 'notices'),
  requests: model<RequestDoc>(main, 'requests'),
  vault: model<VaultDoc>(main, 'vault'),
  people: model<PersonDoc>(main, 'people'),
  organisations: model<OrganisationDoc>(main, 'organisations'),
  directoryChanges: insertOnly<DirectoryChangeDoc>(main, 'directory_changes'),
  tasks: model<TaskDoc>(main, 'tasks'),
  drafts: model<DraftDoc>(main, 'drafts'),
  accessLog: insertOnly<AccessDoc>(main, 'access_log'),
  accessExceptions: insertOnly<ExceptionDoc>(main, 'access_exceptions'),
  clients: model<ClientDoc>(main, 'clients'),
  blindIndex: model<BlindIndexDoc>(main, 'blind_index'),
  erasures: model<ErasureDoc>(main, 'erasures'),
  disclosures: insertOnly<DisclosureDoc>(main, 'disclosures'),
  caseKeys: model<DataKeyDoc>(keys, 'case_keys'),
  draftKeys: model<DataKeyDoc>(keys, 'draft_keys'),
});
export type Models = ReturnType<typeof modelsOf>;

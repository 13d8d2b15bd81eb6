import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import type { MongoConnection } from './connection';
import type { Commit, DraftSummary, Organisation, Person, StoredDisclosure, StoredRequest } from './contract';
import type { CaseState } from '../domain';
import type { LedgerRow } from './contract';
import type { Sealed } from './vault/sealing';

interface WithId {
  readonly _id: string;
}
export type CommitDoc = Commit & WithId;
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
  readonly iv: string;
  readonly tag: string;
  readonly data: string;
  readonly at: number;
}
export interface DataKeyDoc extends WithId {
  readonly iv: string;
  readonly tag: string;
  readonly wrapped: string;
}
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

// The shape of documents is the repositories' affair; the schema only keeps mongoose from adding to them.
const model = <T extends WithId>(connection: Connection, collection: string) =>
  connection.model<T>(
    collection,
    new Schema<T>({ _id: String } as never, { strict: false, versionKey: false, minimize: false, collection }) as never,
    collection,
  );

/** Every model of the engine; they never leave this folder. */
export const modelsOf = ({ main, keys }: MongoConnection) => ({
  commits: model<CommitDoc>(main, 'commits'),
  cases: model<CaseDoc>(main, 'cases'),
  notices: model<LedgerDoc>(main, 'notices'),
  requests: model<RequestDoc>(main, 'requests'),
  vault: model<VaultDoc>(main, 'vault'),
  people: model<PersonDoc>(main, 'people'),
  organisations: model<OrganisationDoc>(main, 'organisations'),
  tasks: model<TaskDoc>(main, 'tasks'),
  drafts: model<DraftDoc>(main, 'drafts'),
  disclosures: model<DisclosureDoc>(main, 'disclosures'),
  caseKeys: model<DataKeyDoc>(keys, 'case_keys'),
  draftKeys: model<DataKeyDoc>(keys, 'draft_keys'),
});
export type Models = ReturnType<typeof modelsOf>;

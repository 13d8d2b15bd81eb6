import type { IndexSpecification, CreateIndexesOptions } from 'mongodb';

interface Index {
  readonly name: string;
  readonly key: IndexSpecification;
  readonly options?: CreateIndexesOptions;
}

/**
 * Every collection with its indexes, beside the one on `_id`. Made one after another by `npm run db:setup`; what the application’s database
 * user may do follows from this table and from `INSERT_ONLY`.
 */
export const COLLECTIONS = {
  commits: [
    { name: 'ref_seq', key: { ref: 1, seq: 1 }, options: { unique: true } },
    {
      name: 'ref_command',
      key: { ref: 1, commandId: 1 },
      options: { unique: true, partialFilterExpression: { commandId: { $type: 'string' } } },
    },
  ],
  checkpoints: [
    { name: 'ref_seq', key: { ref: 1, seq: 1 } },
    // Each checkpoint has one successor at most, however many processes write them.
    { name: 'ref_previous', key: { ref: 1, previous: 1 }, options: { unique: true } },
  ],
  cases: [
    { name: 'worklist', key: { members: 1, nextDueKey: 1, _id: 1 } },
    { name: 'ended', key: { 'state.stage': 1, _id: 1 } },
    { name: 'proposals', key: { 'state.involvement.proposals.person': 1, _id: 1 } },
    { name: 'late', key: { training: 1, wakeAt: 1 } },
    { name: 'overdue', key: { overdue: 1, training: 1, nextDueKey: 1 } },
  ],
  notices: [
    { name: 'ref_seq', key: { ref: 1, seq: 1 } },
    { name: 'round', key: { outcome: 1, releaseAt: 1 } },
    { name: 'report', key: { report: 1 } },
  ],
  requests: [{ name: 'ref', key: { reserved: 1 }, options: { unique: true, partialFilterExpression: { reserved: { $type: 'string' } } } }],
  vault: [{ name: 'ref', key: { ref: 1 } }],
  disclosures: [{ name: 'ref_at', key: { ref: 1, at: 1, _id: 1 } }],
  drafts: [
    { name: 'author', key: { author: 1, gone: 1, lastSavedAt: -1, _id: 1 } },
    { name: 'sweep', key: { gone: 1, sendingAs: 1, lastSavedAt: 1, _id: 1 } },
  ],
  people: [
    { name: 'offices', key: { 'offices.locality': 1, 'offices.role': 1 } },
    { name: 'organisation', key: { organisation: 1, _id: 1 } },
    { name: 'service', key: { service: 1, _id: 1 } },
  ],
  organisations: [{ name: 'services', key: { 'services.id': 1 } }],
  directory_changes: [
    { name: 'command', key: { commandId: 1 }, options: { unique: true } },
    { name: 'about', key: { about: 1, _id: -1 } },
  ],
  tasks: [],
  access_log: [{ name: 'ref_at', key: { ref: 1, at: -1, _id: -1 } }],
  access_exceptions: [{ name: 'ref_at', key: { ref: 1, at: 1, _id: 1 } }],
  clients: [{ name: 'subject', key: { tokenSubject: 1 }, options: { unique: true } }],
  blind_index: [
    { name: 'hash', key: { kind: 1, hash: 1 } },
    { name: 'ref', key: { ref: 1 } },
  ],
  erasures: [],
} as const satisfies Readonly<Record<string, readonly Index[]>>;

type Name = keyof typeof COLLECTIONS;

/** The application adds to these and reads them: neither its code nor its database user can change or remove what stands there. */
export const INSERT_ONLY = [
  'commits',
  'checkpoints',
  'access_log',
  'access_exceptions',
  'directory_changes',
  'disclosures',
] as const satisfies readonly Name[];

/** Collections of the separate key database. */
export const KEY_COLLECTIONS = ['case_keys', 'draft_keys'] as const;

export type InsertOnlyName = (typeof INSERT_ONLY)[number];
/** Collections of which documents are replaced and removed. */
export type ChangingName = Exclude<Name, InsertOnlyName> | (typeof KEY_COLLECTIONS)[number];

/** The table as rows, by name. */
export const collectionRows = (): readonly (readonly [string, readonly Index[]])[] => Object.entries(COLLECTIONS);

/** True for a collection of which nothing is ever changed or removed. */
export const isInsertOnly = (collection: string): boolean => INSERT_ONLY.some((name) => name === collection);

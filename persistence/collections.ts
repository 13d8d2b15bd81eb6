import type { IndexSpecification, CreateIndexesOptions } from 'mongodb';

interface Index {
  readonly name: string;
  readonly key: IndexSpecification;
  readonly options?: CreateIndexesOptions;
}

/** How a collection is made, and what the application may do with it. */
export interface CollectionSpec {
  /** Beside the one on `_id`. */
  readonly indexes: readonly Index[];
  /** The application adds and reads; neither its code nor its database user can change or remove what stands there. */
  readonly insertOnly?: true;
}

/** Every collection of the record. Made one after another by `npm run db:setup`; the role of the application's database user follows from it. */
export const COLLECTIONS = {
  commits: {
    insertOnly: true,
    indexes: [
      { name: 'ref_seq', key: { ref: 1, seq: 1 }, options: { unique: true } },
      {
        name: 'ref_command',
        key: { ref: 1, commandId: 1 },
        options: { unique: true, partialFilterExpression: { commandId: { $type: 'string' } } },
      },
    ],
  },
  checkpoints: {
    insertOnly: true,
    indexes: [
      { name: 'ref_seq', key: { ref: 1, seq: 1 } },
      // Each checkpoint has one successor at most, however many processes write them.
      { name: 'ref_previous', key: { ref: 1, previous: 1 }, options: { unique: true } },
    ],
  },
  cases: { indexes: [{ name: 'worklist', key: { members: 1, nextDueKey: 1, _id: 1 } }] },
  notices: {
    indexes: [
      { name: 'ref_seq', key: { ref: 1, seq: 1 } },
      { name: 'round', key: { outcome: 1, releaseAt: 1 } },
      { name: 'report', key: { report: 1 } },
    ],
  },
  requests: {
    indexes: [{ name: 'ref', key: { reserved: 1 }, options: { unique: true, partialFilterExpression: { reserved: { $type: 'string' } } } }],
  },
  vault: { indexes: [{ name: 'ref', key: { ref: 1 } }] },
  drafts: { indexes: [{ name: 'author', key: { author: 1, gone: 1, lastSavedAt: -1, _id: 1 } }] },
  people: { indexes: [{ name: 'offices', key: { 'offices.locality': 1, 'offices.role': 1 } }] },
  organisations: { indexes: [{ name: 'services', key: { 'services.id': 1 } }] },
  tasks: { indexes: [] },
} as const satisfies Readonly<Record<string, CollectionSpec>>;

/** Collections of the separate key database. */
export const KEY_COLLECTIONS = ['case_keys', 'draft_keys'] as const;

type Name = keyof typeof COLLECTIONS;
/** Collections of which nothing is ever changed or removed. */
export type InsertOnlyName = { [N in Name]: (typeof COLLECTIONS)[N] extends { readonly insertOnly: true } ? N : never }[Name];
/** Collections of which documents are replaced and removed. */
export type ChangingName = Exclude<Name, InsertOnlyName> | (typeof KEY_COLLECTIONS)[number];

/** The table as rows, by name. */
export const collectionRows = (): readonly (readonly [string, CollectionSpec])[] => Object.entries(COLLECTIONS);

/** The collections of which nothing is ever changed or removed. */
export const insertOnlyNames = (): readonly string[] =>
  collectionRows()
    .filter(([, spec]) => spec.insertOnly)
    .map(([name]) => name);

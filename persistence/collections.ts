import type { IndexSpecification, CreateIndexesOptions } from 'mongodb';

interface Index {
  readonly name: string;
  readonly key: IndexSpecification;
  readonly options?: CreateIndexesOptions;
}

/** Every collection with its indexes, beside the one on `_id`. Made one after another by `npm run db:setup`. */
export const COLLECTIONS: Readonly<Record<string, readonly Index[]>> = {
  commits: [
    { name: 'ref_seq', key: { ref: 1, seq: 1 }, options: { unique: true } },
    {
      name: 'ref_command',
      key: { ref: 1, commandId: 1 },
      options: { unique: true, partialFilterExpression: { commandId: { $type: 'string' } } },
    },
  ],
  cases: [
    { name: 'worklist', key: { members: 1, nextDueKey: 1, _id: 1 } },
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
  people: [{ name: 'offices', key: { 'offices.locality': 1, 'offices.role': 1 } }],
  organisations: [{ name: 'services', key: { 'services.id': 1 } }],
  tasks: [],
};

/** Collections of the separate key database. */
export const KEY_COLLECTIONS = ['case_keys', 'draft_keys'] as const;

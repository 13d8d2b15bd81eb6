import type { DraftRepository, DraftSummary } from '../contract';
import type { DraftDoc, Models } from '../models';

/** A draft without its content. */
export const summaryOf = ({ _id, author, profile, command, version, lastSavedAt, sendingAs }: DraftDoc): DraftSummary => ({
  id: _id,
  author,
  profile,
  command,
  version,
  lastSavedAt,
  sendingAs,
});

/** What a look at drafts leaves in the database: the sealed content. */
export const WITHOUT_CONTENT = { iv: 0, tag: 0, data: 0 } as const;

/** Drafts that wait to be sent; needs no key, since their content stays sealed. */
export const createWaitingDrafts =
  ({ drafts }: Pick<Models, 'drafts'>): DraftRepository['waiting'] =>
  async (savedBefore, limit, after) => {
    const later = after && {
      $or: [{ lastSavedAt: { $gt: after.lastSavedAt } }, { lastSavedAt: after.lastSavedAt, _id: { $gt: after.id } }],
    };
    const docs = await drafts
      .find({ gone: false, sendingAs: null, $and: [{ lastSavedAt: { $lt: savedBefore } }, later ?? {}] })
      .select(WITHOUT_CONTENT)
      .sort({ lastSavedAt: 1, _id: 1 })
      .limit(limit)
      .lean<DraftDoc[]>();
    return docs.map((doc) => ({ ...summaryOf(doc), told: toldOf(doc) }));
  };

// Saved again, a draft is a new version, of which nothing was said yet.
const toldOf = ({ version, told = [] }: DraftDoc): readonly string[] =>
  told.filter((one) => one.startsWith(`${version}|`)).map((one) => one.slice(`${version}|`.length));

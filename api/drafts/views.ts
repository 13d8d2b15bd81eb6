import { toIso } from '../../domain';
import type { DraftSummary, StoredDraft } from '../../persistence';
import { Problem } from '../problem';
import { lacking, openingSchema } from '../schemas/requests';

/** What everybody who looks at a draft must see first. */
export const NOT_SENT = 'NOT SENT: nobody has been told';
const BEING_SENT = 'BEING SENT: send it again to learn what became of it';

/** A draft as a list shows it: nothing of its content. */
export const toDraftItem = (draft: DraftSummary) => ({
  id: draft.id,
  status: draft.sendingAs === null ? NOT_SENT : BEING_SENT,
  profile: draft.profile,
  command: draft.command,
  version: draft.version,
  lastSavedAt: toIso(draft.lastSavedAt),
  links: { self: `/v1/drafts/${draft.id}`, send: `/v1/drafts/${draft.id}/send` },
});

/** A draft with its content, and what it still lacks to be sent. */
export const toDraft = ({ content, ...draft }: StoredDraft) => ({
  ...toDraftItem(draft),
  ...content,
  missing: lacking(openingSchema, content),
});

/** The same problem, with the one thing that must not be overlooked. */
export const notSent = ({ status, code, message, errors, retryAfterS, rule }: Problem): Problem =>
  new Problem(status, code, `${message} ${NOT_SENT}.`, {
    errors,
    ...(retryAfterS === undefined ? {} : { retryAfterS }),
    ...(rule === undefined ? {} : { rule }),
  });

import type { DraftSummary } from '../../persistence';
import { draftIdOf } from '../commands/reference';
import type { ApiDeps } from '../deps';
import { notFound, Problem } from '../problem';
import type { DraftBody } from '../schemas/requests';

/** So that a list of drafts stays one that a person can read. */
const MOST_DRAFTS = 100;

interface Saving {
  readonly author: string;
  readonly body: DraftBody;
  readonly commandId: string;
}

/** Keeps a new draft for its author. @throws Problem 409 when there are too many */
export async function createDraft({ repositories: { drafts }, wallClock }: ApiDeps, saving: Saving): Promise<DraftSummary> {
  const { author, commandId } = saving;
  const all = await drafts.list(author, MOST_DRAFTS);
  const id = draftIdOf(commandId);
  if (all.length >= MOST_DRAFTS && !all.some((one) => one.id === id))
    throw new Problem(409, 'TOO_MANY_DRAFTS', `You keep ${MOST_DRAFTS} drafts already: send or delete some first.`);
  return drafts.create({ id, ...partsOf(saving), now: wallClock() });
}

/** Replaces a draft where the version named still stands. @throws Problem 404, 409 or 412 */
export async function replaceDraft(
  { repositories: { drafts }, wallClock }: ApiDeps,
  saving: Saving & { readonly id: string; readonly version: number },
): Promise<DraftSummary> {
  const { id, version } = saving;
  const replaced = await drafts.replace({ id, version, ...partsOf(saving), now: wallClock() });
  if (replaced === 'unknown') throw notFound();
  if (replaced === 'being-sent') throw beingSent();
  if (replaced === 'stale')
    throw new Problem(412, 'STALE_VERSION', 'This draft was saved meanwhile: read it again, then save with its new version.');
  return replaced;
}

/** Deletes a draft and the key of its content. @throws Problem 404 or 409 */
export async function deleteDraft({ repositories: { drafts } }: ApiDeps, id: string, author: string): Promise<void> {
  const removed = await drafts.remove(id, author, null);
  if (removed === 'unknown') throw notFound();
  if (removed === 'being-sent') throw beingSent();
}

const partsOf = ({ author, body, commandId }: Saving) => ({
  author,
  commandId,
  profile: body.profile,
  command: body.command,
  content: body,
});

const beingSent = (): Problem =>
  new Problem(409, 'BEING_SENT', 'This draft is being sent and may be a case already: send it again to learn what became of it.');

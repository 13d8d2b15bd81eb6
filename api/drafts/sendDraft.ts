import type { StoredDraft } from '../../persistence';
import { toAnswer } from '../commands/answers';
import type { CommandAnswer } from '../commands/answers';
import { openCase } from '../commands/openCase';
import type { ApiDeps } from '../deps';
import { commandIdOf } from '../middleware/idempotency';
import { notFound, Problem } from '../problem';
import type { Opening } from '../schemas/requests';
import { notSent } from './views';

/** A draft that is complete and is to become a case. */
interface Sending {
  readonly draft: StoredDraft;
  readonly opening: Opening;
}

/**
 * Makes the case of a draft, on the same path as a case that is opened at once. The draft goes only when the case is durably there.
 * Whoever sends first fixes command id and reference; every other sending, at the same time or later, leads to the same case.
 */
export async function sendDraft(deps: ApiDeps, { draft, opening }: Sending, commandId: string): Promise<CommandAnswer> {
  const { drafts } = deps.repositories;
  const { id, author, version } = draft;
  const claimed = await drafts.claim(id, author, version, commandId);
  if (claimed === 'unknown') return answerOf(deps, await sentAs(deps, id, author));
  if (claimed === 'changed') throw notSent(new Problem(409, 'DRAFT_CHANGED', 'This draft was saved meanwhile: read it, then send it.'));
  const answer = await unlessRefused(
    () => open(deps, author, opening, claimed.commandId),
    () => drafts.release(id, claimed.commandId),
  );
  if (answer.status === 202) return answer;
  await keepSent(deps, id, author, answer.ref);
  await drafts.remove(id, author, claimed.commandId);
  return answer;
}

async function open(deps: ApiDeps, author: string, opening: Opening, commandId: string): Promise<CommandAnswer> {
  const known = await deps.repositories.requests.find(commandId);
  const { outcome, ref } = await openCase(deps, author, opening, { commandId, ref: known?.ref ?? null });
  return toAnswer(outcome, ref, commandId, 201);
}

// A refusal leaves no case, so the draft can be changed again; after anything else it may be one.
async function unlessRefused<T>(run: () => Promise<T>, release: () => Promise<void>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500 || error.status === 429) throw error;
    await release();
    throw notSent(error);
  }
}

// What became of a draft outlives it, under an id that follows from it.
const sentIdOf = (id: string, author: string): string => commandIdOf(author, 'sent draft', id);

async function keepSent({ repositories: { requests }, wallClock }: ApiDeps, id: string, author: string, ref: string): Promise<void> {
  const commandId = sentIdOf(id, author);
  await requests.begin({ commandId, actor: author, route: 'sent draft', bodyHash: '', now: wallClock(), leaseMs: 0 });
  await requests.finish(commandId, 201, null, ref);
}

/** The case that a draft has become. @throws Problem 404 for a draft that never was, was deleted, or is somebody else's */
export async function sentAs({ repositories: { requests } }: ApiDeps, id: string, author: string): Promise<string> {
  const ref = (await requests.find(sentIdOf(id, author)))?.ref ?? null;
  if (ref === null) throw notFound();
  return ref;
}

/** The answer of a draft that was sent before. */
export async function answerOf({ repositories: { commits } }: ApiDeps, ref: string): Promise<CommandAnswer> {
  const first = await commits.find(ref, 1);
  return { status: 200, ref, commandId: first?.commandId ?? '', seq: first?.seq ?? null };
}

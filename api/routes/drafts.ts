import { Router } from 'express';
import type { Request, Response } from 'express';
import type { DraftSummary, StoredDraft } from '../../persistence';
import type { CommandAnswer } from '../commands/answers';
import { receiptText } from '../commands/openCase';
import { isDraftId } from '../commands/reference';
import type { ApiDeps } from '../deps';
import { createDraft, deleteDraft, replaceDraft } from '../drafts/saveDraft';
import { answerOf, sendDraft, sentAs } from '../drafts/sendDraft';
import { NOT_SENT, notSent, toDraft, toDraftItem } from '../drafts/views';
import { personOf } from '../middleware/authenticate';
import { once } from '../middleware/idempotency';
import { ifMatch } from '../middleware/ifMatch';
import { noQuery } from '../middleware/query';
import { notFound, Problem } from '../problem';
import { draftSchema, nothingSchema, openingSchema, read, sendSchema } from '../schemas/requests';
import type { Opening, SendBody } from '../schemas/requests';
import { entityTag, replayed, writeAnswer } from './writeAnswer';

const MOST_LISTED = 200;

/** Referrals and calls that are not sent yet: kept for their author alone, until they are sent or deleted. */
export function draftRoutes(deps: ApiDeps): Router {
  const router = Router();
  router.post('/drafts', noQuery, async (request, response) => {
    const body = read(draftSchema, request.body);
    const author = personOf(response);
    const saved = await savedOnce(deps, request, response, 201, (commandId) => createDraft(deps, { author, body, commandId }));
    writeDraft(response.status(201).location(`/v1/drafts/${saved.id}`), saved);
  });
  router.get('/drafts', noQuery, async (_request, response) => {
    const all = await deps.repositories.drafts.list(personOf(response), MOST_LISTED);
    response.json({ status: NOT_SENT, drafts: all.map(toDraftItem) });
  });
  router.get('/drafts/:id', noQuery, async (request, response) => {
    const draft = (await find(deps, request, response)) ?? unknown();
    response.set('ETag', entityTag(draft.version)).json(toDraft(draft));
  });
  router.put('/drafts/:id', noQuery, async (request, response) => {
    const body = read(draftSchema, request.body);
    const version = ifMatch(request) ?? noVersion();
    const author = personOf(response);
    const { id } = (await find(deps, request, response)) ?? unknown();
    const saved = await savedOnce(deps, request, response, 200, (commandId) =>
      replaceDraft(deps, { id, version, author, body, commandId }),
    );
    writeDraft(response, saved);
  });
  router.delete('/drafts/:id', noQuery, async (request, response) => {
    read(nothingSchema, request.body);
    const id = idOf(request);
    await once<null>(deps, request, personOf(response), {
      replay: async (stored) => {
        await replayed(deps, stored, response);
        return null;
      },
      run: async () => {
        await deleteDraft(deps, id, personOf(response));
        return { status: 200, ref: id, answer: null };
      },
    });
    response.json({ id, status: NOT_SENT, deleted: true });
  });
  router.post('/drafts/:id/send', noQuery, (request, response) => send(deps, request, response));
  return router;
}

async function send(deps: ApiDeps, request: Request, response: Response): Promise<void> {
  const body = read(sendSchema, request.body);
  const author = personOf(response);
  const draft = await find(deps, request, response);
  const opening = draft && completed(draft, body);
  // Gone already: the case that it became answers, or there is nothing to send.
  const before = draft ? null : await sentAs(deps, idOf(request), author);
  const answer = await once<CommandAnswer>(deps, request, author, {
    replay: async (stored) => {
      const { status, ref } = await replayed(deps, stored, response);
      return { ...(await answerOf(deps, ref)), status };
    },
    run: async ({ commandId }) => {
      const done = draft && opening ? await sendDraft(deps, { draft, opening }, commandId) : await answerOf(deps, before ?? '');
      return { status: done.status, ref: done.ref, answer: done };
    },
  });
  writeAnswer(response, answer, { receipt: await receiptText(deps, answer.ref) });
}

// The same check as for a case that is opened at once, with the same pointers to what is missing.
function completed({ content }: StoredDraft, { training }: SendBody): Opening {
  try {
    const opening = read(openingSchema, content);
    return training === undefined ? opening : { ...opening, training };
  } catch (error) {
    throw error instanceof Problem ? notSent(error) : error;
  }
}

/** Saves once per Idempotency-Key; a retry is shown the draft as it stands now. */
async function savedOnce(
  deps: ApiDeps,
  request: Request,
  response: Response,
  status: 200 | 201,
  save: (commandId: string) => Promise<DraftSummary>,
): Promise<DraftSummary> {
  return once<DraftSummary>(deps, request, personOf(response), {
    replay: async (stored) => {
      const { ref } = await replayed(deps, stored, response);
      return (await deps.repositories.drafts.find(ref, personOf(response))) ?? unknown();
    },
    run: async ({ commandId }) => {
      const saved = await save(commandId);
      return { status, ref: saved.id, answer: saved };
    },
  });
}

const writeDraft = (response: Response, draft: DraftSummary): void => {
  response.set('ETag', entityTag(draft.version)).json(toDraftItem(draft));
};

const find = async (deps: ApiDeps, request: Request, response: Response): Promise<StoredDraft | null> =>
  deps.repositories.drafts.find(idOf(request), personOf(response));

function idOf(request: Request): string {
  const id = String(request.params['id']);
  return isDraftId(id) ? id : unknown();
}

const unknown = (): never => {
  throw notFound();
};
const noVersion = (): never => {
  throw new Problem(428, 'VERSION_MISSING', 'Send If-Match with the version that you read, such as "1".');
};

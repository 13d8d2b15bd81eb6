import { Router } from 'express';
import type { Request } from 'express';
import { fromIso, parseLondonLocal, toIso } from '../../domain';
import { visibleCase } from '../access';
import { toAnswer } from '../commands/answers';
import type { CommandAnswer } from '../commands/answers';
import { giveCommand } from '../commands/giveCommand';
import type { ApiDeps } from '../deps';
import { personOf } from '../middleware/authenticate';
import { once } from '../middleware/idempotency';
import { notFound, Problem } from '../problem';
import { commandNameOf, commandSchema, forwardSchema, read } from '../schemas/requests';
import { replayed, writeAnswer } from './writeAnswer';

/** Giving commands to cases, asking what became of them, and moving a training clock on. */
export function commandRoutes(deps: ApiDeps): Router {
  const router = Router();
  router.post('/cases/:ref/commands/:name', async (request, response) => {
    const view = await visibleCase(deps, request, response);
    const command = commandNameOf(request.params.name);
    const body = read(commandSchema(command), request.body);
    const expectedSeq = expected(request);
    const actor = personOf(response);
    const { answer, replayed: again } = await once<CommandAnswer>(deps, request, actor, {
      replay: (stored) => replayed(deps, stored),
      run: async ({ commandId }) => {
        const outcome = await giveCommand(deps, { ref: view.ref, state: view.state, actor, command, commandId, body, expectedSeq });
        const done = toAnswer(outcome, view.ref, commandId, 200);
        return { status: done.status, ref: view.ref, answer: done };
      },
    });
    writeAnswer(response, answer, again, {});
  });
  router.get('/cases/:ref/commands/:commandId', async (request, response) => {
    const view = await visibleCase(deps, request, response);
    const commit = /^[a-z2-7]{52}$/.test(request.params.commandId)
      ? await deps.repositories.commits.findByCommand(view.ref, request.params.commandId)
      : null;
    if (!commit) throw notFound();
    response.json({ ref: view.ref, seq: commit.seq, command: commit.command, commandId: commit.commandId, at: toIso(commit.at) });
  });
  router.post('/cases/:ref/forward', async (request, response) => {
    const view = await visibleCase(deps, request, response);
    const { to } = read(forwardSchema, request.body);
    if (!view.training)
      throw new Problem(409, 'NOT_A_TRAINING_CASE', 'Only a training case can be moved on; a real one lives in real time.');
    const at = instantOf(to);
    if (at <= view.state.lastAt)
      throw new Problem(422, 'NOT_FORWARD', `The case stands at ${toIso(view.state.lastAt)}: give a later time.`, {
        errors: [{ pointer: '/to', detail: 'Give a later time.' }],
      });
    response.json({ ref: view.ref, asOf: toIso(await deps.forward(view.ref, at)) });
  });
  return router;
}

function expected(request: Request): number | undefined {
  const header = request.get('if-match');
  if (header === undefined) return undefined;
  const [, seq] = /^"(\d{1,9})"$/.exec(header) ?? [];
  if (seq === undefined) throw new Problem(400, 'INVALID_REQUEST', 'If-Match must be the entry number in quotes, such as "7".');
  return Number(seq);
}

function instantOf(text: string): number {
  const local = parseLondonLocal(text);
  const at = 'instant' in local ? local.instant : fromIso(text);
  if (at === undefined)
    throw new Problem(400, 'INVALID_REQUEST', 'Some fields are not right: see errors.', {
      errors: [{ pointer: '/to', detail: 'Give a London time such as 2026-04-08T12:00, or an instant with Z.' }],
    });
  return at;
}

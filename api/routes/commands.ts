import { Router } from 'express';
import { toIso } from '../../domain';
import { knownCase, visibleCase } from '../access';
import { toAnswer } from '../commands/answers';
import type { CommandAnswer } from '../commands/answers';
import { giveCommand } from '../commands/giveCommand';
import { mergeCase } from '../commands/mergeCase';
import type { ApiDeps } from '../deps';
import { personOf } from '../middleware/authenticate';
import { once } from '../middleware/idempotency';
import { ifMatch } from '../middleware/ifMatch';
import { noQuery } from '../middleware/query';
import { notFound, Problem } from '../problem';
import { commandNameOf, commandSchema, forwardSchema, read } from '../schemas/requests';
import { replayed, writeAnswer } from './writeAnswer';

const FARTHEST_MS = 730 * 86_400_000;

/** Giving commands to cases, asking what became of them, and moving a training clock on. */
export function commandRoutes(deps: ApiDeps): Router {
  const router = Router();
  router.post('/cases/:ref/commands/:name', noQuery, async (request, response) => {
    const { view } = await knownCase(deps, request, response);
    const command = commandNameOf(request.params.name);
    const body = read(commandSchema(command), request.body);
    const expectedSeq = ifMatch(request);
    const actor = personOf(response);
    const answer = await once<CommandAnswer>(deps, request, actor, {
      replay: (stored) => replayed(deps, stored, response),
      run: async ({ commandId }) => {
        const given = { ref: view.ref, state: view.state, actor, command, commandId, body, expectedSeq };
        const outcome = await (command === 'mergeInto' ? mergeCase : giveCommand)(deps, given);
        const done = toAnswer(outcome, view.ref, commandId, 200);
        return { status: done.status, ref: view.ref, answer: done };
      },
    });
    writeAnswer(response, answer, {});
  });
  router.get('/cases/:ref/commands/:commandId', noQuery, async (request, response) => {
    const view = await visibleCase(deps, request, response);
    const commit = /^[a-z2-7]{52}$/.test(request.params.commandId)
      ? await deps.repositories.commits.findByCommand(view.ref, request.params.commandId)
      : null;
    if (!commit) throw notFound();
    response.json({ ref: view.ref, seq: commit.seq, command: commit.command, commandId: commit.commandId, at: toIso(commit.at) });
  });
  router.post('/cases/:ref/forward', noQuery, async (request, response) => {
    const { view, reader } = await knownCase(deps, request, response, ['CASE']);
    if (reader.through !== 'ROLE')
      throw new Problem(403, 'NOT_PERMITTED', 'You look at this case without a role on it: you change nothing.');
    const { to } = read(forwardSchema, request.body);
    if (!view.training)
      throw new Problem(409, 'NOT_A_TRAINING_CASE', 'Only a training case can be moved on; a real one lives in real time.');
    checkForward(view.state.lastAt, to);
    response.json({ ref: view.ref, asOf: toIso(await deps.forward(view.ref, to)) });
  });
  return router;
}

function checkForward(from: number, to: number): void {
  const refuse = (code: string, detail: string): never => {
    throw new Problem(422, code, detail, { errors: [{ pointer: '/to', detail }] });
  };
  if (to <= from) refuse('NOT_FORWARD', `The case stands at ${toIso(from)}: give a later time.`);
  if (to - from > FARTHEST_MS) refuse('TOO_FAR', `The case stands at ${toIso(from)}: move it on by at most two years at a time.`);
}

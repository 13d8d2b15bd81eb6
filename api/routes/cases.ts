import { Router } from 'express';
import type { Request, Response } from 'express';
import { allowedCommands, clockViews, forecast, seesRetracted, sightOf, toIso } from '../../domain';
import { knownCase, visibleCase } from '../access';
import { toAnswer } from '../commands/answers';
import type { CommandAnswer } from '../commands/answers';
import { openCase, receiptText } from '../commands/openCase';
import { fromVault } from '../commands/vaulting';
import type { ApiDeps } from '../deps';
import { personOf } from '../middleware/authenticate';
import { once } from '../middleware/idempotency';
import { noQuery } from '../middleware/query';
import { toShown } from '../sight/shown';
import { ofIncidents, RETRACTED, toEntries } from '../timeline/entries';
import { mendingOf } from '../timeline/mended';
import { forecastSchema, openingSchema, read, worklistSchema } from '../schemas/requests';
import { notFound } from '../problem';
import { toClock } from '../views/clock';
import { toListItem, toReducedItem } from '../views/listItem';
import { toNotice } from '../views/notice';
import { caseNow, profileOf } from '../views/pinned';
import { noteLook } from './records/looks';
import { partsShown, textsShown } from './records/parts';
import { entityTag, replayed, writeAnswer } from './writeAnswer';

const DAY_MS = 86_400_000;

/** Opening, finding and reading cases. */
export function caseRoutes(deps: ApiDeps): Router {
  const router = Router();
  router.post('/cases', noQuery, async (request, response) => {
    const opening = read(openingSchema, request.body);
    const answer = await once<CommandAnswer>(deps, request, personOf(response), {
      replay: (stored) => replayed(deps, stored, response),
      run: async (begun) => {
        const { outcome, ref } = await openCase(deps, personOf(response), opening, begun);
        const done = toAnswer(outcome, ref, begun.commandId, 201);
        return { status: done.status, ref, answer: done };
      },
    });
    writeAnswer(response, answer, { receipt: await receiptText(deps, answer.ref) });
  });
  router.get('/cases', (request, response) => worklist(deps, request, response));
  router.get('/cases/:ref', noQuery, async (request, response) => {
    const { view, sight } = await knownCase(deps, request, response);
    const shown = await toShown(deps, view, sight, personOf(response));
    await noteLook(deps, view, response, partsShown(sight, shown));
    response.set('ETag', entityTag(view.seq)).json(shown);
  });
  router.get('/cases/:ref/timeline', noQuery, (request, response) => timeline(deps, request, response));
  router.get('/cases/:ref/clocks', noQuery, async (request, response) => {
    const view = await visibleCase(deps, request, response);
    response.json({ clocks: clockViews(view.state, profileOf(view), caseNow(view, deps.wallClock())).map(toClock) });
  });
  router.get('/cases/:ref/forecast', async (request, response) => {
    const view = await visibleCase(deps, request, response);
    const { days = 90 } = read(forecastSchema, request.query);
    const until = caseNow(view, deps.wallClock()) + days * DAY_MS;
    response.json({ until: toIso(until), entries: forecast(view.state, profileOf(view), until) });
  });
  router.get('/cases/:ref/notices', noQuery, async (request, response) => {
    const view = await visibleCase(deps, request, response);
    response.json({ notices: (await deps.repositories.ledger.list(view.ref)).map(toNotice) });
  });
  router.get('/cases/:ref/commands', noQuery, async (request, response) => {
    const { view } = await knownCase(deps, request, response);
    response.json({ commands: allowedCommands(view.state, personOf(response), profileOf(view)) });
  });
  return router;
}

// The information-governance lead sees of a case only what was retracted, unless another role shows the whole of it.
async function timeline(deps: ApiDeps, request: Request, response: Response): Promise<void> {
  const { view, sight } = await knownCase(deps, request, response);
  if (sight !== 'CASE' && sight !== 'INCIDENT') throw notFound();
  const commits = await deps.repositories.commits.list(view.ref);
  const mending = mendingOf(commits);
  const readsRetracted = seesRetracted(view.state, personOf(response));
  const entries = toEntries(sight === 'CASE' ? commits : ofIncidents(commits, mending), mending, readsRetracted);
  await noteLook(deps, view, response, { kind: 'TIMELINE', parts: textsShown(entries, '') });
  const hidden = { refs: readsRetracted ? new Set<string>() : mending.hiddenRefs, instead: RETRACTED };
  response.json({ entries: await fromVault(deps.repositories.vault, view.ref, entries, hidden) });
}

async function worklist(deps: ApiDeps, request: Request, response: Response): Promise<void> {
  const { cursor, limit = 25, training } = read(worklistSchema, request.query);
  const page = await deps.repositories.cases.worklist({
    member: personOf(response),
    limit,
    ...(cursor === undefined ? {} : { after: cursor }),
    ...(training === undefined ? {} : { training: training === 'true' }),
  });
  const shown = page.cases.map((view) =>
    sightOf(view.state, personOf(response)) === 'CASE' ? toListItem(view, deps.wallClock()) : toReducedItem(view),
  );
  response.json({ cases: shown, next: page.next });
}

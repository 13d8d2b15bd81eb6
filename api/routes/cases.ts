import { Router } from 'express';
import type { Request, Response } from 'express';
import { clockViews, forecast, mayClientSend, toIso } from '../../domain';
import { clientCase, knownCase, readersOf, visibleCase } from '../access';
import { logAccess } from '../accessLog/logAccess';
import { toAnswer } from '../commands/answers';
import type { CommandAnswer } from '../commands/answers';
import { openCase, receiptText } from '../commands/openCase';
import { fromVault } from '../commands/vaulting';
import type { ApiDeps } from '../deps';
import { askerOf, personOf, subjectOf } from '../middleware/authenticate';
import { once } from '../middleware/idempotency';
import { noQuery } from '../middleware/query';
import { toStatus } from '../sight/status';
import { toShown } from '../sight/shown';
import { ofIncidents, RETRACTED, toEntries } from '../timeline/entries';
import { mendingOf } from '../timeline/mended';
import { forecastSchema, openingSchema, read, worklistSchema } from '../schemas/requests';
import { Problem } from '../problem';
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
    const { client } = askerOf(response);
    if (client !== null && !mayClientSend(client, opening.command))
      throw new Problem(403, 'OUT_OF_SCOPE', 'A system may send referrals and calls; a case begun on paper is taken over by people.');
    const answer = await once<CommandAnswer>(deps, request, subjectOf(response), {
      replay: (stored) => replayed(deps, stored, response),
      run: async (begun) => {
        const { outcome, ref } = await openCase(deps, personOf(response), opening, begun);
        const done = toAnswer(outcome, ref, begun.commandId, 201);
        return { status: done.status, ref, answer: done };
      },
    });
    // The entry names the person who answers for a system; that a system sent it stands in the access log.
    if (client !== null) await logAccess(deps, request, response, 'SENT', { ref: answer.ref, sight: 'STATUS', through: 'CLIENT' });
    writeAnswer(response, answer, { receipt: await receiptText(deps, answer.ref) });
  });
  router.get('/cases', (request, response) => worklist(deps, request, response));
  router.get('/cases/:ref', noQuery, async (request, response) => {
    const { client } = askerOf(response);
    if (client !== null) {
      response.json(toStatus(await clientCase(deps, request, response, client)));
      return;
    }
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
    const { view, reader } = await knownCase(deps, request, response);
    response.json({ commands: reader.allowed(profileOf(view)) });
  });
  return router;
}

// The information-governance lead sees of a case only what was retracted, unless another role shows the whole of it.
async function timeline(deps: ApiDeps, request: Request, response: Response): Promise<void> {
  const { view, sight, reader } = await knownCase(deps, request, response, ['CASE', 'INCIDENT']);
  const commits = await deps.repositories.commits.list(view.ref);
  const mending = mendingOf(commits);
  const entries = toEntries(sight === 'CASE' ? commits : ofIncidents(commits, mending), mending, reader.seesRetracted);
  await noteLook(deps, view, response, { kind: 'TIMELINE', parts: textsShown(entries, '') });
  const hidden = { refs: reader.seesRetracted ? new Set<string>() : mending.hiddenRefs, instead: RETRACTED };
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
  const readers = await readersOf(deps, page.cases, askerOf(response).actor);
  // Who is excluded is not told of the case; a page may so be shorter than asked for.
  const shown = page.cases.flatMap((view, n) => {
    const sight = readers[n]?.sight ?? 'NOTHING';
    if (sight === 'NOTHING') return [];
    return [sight === 'CASE' ? toListItem(view, deps.wallClock()) : toReducedItem(view)];
  });
  response.json({ cases: shown, next: page.next });
}

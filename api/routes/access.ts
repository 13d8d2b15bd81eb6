import { Router } from 'express';
import type { Request, Response } from 'express';
import { toIso } from '../../domain';
import { accessOfCase, keptCase } from '../access';
import type { Seen } from '../access';
import { logAccess } from '../accessLog/logAccess';
import { fromVault } from '../commands/vaulting';
import type { ApiDeps } from '../deps';
import { alertOf } from '../exceptions/alert';
import { giveLook, lookFor, lookIdOf } from '../exceptions/breakGlass';
import { endExclusion, exclude, exclusionIdOf, exclusionsOf } from '../exceptions/exclusions';
import { personOf } from '../middleware/authenticate';
import { once } from '../middleware/idempotency';
import { noQuery } from '../middleware/query';
import { Problem } from '../problem';
import { accessLogSchema, breakGlassSchema, exclusionSchema } from '../schemas/access';
import { nothingSchema, read } from '../schemas/requests';
import { namesOf, toAccessRow } from '../views/accessRow';
import { toExclusion } from '../views/exclusion';

/** Who looked at a case, who must not see it, and a look at it without a role. */
export function accessRoutes(deps: ApiDeps): Router {
  const router = Router();
  router.get('/cases/:ref/access-log', (request, response) => accessLog(deps, request, response));
  router.get('/cases/:ref/exclusions', noQuery, async (request, response) => {
    const { view } = await keptCase(deps, request, response);
    response.json({ exclusions: await shownExclusions(deps, view.ref) });
  });
  router.post('/cases/:ref/exclusions', noQuery, async (request, response) => {
    const seen = await keptCase(deps, request, response);
    const body = read(exclusionSchema, request.body);
    const id = await done(deps, request, response, 201, exclusionIdOf, async (commandId) => {
      const made = await exclude(deps, seen, body, commandId);
      await logAccess(deps, request, response, 'EXCLUDED', lookOf(seen));
      return made;
    });
    await writeExclusion(deps, response.status(201), seen, id);
  });
  router.post('/cases/:ref/exclusions/:id/end', noQuery, async (request, response) => {
    const seen = await keptCase(deps, request, response);
    read(nothingSchema, request.body);
    const id = request.params.id;
    await done(
      deps,
      request,
      response,
      200,
      () => id,
      async () => {
        await endExclusion(deps, seen, id);
        await logAccess(deps, request, response, 'EXCLUSION_ENDED', lookOf(seen));
        return id;
      },
    );
    await writeExclusion(deps, response, seen, id);
  });
  router.post('/cases/:ref/break-glass', noQuery, (request, response) => breakGlass(deps, request, response));
  return router;
}

async function accessLog(deps: ApiDeps, request: Request, response: Response): Promise<void> {
  const { cursor, limit = 50 } = read(accessLogSchema, request.query);
  const { view } = await keptCase(deps, request, response);
  const { accessLog: log, exceptions, directory, vault } = deps.repositories;
  const { rows, next } = await log.list({ ref: view.ref, limit, ...(cursor === undefined ? {} : { after: cursor }) });
  const { breakGlass: looks } = await exceptions.of(view.ref);
  const nameOf = await namesOf(
    directory,
    [...rows, ...looks].map(({ person }) => person),
  );
  const shown = looks.map((one) => ({ ...one, name: nameOf(one.person), from: toIso(one.from), until: toIso(one.until) }));
  response.json({
    rows: rows.map((row) => toAccessRow(row, nameOf)),
    breakGlass: await fromVault(vault, view.ref, shown),
    next,
  });
}

async function breakGlass(deps: ApiDeps, request: Request, response: Response): Promise<void> {
  // Read first: what is wrong with a body must not depend on whether there is such a case.
  const body = read(breakGlassSchema, request.body);
  const { view, reader } = await accessOfCase(deps, request, response);
  const id = await done(deps, request, response, 201, lookIdOf, async (commandId) => {
    const look = await lookFor(deps, view, reader, body);
    // On record first: nobody may look of whom that is not known.
    await logAccess(deps, request, response, 'BREAK_GLASS', { ref: view.ref, sight: 'CASE', through: 'BREAK_GLASS' });
    const given = await giveLook(deps, view.ref, look, commandId);
    await alertOf(deps, { view, reader, id: given, correlationId: typeof request.id === 'string' ? request.id : '' });
    return given;
  });
  const found = (await deps.repositories.exceptions.of(view.ref)).breakGlass.find((one) => one.id === id);
  const ends = found ? toIso(found.until) : null;
  response.status(201).json({ ref: view.ref, id, until: ends, links: { self: `/v1/cases/${view.ref}` } });
}

/** Does it once for an Idempotency-Key; gives the id of what it made, or of what an earlier try made. */
async function done(
  deps: ApiDeps,
  request: Request,
  response: Response,
  status: 200 | 201,
  idOf: (commandId: string) => string,
  make: (commandId: string) => Promise<string>,
): Promise<string> {
  return once<string>(deps, request, personOf(response), {
    replay: ({ commandId, status: before, code }) => {
      response.set('Idempotency-Replayed', 'true');
      if (code === null) return Promise.resolve(idOf(commandId));
      throw new Problem(before ?? 409, code, 'This request was refused before; for another try use a new Idempotency-Key.');
    },
    run: async ({ commandId }) => ({ status, ref: String(request.params['ref']), answer: await make(commandId) }),
  });
}

const lookOf = ({ view, reader }: Seen) => ({ ref: view.ref, sight: reader.sight, through: reader.through });

async function shownExclusions(deps: ApiDeps, ref: string): Promise<unknown> {
  const all = await exclusionsOf(deps, ref);
  const nameOf = await namesOf(
    deps.repositories.directory,
    all.flatMap(({ who, by }) => [by, 'person' in who ? who.person : null]),
  );
  return fromVault(
    deps.repositories.vault,
    ref,
    all.map((one) => toExclusion(one, nameOf)),
  );
}

async function writeExclusion(deps: ApiDeps, response: Response, { view }: Seen, id: string): Promise<void> {
  const all = (await shownExclusions(deps, view.ref)) as readonly { readonly id: string }[];
  response.json(all.find((one) => one.id === id));
}

import { Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import type { Identifier } from '../../domain';
import type { CaseView } from '../../persistence';
import { readersOf } from '../access';
import type { Reader } from '../access';
import type { ApiDeps } from '../deps';
import { askerOf } from '../middleware/asker';
import { personOf } from '../middleware/authenticate';
import { noQuery } from '../middleware/query';
import { Problem, writeProblem } from '../problem';
import { identifier } from '../schemas/fromFields';
import { read } from '../schemas/requests';

const MOST_PER_MINUTE = 30;

/** One identifier; in the body, so that it stands in no address and no log. */
export const searchSchema = z.union([z.strictObject({ nhsNumber: identifier('nhsNumber') }), z.strictObject({ uprn: identifier('uprn') })]);

/** Cases by an NHS number or a UPRN, for the coordinators of a locality. */
export function searchRoutes(deps: ApiDeps): Router {
  const router = Router();
  router.post('/search', limitSearches(), noQuery, async (request, response) => {
    const localities = await coordinatedBy(deps, personOf(response));
    const [kind, value] = wantedIn(read(searchSchema, request.body));
    const refs = await deps.repositories.blindIndex.find(kind, value);
    const found = await Promise.all(refs.map((ref) => deps.repositories.cases.find(ref)));
    const views = found.filter((view) => view !== null).filter((view) => localities.has(view.state.locality));
    const readers = await readersOf(deps, views, askerOf(response).actor);
    response.json({ cases: views.flatMap((view, n) => toFound(view, readers[n])) });
  });
  return router;
}

const wantedIn = (body: z.infer<typeof searchSchema>): readonly [Identifier, string] =>
  'nhsNumber' in body ? ['nhsNumber', body.nhsNumber] : ['uprn', body.uprn];

// Whoever coordinates the locality learns that there is a case; what it is only where a role on it shows that.
function toFound({ ref, state, training }: CaseView, reader: Reader | undefined): readonly object[] {
  if (!reader || reader.isExcluded) return [];
  return [{ ref, training, ...(reader.sight === 'CASE' ? { stage: state.stage, receivedOn: state.receivedOn } : {}) }];
}

async function coordinatedBy({ repositories: { directory } }: ApiDeps, id: string): Promise<ReadonlySet<string>> {
  const person = await directory.person(id);
  const localities = (person?.offices ?? []).filter(({ role }) => role === 'COORDINATOR').map(({ locality }) => locality);
  if (localities.length === 0)
    throw new Problem(403, 'NOT_PERMITTED', 'Only the coordinator of a locality may look for a case by these numbers.');
  return new Set(localities);
}

// Per person: nobody tries numbers one after another.
const limitSearches = () =>
  rateLimit({
    windowMs: 60_000,
    limit: MOST_PER_MINUTE,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (_request, response) => personOf(response),
    handler: (_request, response) => {
      writeProblem(
        response,
        new Problem(429, 'TOO_MANY_REQUESTS', 'You have looked for many cases: wait a minute and try again.', { retryAfterS: 60 }),
      );
    },
  });

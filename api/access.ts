import type { Request, Response } from 'express';
import { sightOf } from '../domain';
import type { Sight } from '../domain';
import type { CaseView } from '../persistence';
import { isReference } from './commands/reference';
import type { ApiDeps } from './deps';
import { personOf } from './middleware/authenticate';
import { notFound } from './problem';

/** The case of a request and what the asking person sees of it. @throws Problem 404, the same for unknown and forbidden */
export async function knownCase(
  deps: ApiDeps,
  request: Request,
  response: Response,
): Promise<{ view: CaseView; sight: Exclude<Sight, 'NOTHING'> }> {
  const ref = String(request.params['ref']);
  const view = isReference(ref) ? await deps.repositories.cases.find(ref) : null;
  const sight = view ? sightOf(view.state, personOf(response)) : 'NOTHING';
  if (!view || sight === 'NOTHING') throw notFound();
  return { view, sight };
}

/** The case of a request, for somebody who may see its content. @throws Problem 404, the same for unknown and forbidden */
export async function visibleCase(deps: ApiDeps, request: Request, response: Response): Promise<CaseView> {
  const { view, sight } = await knownCase(deps, request, response);
  if (sight !== 'CASE') throw notFound();
  return view;
}

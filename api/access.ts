import type { Request, Response } from 'express';
import { maySee } from '../domain';
import type { CaseView } from '../persistence';
import { isReference } from './commands/reference';
import type { ApiDeps } from './deps';
import { personOf } from './middleware/authenticate';
import { notFound } from './problem';

/** The case of a request, for somebody who may see it. @throws Problem 404, the same for unknown and forbidden */
export async function visibleCase(deps: ApiDeps, request: Request, response: Response): Promise<CaseView> {
  const ref = String(request.params['ref']);
  const view = isReference(ref) ? await deps.repositories.cases.find(ref) : null;
  if (!view || !maySee(view.state, personOf(response))) throw notFound();
  return view;
}

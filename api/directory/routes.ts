import { Router } from 'express';
import type { Request, Response } from 'express';
import { mayInDirectory } from '../../domain';
import type { ApiDeps } from '../deps';
import { personOf } from '../middleware/authenticate';
import { read } from '../schemas/requests';
import { writePeople } from './csv/writePeople';
import { handOverRoute } from './handOverRoute';
import { writeOffice } from './offices';
import { directoryServiceRoutes, organisationRoutes } from './organisations';
import { peopleRoutes } from './people';
import { writeProposals } from './proposals';
import { aboutOrganisation, known, need } from './rights';
import { exportQuerySchema } from './schemas';

/** The directory: who works where, in which role, who is away, and what is put to me. */
export function directoryRoutes(deps: ApiDeps): Router {
  const directory = Router();
  directory.get('/me/proposals', (request, response) => writeProposals(deps, request, response));
  directory.get('/offices', (request, response) => writeOffice(deps, request, response));
  directory.get('/export', (request, response) => exported(deps, request, response));
  directory.post('/people/:id/hand-over-all', (request, response) => handOverRoute(deps, request, response));
  directory.use('/people', peopleRoutes(deps));
  directory.use('/organisations', organisationRoutes(deps));
  directory.use('/services', directoryServiceRoutes(deps));
  return Router().use('/directory', directory);
}

// An administrator takes out what they keep, and nothing else.
async function exported(deps: ApiDeps, request: Request, response: Response): Promise<void> {
  const { organisation } = read(exportQuerySchema, request.query);
  const books = await deps.repositories.directoryRecord.books();
  const reader = known(books, personOf(response));
  need(reader, 'EXPORT', {});
  const keeps = (id: string): boolean => mayInDirectory(reader, 'EXPORT', aboutOrganisation(books.organisations.get(id)));
  const people = [...books.people.values()].filter(
    (one) => keeps(one.organisation) && (organisation ?? one.organisation) === one.organisation,
  );
  people.sort((a, b) => (a.id < b.id ? -1 : 1));
  response.type('text/csv').attachment('people.csv').send(writePeople(people));
}

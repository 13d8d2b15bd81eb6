import { Router } from 'express';
import type { Request, Response } from 'express';
import { addOrganisation, changeOrganisation, findService, saveService } from '../../domain';
import type { Organisation } from '../../domain';
import type { ApiDeps } from '../deps';
import { noQuery } from '../middleware/query';
import { notFound } from '../problem';
import { entityTag } from '../routes/writeAnswer';
import { read } from '../schemas/requests';
import { changeOnce, checkVersion } from './changeDirectory';
import { pageOf } from './paging';
import { given } from './people';
import { aboutOrganisation, need } from './rights';
import {
  newOrganisationSchema,
  newServiceSchema,
  organisationChangeSchema,
  pageSchema,
  serviceChangeSchema,
  servicesQuerySchema,
} from './schemas';
import { toOrganisation, toService } from './views';

/** Organisations: finding, reading and keeping them. */
export function organisationRoutes(deps: ApiDeps): Router {
  const router = Router();
  router.get('/', async (request, response) => {
    const query = read(pageSchema, request.query);
    const page = pageOf(await deps.repositories.directory.organisations(), query);
    response.json({ organisations: page.found.map(toOrganisation), next: page.next });
  });
  router.get('/:id', noQuery, (request, response) => writeOrganisation(deps, response, request.params.id));
  router.post('/', noQuery, async (request, response) => {
    const { id, ...data } = read(newOrganisationSchema, request.body);
    await changeOnce(deps, request, response, {
      what: 'ADD_ORGANISATION',
      status: 201,
      decide({ books, actor }) {
        need(actor, 'ADD_ORGANISATION', { locality: data.locality });
        return addOrganisation(books, id, data);
      },
    });
    await writeOrganisation(deps, response.status(201).location(`/v1/directory/organisations/${id}`), id);
  });
  router.post('/:id/amend', noQuery, (request, response) => amend(deps, request, response));
  return router;
}

async function writeOrganisation(deps: ApiDeps, response: Response, id: string): Promise<void> {
  const organisation = await deps.repositories.directory.organisation(id);
  if (!organisation) throw notFound();
  response.set('ETag', entityTag(organisation.version ?? 0)).json(toOrganisation(organisation));
}

async function amend(deps: ApiDeps, request: Request<{ id: string }>, response: Response): Promise<void> {
  const data = given(read(organisationChangeSchema, request.body));
  const { id } = request.params;
  await changeOnce(deps, request, response, {
    what: 'CHANGE_ORGANISATION',
    status: 200,
    decide({ books, actor }) {
      const organisation = books.organisations.get(id) ?? unknown();
      need(actor, 'CHANGE_ORGANISATION', aboutOrganisation(organisation));
      if (data.locality !== undefined) need(actor, 'ADD_ORGANISATION', { locality: data.locality });
      checkVersion(request, organisation);
      return changeOrganisation(books, organisation, data);
    },
  });
  await writeOrganisation(deps, response, id);
}

/** Services: finding, reading and keeping them. */
export function directoryServiceRoutes(deps: ApiDeps): Router {
  const router = Router();
  router.get('/', async (request, response) => {
    const { organisation, ...query } = read(servicesQuerySchema, request.query);
    const all = (await deps.repositories.directory.organisations()).filter(({ id }) => organisation === undefined || id === organisation);
    const page = pageOf(all.flatMap(servicesOf), query);
    response.json({ services: page.found, next: page.next });
  });
  router.get('/:id', noQuery, (request, response) => writeService(deps, response, request.params.id));
  router.post('/', noQuery, (request, response) => addService(deps, request, response));
  router.post('/:id/amend', noQuery, (request, response) => amendService(deps, request, response));
  return router;
}

const servicesOf = ({ id, services }: Organisation) => services.map((one) => toService(one, id));

async function writeService(deps: ApiDeps, response: Response, id: string): Promise<void> {
  const found = await deps.repositories.directory.service(id);
  if (!found) throw notFound();
  const { organisation, ...service } = found;
  response.json(toService(service, organisation));
}

async function addService(deps: ApiDeps, request: Request, response: Response): Promise<void> {
  const { id, organisation, ...data } = read(newServiceSchema, request.body);
  await changeOnce(deps, request, response, {
    what: 'SAVE_SERVICE',
    status: 201,
    decide({ books, actor }) {
      const own = books.organisations.get(organisation);
      need(actor, 'CHANGE_SERVICE', aboutOrganisation(own));
      return saveService(books, own, id, given(data), 'NEW');
    },
  });
  await writeService(deps, response.status(201).location(`/v1/directory/services/${id}`), id);
}

async function amendService(deps: ApiDeps, request: Request<{ id: string }>, response: Response): Promise<void> {
  const data = given(read(serviceChangeSchema, request.body));
  const { id } = request.params;
  await changeOnce(deps, request, response, {
    what: 'SAVE_SERVICE',
    status: 200,
    decide({ books, actor }) {
      const { organisation } = findService(books, id) ?? unknown();
      need(actor, 'CHANGE_SERVICE', aboutOrganisation(organisation));
      checkVersion(request, organisation);
      return saveService(books, organisation, id, data, 'CHANGED');
    },
  });
  await writeService(deps, response, id);
}

const unknown = (): never => {
  throw notFound();
};

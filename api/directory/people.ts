import { Router } from 'express';
import type { Request, Response } from 'express';
import {
  addPerson,
  changePerson,
  leave,
  londonDateOf,
  mayInDirectory,
  officesMoved,
  setAbsences,
  setOffices,
  stillNamed,
} from '../../domain';
import type { Person } from '../../domain';
import { readerNow } from '../access';
import type { ApiDeps } from '../deps';
import { personOf } from '../middleware/authenticate';
import { noQuery } from '../middleware/query';
import { notFound } from '../problem';
import { entityTag } from '../routes/writeAnswer';
import { read } from '../schemas/requests';
import { changeOnce, checkVersion } from './changeDirectory';
import { openRolesOf } from './openRoles';
import { aboutOrganisation, aboutPerson, known, need } from './rights';
import {
  absencesSchema,
  dayQuerySchema,
  leavingSchema,
  newPersonSchema,
  officesSchema,
  pageSchema,
  peopleQuerySchema,
  personChangeSchema,
} from './schemas';
import { toChange, toPerson } from './views';

/** People of the directory: finding, reading and keeping them. */
export function peopleRoutes(deps: ApiDeps): Router {
  const router = Router();
  router.get('/', (request, response) => list(deps, request, response));
  router.get('/:id', async (request, response) => {
    const { on } = read(dayQuerySchema, request.query);
    await writePerson(deps, response, request.params.id, on);
  });
  router.get('/:id/history', (request, response) => history(deps, request, response));
  router.get('/:id/open-roles', noQuery, (request, response) => openRoles(deps, request, response));
  router.post('/', noQuery, async (request, response) => {
    const { id, ...data } = read(newPersonSchema, request.body);
    await changeOnce(deps, request, response, {
      what: 'ADD_PERSON',
      status: 201,
      decide({ books, actor }) {
        need(actor, 'ADD_PERSON', aboutOrganisation(books.organisations.get(data.organisation)));
        return addPerson(books, id, data);
      },
    });
    await writePerson(deps, response.status(201).location(`/v1/directory/people/${id}`), id);
  });
  router.post('/:id/amend', noQuery, (request, response) => amend(deps, request, response));
  router.post('/:id/offices', noQuery, (request, response) => giveOffices(deps, request, response));
  router.post('/:id/absence', noQuery, (request, response) => away(deps, request, response));
  router.post('/:id/leave', noQuery, (request, response) => leaving(deps, request, response));
  return router;
}

type OfPerson = Request<{ id: string }>;

async function list(deps: ApiDeps, request: Request, response: Response): Promise<void> {
  const { cursor, limit = 25, active, office, locality, organisation, service } = read(peopleQuerySchema, request.query);
  const page = await deps.repositories.directory.list({
    limit,
    ...(cursor === undefined ? {} : { after: cursor }),
    ...(active === undefined ? {} : { active: active === 'true' }),
    ...(office === undefined || locality === undefined ? {} : { office: { role: office, locality } }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(service === undefined ? {} : { service }),
  });
  const shown = await shower(deps, response);
  response.json({ people: page.found.map((one) => shown(one)), next: page.next });
}

// One look at the organisations serves a whole page.
async function shower(deps: ApiDeps, response: Response, on = londonDateOf(deps.wallClock())) {
  const { directory } = deps.repositories;
  const organisations = new Map((await directory.organisations()).map((one) => [one.id, one]));
  const reader = await directory.person(personOf(response));
  return (person: Person) => {
    const about = aboutPerson({ people: new Map(), organisations }, person);
    const contact = reader !== null && mayInDirectory(reader, 'READ_CONTACT', about);
    return toPerson(person, { on, contact, organisation: organisations.get(person.organisation) });
  };
}

async function writePerson(deps: ApiDeps, response: Response, id: string, on?: string, more: object = {}): Promise<void> {
  const person = await deps.repositories.directory.person(id);
  if (!person) throw notFound();
  const shown = await shower(deps, response, on);
  response.set('ETag', entityTag(person.version ?? 0)).json({ ...shown(person), ...more });
}

async function history(deps: ApiDeps, request: OfPerson, response: Response): Promise<void> {
  const { cursor, limit = 25 } = read(pageSchema, request.query);
  const { id } = request.params;
  await needOf(deps, response, id, 'READ_HISTORY');
  const page = await deps.repositories.directoryRecord.about(id, { limit, ...(cursor === undefined ? {} : { after: cursor }) });
  response.json({ changes: page.found.map((one) => toChange(one, id)), next: page.next });
}

async function openRoles(deps: ApiDeps, request: OfPerson, response: Response): Promise<void> {
  const { id } = request.params;
  await needOf(deps, response, id, 'HAND_OVER');
  response.json({ person: id, cases: await openRolesOf(deps, id) });
}

async function needOf(deps: ApiDeps, response: Response, id: string, deed: 'READ_HISTORY' | 'HAND_OVER'): Promise<void> {
  const books = await deps.repositories.directoryRecord.books();
  need(known(books, personOf(response)), deed, aboutPerson(books, known(books, id)));
}

async function amend(deps: ApiDeps, request: OfPerson, response: Response): Promise<void> {
  const data = given(read(personChangeSchema, request.body));
  const { id } = request.params;
  await changeOnce(deps, request, response, {
    what: 'CHANGE_PERSON',
    status: 200,
    decide({ books, actor, today }) {
      const person = known(books, id);
      need(actor, 'CHANGE_PERSON', aboutPerson(books, person));
      // Whoever moves somebody to another organisation keeps that one too.
      if (data.organisation !== undefined) need(actor, 'ADD_PERSON', aboutOrganisation(books.organisations.get(data.organisation)));
      checkVersion(request, person);
      return changePerson(books, person, data, today);
    },
  });
  await writePerson(deps, response, id);
}

async function giveOffices(deps: ApiDeps, request: OfPerson, response: Response): Promise<void> {
  const { offices } = read(officesSchema, request.body);
  const { id } = request.params;
  const change = await changeOnce(deps, request, response, {
    what: 'SET_OFFICES',
    status: 200,
    decide({ books, actor, today }) {
      const person = known(books, id);
      need(actor, 'GIVE_OFFICE', {});
      for (const { locality } of officesMoved(person, offices)) need(actor, 'GIVE_OFFICE', { locality });
      checkVersion(request, person);
      return setOffices(books, person, offices, actor.id, today);
    },
  });
  const takenFrom = (change?.changes.people ?? []).map(({ after }) => after.id).filter((other) => other !== id);
  await writePerson(deps, response, id, undefined, { takenFrom });
}

async function away(deps: ApiDeps, request: OfPerson, response: Response): Promise<void> {
  const { periods } = read(absencesSchema, request.body);
  const { id } = request.params;
  await changeOnce(deps, request, response, {
    what: 'SET_ABSENCES',
    status: 200,
    decide({ books, actor, today }) {
      const person = known(books, id);
      need(actor, 'SET_ABSENCE', aboutPerson(books, person));
      checkVersion(request, person);
      return setAbsences(books, person, periods, today);
    },
  });
  await writePerson(deps, response, id, undefined, {
    notCovered: await notCovered(
      deps,
      id,
      periods.flatMap((one) => one.standsIn ?? []),
    ),
  });
}

// Standing in opens no case: on these ones the messages go to the hosting manager, unless the case itself names a deputy.
async function notCovered(deps: ApiDeps, id: string, standIns: readonly string[]): Promise<readonly string[]> {
  const refs: string[] = [];
  for (const { ref } of standIns.length === 0 ? [] : await openRolesOf(deps, id)) {
    const readers = await Promise.all(standIns.map((other) => readerNow(deps, ref, other)));
    if (readers.some((reader) => reader?.sight !== 'CASE')) refs.push(ref);
  }
  return refs;
}

async function leaving(deps: ApiDeps, request: OfPerson, response: Response): Promise<void> {
  const { on, handOverTo } = read(leavingSchema, request.body);
  const { id } = request.params;
  await changeOnce(deps, request, response, {
    what: 'RECORD_LEAVING',
    status: 200,
    decide({ books, actor, today }) {
      const person = known(books, id);
      need(actor, 'RECORD_LEAVING', aboutPerson(books, person));
      checkVersion(request, person);
      return leave(books, person, { on, handOverTo }, actor.id, today);
    },
  });
  const books = await deps.repositories.directoryRecord.books();
  await writePerson(deps, response, id, undefined, { stillNamed: stillNamed(books, id), openRoles: await openRolesOf(deps, id) });
}

/** What was given of some fields that may be left out. */
export const given = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };

import express, { Router } from 'express';
import type { ErrorRequestHandler, NextFunction, Request, Response } from 'express';
import { londonDateOf, mayInDirectory, NO_CHANGES, planImport, readRows } from '../../domain';
import type { Books, ImportPlan, ImportProblem, ImportRow, LondonDate, Person } from '../../domain';
import type { ApiDeps } from '../deps';
import { personOf } from '../middleware/authenticate';
import { parseJson } from '../middleware/json';
import { Problem } from '../problem';
import { read } from '../schemas/requests';
import { changeOnce } from './changeDirectory';
import { readPeople } from './csv/readPeople';
import { openRolesOf } from './openRoles';
import { aboutOrganisation, known, need } from './rights';
import { importQuerySchema, importRowsSchema } from './schemas';
import type { ImportRows } from './schemas';

const LARGEST = 1_000_000;
const MOST_TOLD = 50;

/** Taking in a file of people. It stands before the other routes, because its body may be larger and need not be JSON. */
export function importRoutes(deps: ApiDeps): Router {
  const router = Router();
  router.post('/', largeBody, readBody, (request, response) => takeIn(deps, request, response));
  router.use(tooLarge);
  return router;
}

const largeBody = express.raw({ type: () => true, limit: LARGEST, inflate: false });

const tooLarge: ErrorRequestHandler = (error: unknown, _request, _response, next) => {
  const known = typeof error === 'object' && error !== null && 'status' in error && error.status === 413;
  next(known ? new Problem(413, 'TOO_LARGE', 'Send at most 1 MB: split the file by organisation.') : error);
};

// What follows sees one kind of body: the text of a file, or rows.
function readBody(request: Request, response: Response, next: NextFunction): void {
  if (request.is('text/csv') === false) {
    parseJson(request, response, next);
    return;
  }
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) throw new Problem(400, 'INVALID_REQUEST', 'Send the file as the body.');
  request.body = { csv: textOf(bytes) };
  next();
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Problem(400, 'INVALID_REQUEST', 'The file is not UTF-8: save it as CSV UTF-8.');
  }
}

async function takeIn(deps: ApiDeps, request: Request, response: Response): Promise<void> {
  const { dry, complete } = read(importQuerySchema, request.query);
  const rows = rowsOf(request.body as { readonly csv: string });
  const plan = (books: Books, actor: Person, today: LondonDate) => planned(books, actor, rows, complete === 'true', today);
  if (dry === 'true') {
    const books = await deps.repositories.directoryRecord.books();
    const foreseen = plan(books, known(books, personOf(response)), londonDateOf(deps.wallClock()));
    response.json(await toAnswer(deps, foreseen, null));
    return;
  }
  let done: ImportPlan = NOTHING;
  const change = await changeOnce(deps, request, response, {
    what: 'IMPORT',
    status: 200,
    decide({ books, actor, today }) {
      done = plan(books, actor, today);
      return { changes: done.changes };
    },
  });
  response.json(await toAnswer(deps, done, change?.number ?? 0));
}

const NOTHING: ImportPlan = {
  ...{ changes: NO_CHANGES, added: [], changed: [], deactivated: [], unchanged: 0 },
  ...{ notInFile: [], outsideDomain: [] },
};

function rowsOf(body: { readonly csv: string } | object): readonly ImportRow[] {
  const table = 'csv' in body ? readPeople(body.csv) : { table: tableOf(read(importRowsSchema, body)) };
  if ('problems' in table) throw wrongFile(table.problems);
  const found = readRows(table.table);
  if ('problems' in found) throw wrongFile(found.problems);
  return found.rows;
}

// Lines count as in a file whose first line is the header.
function tableOf({ rows }: ImportRows) {
  const header = Object.keys(rows[0] ?? {});
  return { header, lines: rows.map((row, n) => ({ line: n + 2, cells: header.map((column) => row[column] ?? '') })) };
}

function planned(books: Books, actor: Person, rows: readonly ImportRow[], complete: boolean, today: LondonDate): ImportPlan {
  need(actor, 'IMPORT', {});
  const mayKeep = (id: string): boolean => mayInDirectory(actor, 'IMPORT', aboutOrganisation(books.organisations.get(id)));
  const result = planImport(books, rows, { complete, by: actor.id, today, mayKeep });
  if ('problems' in result) throw wrongFile(result.problems);
  return result.plan;
}

function wrongFile(problems: readonly ImportProblem[]): Problem {
  const errors = problems.slice(0, MOST_TOLD).map(({ line, column, problem, remedy }) => ({
    pointer: `/lines/${line}${column === null ? '' : `/${column}`}`,
    detail: `Line ${line}${column === null ? '' : `, ${column}`}: ${problem} ${remedy}`,
  }));
  const more = problems.length > MOST_TOLD ? ` These are the first ${MOST_TOLD} of ${problems.length}.` : '';
  return new Problem(422, 'IMPORT_REFUSED', `Nothing was taken in: correct the file and send it again.${more}`, { errors });
}

async function toAnswer(deps: ApiDeps, { changes: _changes, ...plan }: ImportPlan, change: number | null): Promise<object> {
  const openRoles: object[] = [];
  for (const person of plan.deactivated) {
    const cases = await openRolesOf(deps, person);
    if (cases.length > 0) openRoles.push({ person, cases });
  }
  return { dryRun: change === null, change: change === 0 ? null : change, ...plan, openRoles };
}

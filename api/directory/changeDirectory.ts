import type { Request, Response } from 'express';
import { DIRECTORY_REFUSALS, isEmptyChange, londonDateOf, touchedBy } from '../../domain';
import type { Books, DirectoryDecision, DirectoryRefusal, LondonDate, Person } from '../../domain';
import type { DirectoryChange, DirectoryWork } from '../../persistence';
import type { ApiDeps } from '../deps';
import { personOf } from '../middleware/authenticate';
import { once } from '../middleware/idempotency';
import { ifMatch } from '../middleware/ifMatch';
import { Problem } from '../problem';
import { replayed } from '../routes/writeAnswer';
import { known } from './rights';

const MOST_TRIES = 5;

/** One change of the directory: what it is called, and what it comes to in the books as they stand. */
export interface Work {
  readonly what: DirectoryWork;
  readonly status: 200 | 201;
  /** Checks rights and decides; asked again where somebody else has changed the directory in between. @throws Problem */
  decide(at: { readonly books: Books; readonly actor: Person; readonly today: LondonDate }): DirectoryDecision;
}

/** Changes the directory once per Idempotency-Key; gives the change, or null where nothing differs. @throws Problem */
export const changeOnce = async (deps: ApiDeps, request: Request, response: Response, work: Work): Promise<DirectoryChange | null> =>
  once<DirectoryChange | null>(deps, request, personOf(response), {
    replay: async (stored) => {
      await replayed(deps, stored, response);
      return deps.repositories.directoryRecord.byCommand(stored.commandId);
    },
    run: async ({ commandId }) => {
      const change = await changed(deps, personOf(response), commandId, work);
      return { status: work.status, ref: change === null ? 'nothing' : String(change.number), answer: change };
    },
  });

async function changed(deps: ApiDeps, by: string, commandId: string, work: Work): Promise<DirectoryChange | null> {
  const { directoryRecord } = deps.repositories;
  const at = deps.wallClock();
  const before = await directoryRecord.byCommand(commandId);
  if (before) return before;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const books = await directoryRecord.books();
    const decision = work.decide({ books, actor: known(books, by), today: londonDateOf(at) });
    if ('refusal' in decision) throw toProblem(decision.refusal);
    const { changes } = decision;
    if (isEmptyChange(changes)) return null;
    const recorded = await directoryRecord.record({ commandId, at, by, what: work.what, about: touchedBy(changes), changes }, books.head);
    if (recorded !== 'stale') return recorded;
  }
  throw new Problem(429, 'BUSY', 'The directory is being changed: try again in a moment, with the same Idempotency-Key.', {
    retryAfterS: 1,
  });
}

/** A refusal of the directory as a problem. */
export const toProblem = ({ code, message, field }: DirectoryRefusal): Problem =>
  new Problem(DIRECTORY_REFUSALS[code], code, message, field === undefined ? {} : { errors: [{ pointer: field, detail: message }] });

/** Where `If-Match` is sent, the entry must still be at that version. @throws Problem 412 */
export function checkVersion<Params>(request: Request<Params>, { version = 0 }: { readonly version?: number }): void {
  const expected = ifMatch(request);
  if (expected !== undefined && expected !== version)
    throw new Problem(412, 'STALE_VERSION', 'This entry was changed meanwhile: read it again, then send with its new version.');
}

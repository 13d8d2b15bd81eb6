import type { Request, Response } from 'express';
import type { HandOver } from '../../persistence';
import type { ApiDeps } from '../deps';
import { personOf } from '../middleware/authenticate';
import { once } from '../middleware/idempotency';
import { Problem } from '../problem';
import { read } from '../schemas/requests';
import { replayed } from '../routes/writeAnswer';
import { checkSuccessor, foreseen, handOver, planHandOver } from './handOver';
import type { HandingOver, HandOverRow } from './handOver';
import { aboutPerson, known, need } from './rights';
import { dryQuerySchema, handOverSchema } from './schemas';

const MOST_TRIES = 5;

/**
 * Moves everything that a person has open to somebody else, case by case. What it moves is written down before the first case is asked, so that
 * the same request goes on where it stopped; its answer says of each role and action what became of it.
 */
export async function handOverRoute(deps: ApiDeps, request: Request<{ id: string }>, response: Response): Promise<void> {
  const { to, dryRun = false } = read(handOverSchema, request.body);
  const { dry } = read(dryQuerySchema, request.query);
  const both = await checked(deps, request.params.id, to, personOf(response));
  if (dryRun || dry === 'true') {
    const plan = await planHandOver(deps, both.from.id, to);
    write(response, true, plan, foreseen(plan, both));
    return;
  }
  const { plan, rows } = await once<Done>(deps, request, both.actor, {
    replay: async (stored) => {
      await replayed(deps, stored, response);
      return run(deps, { ...both, commandId: stored.commandId });
    },
    run: async ({ commandId }) => {
      const answer = await run(deps, { ...both, commandId });
      // What a case could not take just now may be tried again under the same key.
      const open = answer.rows.some(({ outcome }) => outcome === 'NOT_NOW');
      return { status: open ? 202 : 200, ref: both.from.id, answer };
    },
  });
  write(response.status(rows.some(({ outcome }) => outcome === 'NOT_NOW') ? 202 : 200), false, plan, rows);
}

interface Done {
  readonly plan: HandOver;
  readonly rows: readonly HandOverRow[];
}

async function checked(deps: ApiDeps, from: string, to: string, by: string): Promise<Omit<HandingOver, 'commandId'>> {
  const books = await deps.repositories.directoryRecord.books();
  const [leaver, actor, successor] = [known(books, from), known(books, by), books.people.get(to)];
  need(actor, 'HAND_OVER', aboutPerson(books, leaver));
  const detail = 'There is no such person in the directory.';
  if (!successor) throw new Problem(422, 'UNKNOWN_PERSON', detail, { errors: [{ pointer: '/to', detail }] });
  const both = { from: leaver, to: successor, actor: by };
  checkSuccessor(deps, both);
  return both;
}

async function run(deps: ApiDeps, handing: HandingOver): Promise<Done> {
  const plan = await begun(deps, handing);
  return { plan, rows: await handOver(deps, plan, handing) };
}

async function begun(deps: ApiDeps, { from, to, actor, commandId }: HandingOver): Promise<HandOver> {
  const { directoryRecord } = deps.repositories;
  const before = await directoryRecord.byCommand(commandId);
  if (before?.handOver) return before.handOver;
  const plan = await planHandOver(deps, from.id, to.id);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { head } = await directoryRecord.books();
    const change = { commandId, at: deps.wallClock(), by: actor, what: 'HAND_OVER' as const, about: [from.id, to.id] };
    const recorded = await directoryRecord.record({ ...change, changes: { people: [], organisations: [] }, handOver: plan }, head);
    if (recorded !== 'stale') return recorded.handOver ?? plan;
  }
  throw new Problem(429, 'BUSY', 'The directory is being changed: try again in a moment, with the same Idempotency-Key.', {
    retryAfterS: 1,
  });
}

function write(response: Response, dryRun: boolean, { from, to, left }: HandOver, rows: readonly HandOverRow[]): void {
  response.json({ dryRun, from, to, cases: rows, left });
}

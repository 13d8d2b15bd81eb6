import { toIso } from '../../domain';
import { casesOf, connectMongo, tasksOf } from '../../persistence';
import type { MongoConnection } from '../../persistence';
import type { Servers } from '../addresses';

const LATE_MS = 15 * 60_000;
const MOST_CASES = 500;

/** Something that does not go on by itself. */
export interface StuckLine {
  readonly ref: string;
  readonly what: string;
  readonly since: string;
  /** What to look at or to do. */
  readonly next: string;
}

/** Every case that has not acted in time, and every open task of operations. */
export async function listStuck({ mongo }: Servers): Promise<readonly StuckLine[]> {
  const connection = await connectMongo(mongo);
  try {
    return [...(await lateLines(connection)), ...(await taskLines(connection))];
  } finally {
    await connection.close();
  }
}

async function lateLines(connection: MongoConnection): Promise<readonly StuckLine[]> {
  const late = await casesOf(connection).late(Date.now() - LATE_MS, MOST_CASES);
  return late.map(({ ref, wakeAt }) => ({ ref, what: 'has not acted', since: toIso(wakeAt), next: `marm ops why ${ref}` }));
}

async function taskLines(connection: MongoConnection): Promise<readonly StuckLine[]> {
  const tasks = await tasksOf(connection).list();
  return tasks.map(({ ref, kind, detail, raisedAt }) => ({
    ref,
    what: `${kind} (${detail})`,
    since: toIso(raisedAt),
    next: kind === 'ORPHANED_NOTICE' ? 'give the role a holder or the holder an address' : `marm ops why ${ref}`,
  }));
}

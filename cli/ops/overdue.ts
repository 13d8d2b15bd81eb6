import { toIso } from '../../domain';
import { casesOf, connectMongo } from '../../persistence';
import type { Servers } from '../addresses';

const MOST_CASES = 500;

/** A case whose first deadline has passed: nothing of its content. */
export interface OverdueLine {
  readonly ref: string;
  readonly stage: string | null;
  readonly dueBy: string | null;
  readonly flags: readonly string[];
}

/** Every case on the real clock with a deadline that has passed, the longest overdue first. */
export async function listOverdue({ mongo }: Servers): Promise<readonly OverdueLine[]> {
  const connection = await connectMongo(mongo);
  try {
    return (await casesOf(connection).overdue(MOST_CASES)).map(({ ref, state, nextDueAt }) => ({
      ref,
      stage: state.stage,
      dueBy: nextDueAt === null ? null : toIso(nextDueAt),
      flags: [...new Set(state.flags.map(({ flag }) => flag))],
    }));
  } finally {
    await connection.close();
  }
}

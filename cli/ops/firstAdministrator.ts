import { randomUUID } from 'node:crypto';
import { firstAdministrator, londonDateOf, touchedBy } from '../../domain';
import type { FirstAdministrator } from '../../domain';
import { connectMongo, directoryRecordOf } from '../../persistence';
import type { Servers } from '../addresses';
import { CliError } from '../client';

/**
 * Makes the first administrator of a locality's directory, recorded as done by operations; gives the ids of what was written.
 * @throws CliError where somebody keeps the directory already, or a name is missing
 */
export async function makeFirstAdministrator({ mongo }: Servers, first: FirstAdministrator): Promise<readonly string[]> {
  const connection = await connectMongo(mongo);
  try {
    const record = directoryRecordOf(connection);
    const books = await record.books();
    const at = Date.now();
    const decision = firstAdministrator(books, first, londonDateOf(at));
    if ('refusal' in decision) throw new CliError(decision.refusal.message);
    const { changes } = decision;
    const work = { commandId: `operations-${randomUUID()}`, at, by: 'operations', what: 'SET_OFFICES' as const };
    const done = await record.record({ ...work, about: touchedBy(changes), changes }, books.head);
    if (done === 'stale') throw new CliError('Somebody else has changed the directory at the same time: try again.');
    return done.about;
  } finally {
    await connection.close();
  }
}

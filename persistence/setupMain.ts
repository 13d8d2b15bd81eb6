import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../config';
import { connectMongo, createRepositories, ensureApplicationUser, eraserOf, openVaultKeys, setUpDatabase, userIn } from './index';
import type { Organisation, Person, StoredClient } from './index';

/**
 * `npm run db:setup`: collections and indexes; with an address of its own also the application's user, who cannot change the record; and in
 * embedded mode a synthetic directory to try things with.
 */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const connection = await connectMongo(settings.mongoSetupUri ?? settings.mongoUri);
  await setUpDatabase(connection);
  const user = settings.mongoSetupUri === null ? null : userIn(settings.mongoUri);
  if (user) await ensureApplicationUser(connection, user);
  const embedded = settings.mode === 'embedded';
  const { directory, clients } = createRepositories(connection, openVaultKeys(settings));
  if (embedded && (await directory.isEmpty())) await directory.save(readExample('directory.json'));
  if (embedded && (await clients.list()).length === 0) await clients.save(readExample<StoredClient>('client.json'));
  // Whoever has restored a backup sets up before anything starts: what was erased must not come back with it.
  const restored = await eraserOf(connection).reapply({ now: true, known: [] });
  if (restored.length > 0) console.log(`Erased again what a backup had brought back: ${restored.map(({ ref }) => ref).join(', ')}.`);
  await connection.close();
  console.log('Database ready.');
}

function readExample<T = { people: readonly Person[]; organisations: readonly Organisation[] }>(name: string): T {
  // The examples stand beside the compiled folder.
  return JSON.parse(readFileSync(join(__dirname, '..', '..', 'examples', name), 'utf8')) as T;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

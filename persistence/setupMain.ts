import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../config';
import { connectMongo, createRepositories, eraserOf, openVaultKeys, setUpDatabase } from './index';
import type { Organisation, Person } from './index';

/** `npm run db:setup`: collections and indexes, and in embedded mode a synthetic directory to try things with. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const connection = await connectMongo(settings.mongoUri);
  await setUpDatabase(connection);
  const embedded = settings.mode === 'embedded';
  const { directory } = createRepositories(connection, openVaultKeys(settings));
  if (embedded && (await directory.isEmpty())) await directory.save(readExample());
  // Whoever has restored a backup sets up before anything starts: what was erased must not come back with it.
  const restored = await eraserOf(connection).reapply({ now: true, known: [] });
  if (restored.length > 0) console.log(`Erased again what a backup had brought back: ${restored.map(({ ref }) => ref).join(', ')}.`);
  await connection.close();
  console.log('Database ready.');
}

function readExample(): { people: readonly Person[]; organisations: readonly Organisation[] } {
  // The examples stand beside the compiled folder.
  return JSON.parse(readFileSync(join(__dirname, '..', '..', 'examples', 'directory.json'), 'utf8')) as ReturnType<typeof readExample>;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

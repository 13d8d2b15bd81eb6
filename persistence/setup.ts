import type { Connection } from 'mongoose';
import { collectionRows, KEY_COLLECTIONS } from './collections';
import type { MongoConnection } from './connection';

/** Makes every collection and index that is missing, one after another: some servers deadlock when they are made at once. Runs again at will. */
export async function setUpDatabase({ main, keys }: MongoConnection): Promise<void> {
  for (const name of KEY_COLLECTIONS) await ensureCollection(keys, name);
  for (const [name, indexes] of collectionRows()) {
    await ensureCollection(main, name);
    for (const index of indexes)
      await database(main)
        .collection(name)
        .createIndex(index.key, { ...index.options, name: index.name }, {});
  }
}

/** The collections and indexes that are missing, as `collection.index`; empty when all is well. */
export async function verifyDatabase({ main, keys }: MongoConnection): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const name of KEY_COLLECTIONS) if (!(await exists(keys, name))) missing.push(name);
  for (const [name, indexes] of collectionRows()) {
    if (!(await exists(main, name))) missing.push(name);
    else {
      const present = (await database(main).collection(name).indexes()).map((index) => index.name);
      missing.push(...indexes.filter((index) => !present.includes(index.name)).map((index) => `${name}.${index.name}`));
    }
  }
  return missing;
}

const database = (connection: Connection) => {
  if (!connection.db) throw new Error('not connected to the database');
  return connection.db;
};
const exists = async (connection: Connection, name: string): Promise<boolean> =>
  (await database(connection).listCollections({ name }).toArray()).length > 0;

async function ensureCollection(connection: Connection, name: string): Promise<void> {
  if (!(await exists(connection, name))) await database(connection).createCollection(name);
}

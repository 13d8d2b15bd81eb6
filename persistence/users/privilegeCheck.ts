import { INSERT_ONLY } from '../collections';
import type { MongoConnection } from '../connection';
import type { Privilege } from './role';

/** What nobody may be able to do to an insert-only collection through the application. */
const FORBIDDEN = ['update', 'remove', 'dropCollection', 'dropDatabase', 'renameCollectionSameDB', 'collMod', 'convertToCapped'] as const;
/** What makes any other limit void. */
const FORBIDDEN_ANYWHERE = ['createUser', 'updateUser', 'changeCustomData', 'grantRole', 'createRole', 'updateRole', 'changePassword'];

/** What a database user can do to the record that it should not be able to do, as `collection: action`; empty when all is well. */
export function excessOf(privileges: readonly Privilege[], db: string): readonly string[] {
  const onRecord = INSERT_ONLY.flatMap((collection) =>
    privileges
      .filter(({ resource }) => reaches(resource, db, collection))
      .flatMap(({ actions }) => actions.filter((action) => action === 'anyAction' || FORBIDDEN.some((one) => one === action)))
      .map((action) => `${collection}: ${action}`),
  );
  const onUsers = privileges
    .flatMap(({ actions }) => actions.filter((one) => FORBIDDEN_ANYWHERE.includes(one)))
    .map((one) => `users: ${one}`);
  return [...new Set([...onRecord, ...onUsers])];
}

// An empty name stands for every database, or every collection.
const reaches = ({ db, collection, anyResource }: Privilege['resource'], database: string, name: string): boolean =>
  anyResource === true || ((db === '' || db === database) && (collection === '' || collection === name));

/**
 * Makes sure that the record cannot be changed with the rights that the application has: asks the server what its own user may do.
 * @throws Error with one line where there is no user, where it may do too much, or where the server does not tell
 */
export async function checkOwnPrivileges({ main }: MongoConnection): Promise<void> {
  const status = await main.db?.command({ connectionStatus: 1, showPrivileges: true });
  const { authenticatedUsers = [], authenticatedUserPrivileges = [] } = (status?.['authInfo'] ?? {}) as {
    authenticatedUsers?: readonly unknown[];
    authenticatedUserPrivileges?: readonly Privilege[];
  };
  const stop = (why: string): never => {
    throw new Error(`Setting MONGODB_URI: ${why} Give MONGODB_SETUP_URI to npm run db:setup: it makes the user that MONGODB_URI names.`);
  };
  if (authenticatedUsers.length === 0) stop('the engine is connected without a user.');
  if (authenticatedUserPrivileges.length === 0) stop('the server does not tell what this user may do.');
  const excess = excessOf(authenticatedUserPrivileges, main.name);
  if (excess.length > 0) stop(`this user may change the record (${excess.slice(0, 5).join(', ')}).`);
}

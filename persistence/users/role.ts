import { collectionRows, isInsertOnly, KEY_COLLECTIONS } from '../collections';

/** The role of the application's database user. It stands in `admin`: only there may a role reach two databases. */
export const APPLICATION_ROLE = 'marmApplication';

/** A privilege as MongoDB writes it down. */
export interface Privilege {
  readonly resource: { readonly db?: string; readonly collection?: string; readonly cluster?: boolean; readonly anyResource?: boolean };
  readonly actions: readonly string[];
}

const ADD_AND_READ = ['find', 'insert', 'listIndexes'] as const;
const READ_AND_WRITE = [...ADD_AND_READ, 'update', 'remove'] as const;

/**
 * What the application may do, collection by collection: on those that are insert-only it adds and reads, on the others it also changes and
 * removes. It makes and drops nothing, and knows nothing of users. Follows from the table of collections.
 */
export function applicationPrivileges(db: string, keyDb: string): readonly Privilege[] {
  const on = (database: string, collection: string, actions: readonly string[]): Privilege => ({
    resource: { db: database, collection },
    actions,
  });
  return [
    on(db, '', ['listCollections']),
    on(keyDb, '', ['listCollections']),
    ...collectionRows().map(([name]) => on(db, name, isInsertOnly(name) ? ADD_AND_READ : READ_AND_WRITE)),
    ...KEY_COLLECTIONS.map((name) => on(keyDb, name, READ_AND_WRITE)),
  ];
}

import { MongoClient } from 'mongodb';
import type { Db } from 'mongodb';
import type { MongoConnection } from '../connection';
import { applicationPrivileges, APPLICATION_ROLE } from './role';

/** Who the application is to the database. */
export interface ApplicationUser {
  readonly name: string;
  readonly password: string;
  /** The database that knows the user: `authSource`, `admin` by default. */
  readonly source: string;
}

/** The user that an address names; null where it names none. Nothing is connected. */
export function userIn(uri: string): ApplicationUser | null {
  const { credentials } = new MongoClient(uri).options;
  if (!credentials?.username) return null;
  return { name: credentials.username, password: credentials.password, source: credentials.source };
}

/** Makes the application's role and user, or brings them up to date; the role is exactly what the table of collections gives. Runs again at will. */
export async function ensureApplicationUser({ main, keys }: MongoConnection, user: ApplicationUser): Promise<void> {
  const admin = main.getClient().db('admin');
  const privileges = applicationPrivileges(main.name, keys.name);
  await makeOrUpdate(admin, 'Role', APPLICATION_ROLE, { privileges, roles: [] });
  const source = main.getClient().db(user.source);
  await makeOrUpdate(source, 'User', user.name, { pwd: user.password, roles: [{ role: APPLICATION_ROLE, db: 'admin' }] });
}

async function makeOrUpdate(database: Db, what: 'Role' | 'User', name: string, document: object): Promise<void> {
  const found = await database.command(what === 'Role' ? { rolesInfo: name } : { usersInfo: name });
  const known = found[what === 'Role' ? 'roles' : 'users'] as readonly unknown[];
  await database.command({ [`${known.length > 0 ? 'update' : 'create'}${what}`]: name, ...document });
}

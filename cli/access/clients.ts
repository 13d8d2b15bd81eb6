import { z } from 'zod';
import { SCOPES } from '../../domain';
import { clientsOf, connectMongo, directoryOf } from '../../persistence';
import type { Directory, MongoConnection, StoredClient } from '../../persistence';
import { CliError } from '../client';

const registration = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/),
  subject: z.string().min(1).nullable().default(null),
  active: z.boolean().default(true),
  organisation: z.string(),
  service: z.string(),
  scopes: z.array(z.enum(SCOPES)).min(1),
  actsFor: z.string(),
});

/** The partner systems that are registered. */
export const listClients = (mongo: string): Promise<readonly StoredClient[]> =>
  withServer(mongo, (connection) => clientsOf(connection).list());

/** Registers a partner system, or replaces its registration. @throws CliError for one that does not fit the directory */
export async function saveClient(mongo: string, row: unknown): Promise<StoredClient> {
  const parsed = registration.safeParse(row);
  if (!parsed.success) throw new CliError(`The registration is not right: ${z.prettifyError(parsed.error)}`);
  return withServer(mongo, async (connection) => {
    await checkDirectory(directoryOf(connection), parsed.data);
    await clientsOf(connection).save(parsed.data);
    return parsed.data;
  });
}

async function checkDirectory(directory: Directory, { id, subject, organisation, service, actsFor }: StoredClient): Promise<void> {
  const [found, person, taken] = await Promise.all([
    directory.service(service),
    directory.person(actsFor),
    directory.person(subject ?? id),
  ]);
  if (found?.organisation !== organisation) throw new CliError(`service: ${organisation} has no service ${service} in the directory.`);
  if (person?.active !== true || person.service !== service)
    throw new CliError(`actsFor: name an active person of ${service}, who answers for what the system sends.`);
  if (taken) throw new CliError(`id: ${subject ?? id} is a person of the directory; a system needs a subject of its own.`);
}

async function withServer<T>(mongo: string, work: (connection: MongoConnection) => Promise<T>): Promise<T> {
  const connection = await connectMongo(mongo);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

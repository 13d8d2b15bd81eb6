import { connectMongo, keyRotationOf, KeysUnavailableError } from '../../../persistence';
import type { KeyRotation } from '../../../persistence';
import type { Servers } from '../../addresses';
import { CliError } from '../../client';

/** Works on the keys of a record with its key file. @throws CliError where the file is not there or holds no key */
export async function withKeyRotation({ mongo }: Servers, keyFile: string, work: (rotation: KeyRotation) => Promise<void>): Promise<void> {
  const connection = await connectMongo(mongo);
  try {
    await work(keyRotationOf(connection, keyFile));
  } catch (error) {
    throw error instanceof KeysUnavailableError ? new CliError(error.message) : error;
  } finally {
    await connection.close();
  }
}

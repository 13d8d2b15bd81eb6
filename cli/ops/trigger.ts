import { ScheduleNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { connectTemporal } from '../../temporal';
import type { Servers } from '../addresses';
import { CliError } from '../client';

/** Has scheduled work run now. @throws CliError where no worker has made its schedule yet */
export async function trigger({ temporal, namespace }: Servers, start: (client: Client) => Promise<void>): Promise<void> {
  const connection = await connectTemporal({ address: temporal, namespace });
  try {
    await start(connection.client);
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) throw new CliError('This work has no schedule yet: a worker makes it when it starts.');
    throw error;
  } finally {
    await connection.close();
  }
}

import { WorkflowNotFoundError } from '@temporalio/client';
import { erasureBarrier, londonDateOf } from '../../../domain';
import type { CaseState, ErasureReason } from '../../../domain';
import { casesOf, connectMongo, directoryOf, eraserOf } from '../../../persistence';
import type { Directory, ErasedPart, ErasureCertificate, MongoConnection, Person, Traces } from '../../../persistence';
import { connectTemporal, workflowIdOf } from '../../../temporal';
import type { Servers } from '../../addresses';
import { CliError } from '../../client';

/** What is asked for on the command line. */
export interface Asked {
  readonly ref: string;
  readonly part: ErasedPart;
  readonly reason: ErasureReason;
  /** Who does it, and who authorises it: two people of the directory. */
  readonly by: string;
  readonly authorisedBy: string;
}

/** What would be destroyed. @throws CliError where it may not be */
export const previewErasure = (servers: Servers, asked: Asked): Promise<Traces> =>
  checked(servers, asked, (connection) => eraserOf(connection).preview(asked.ref, asked.part));

/** Erases; gives the certificate. @throws CliError where it may not be done */
export const eraseCase = (servers: Servers, asked: Asked, at: number): Promise<ErasureCertificate> =>
  checked(servers, asked, (connection) => eraserOf(connection).erase({ ...asked, at }));

/** What a restored backup has brought back; destroys it again where asked. */
export async function reapplyErasures(
  { mongo }: Servers,
  options: { readonly now: boolean; readonly known: readonly ErasureCertificate[] },
): Promise<readonly (Traces & { readonly ref: string; readonly part: ErasedPart })[]> {
  const connection = await connectMongo(mongo);
  try {
    return await eraserOf(connection).reapply(options);
  } finally {
    await connection.close();
  }
}

async function checked<T>(servers: Servers, asked: Asked, work: (connection: MongoConnection) => Promise<T>): Promise<T> {
  const connection = await connectMongo(servers.mongo);
  try {
    const view = await casesOf(connection).find(asked.ref);
    if (!view) throw new CliError(`There is no case ${asked.ref}. Check the reference.`);
    const barrier = erasureBarrier(view.state, asked.reason, londonDateOf(Date.now()));
    if (barrier !== null) throw new CliError(barrier);
    await checkPeople(directoryOf(connection), asked, view.state);
    if (await isRunning(servers, asked.ref))
      throw new CliError(
        'The workflow of the case still runs: it ends by itself once everything is recorded and sent. Look at it in the Temporal UI.',
      );
    return await work(connection);
  } finally {
    await connection.close();
  }
}

// Two people, one of them with the office that answers for records (local default).
async function checkPeople(directory: Directory, { by, authorisedBy }: Asked, { locality }: CaseState): Promise<void> {
  const [doer, authoriser] = await Promise.all([directory.person(by), directory.person(authorisedBy)]);
  if (doer?.active !== true) throw new CliError(`--by: ${by} is not somebody who works here now.`);
  if (by === authorisedBy) throw new CliError('--authorised-by: somebody else must authorise it.');
  if (authoriser?.active !== true || !answersForRecords(authoriser, locality))
    throw new CliError(`--authorised-by: name the records manager or the information-governance lead of ${locality}.`);
}

const answersForRecords = ({ offices }: Person, locality: string): boolean =>
  offices.some((office) => office.locality === locality && ['RECORDS_MANAGER', 'INFORMATION_GOVERNANCE_LEAD'].includes(office.role));

async function isRunning({ temporal, namespace }: Servers, ref: string): Promise<boolean> {
  const connection = await connectTemporal({ address: temporal, namespace });
  try {
    return (await connection.client.workflow.getHandle(workflowIdOf(ref)).describe()).status.name === 'RUNNING';
  } catch (error) {
    // Temporal keeps an ended run for its retention period only.
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  } finally {
    await connection.close();
  }
}

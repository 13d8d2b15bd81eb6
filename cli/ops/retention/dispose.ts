import { mayGive } from '../../../domain';
import type { CommandData, Draft } from '../../../domain';
import { casesOf, commitsOf, connectMongo, sha256 } from '../../../persistence';
import { connectTemporal, createCaseGateway } from '../../../temporal';
import type { Outcome } from '../../../temporal';
import type { Servers } from '../../addresses';
import { CliError } from '../../client';

const DEADLINE_MS = 10_000;

/** A decision on a record, and who has reviewed it. */
export interface Decided {
  readonly ref: string;
  readonly reviewedBy: string;
  readonly data: CommandData<'decideRetention'>;
}

/** Gives the decision to the case, as the person who made it; gives the entry in which it stands. @throws CliError where it is refused, or not that person's to make */
export async function decideOnRecord({ mongo, temporal, namespace }: Servers, { ref, reviewedBy, data }: Decided): Promise<number> {
  const connection = await connectMongo(mongo);
  const way = await connectTemporal({ address: temporal, namespace });
  try {
    const cases = casesOf(connection);
    const view = await cases.find(ref);
    if (!view) throw new CliError(`There is no case ${ref}. Check the reference.`);
    if (!mayGive(view.state, reviewedBy, 'decideRetention'))
      throw new CliError(`--reviewed-by: ${reviewedBy} is neither the records manager nor the information-governance lead of this case.`);
    // The same decision on the same state of the record is the same command, however often it is sent.
    const id = `ops-${sha256(JSON.stringify([ref, reviewedBy, data, view.seq])).slice(0, 32)}`;
    const draft = { type: 'decideRetention', id, actor: reviewedBy, data } as Draft;
    const gateway = createCaseGateway({ client: way.client, commits: commitsOf(connection), cases, deadlineMs: DEADLINE_MS });
    return seqOf(await gateway.command(ref, draft));
  } finally {
    await way.close();
    await connection.close();
  }
}

function seqOf(outcome: Outcome): number {
  if (outcome.kind === 'accepted') return outcome.seq;
  if (outcome.kind === 'refused') throw new CliError(`${outcome.refusal.code}: ${outcome.refusal.message}`);
  throw new CliError(`The case did not take the decision (${outcome.kind}). Look whether a worker runs, and try again.`);
}

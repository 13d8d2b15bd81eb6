import { toIso } from '../../domain';
import { casesOf, connectMongo } from '../../persistence';
import { connectTemporal, runOf } from '../../temporal';
import type { CaseRun } from '../../temporal';
import type { Servers } from '../addresses';
import { CliError } from '../client';

/** What a case waits for, as database and Temporal each have it. */
export interface WhyAnswer {
  readonly ref: string;
  readonly stage: string | null;
  /** Last recorded step. */
  readonly seq: number;
  readonly wakesAt: string | null;
  readonly late: boolean;
  readonly run: CaseRun;
  readonly verdict: string;
}

/** Says what a case waits for, since when, and what to do if that is not well. @throws CliError where there is no such case */
export async function explainCase({ mongo, temporal, namespace }: Servers, ref: string): Promise<WhyAnswer> {
  const [connection, server] = [await connectMongo(mongo), await connectTemporal({ address: temporal, namespace })];
  try {
    const view = await casesOf(connection).find(ref);
    if (!view) throw new CliError(`There is no case ${ref}. Check the reference.`);
    const run = await runOf(server.client, ref);
    const late = !view.training && view.wakeAt !== null && view.wakeAt < Date.now();
    const known = { ref, stage: view.state.stage, seq: view.seq, wakesAt: view.wakeAt === null ? null : toIso(view.wakeAt), late, run };
    return { ...known, verdict: verdictOf(known, view.seq) };
  } finally {
    await server.close();
    await connection.close();
  }
}

type Known = Omit<WhyAnswer, 'verdict'>;

// The first of these that holds is what stands in the way.
function verdictOf({ run, late, wakesAt }: Known, recorded: number): string {
  if (run.status === 'NONE') return 'There is no run of this case: wake it with any command, or restore it from its record.';
  if (run.hold !== null) return `It is held: ${run.hold}. Compare its record with the database before it goes on.`;
  if (run.failing !== null) return `An activity fails and is tried again: ${run.failing}.`;
  if (run.status === 'RUNNING' && run.seq === null) return 'No worker answers: start one, or look why its tasks fail in the Temporal UI.';
  if (run.seq !== null && run.seq > recorded) return 'Its last steps wait to be recorded: look whether the database can be written.';
  if (late) return 'It should have acted: look at the pending workflow task in the Temporal UI.';
  if (run.status !== 'RUNNING') return 'It has ended; a command wakes it.';
  return wakesAt === null ? 'It waits for a person.' : `It waits for ${wakesAt}, or for a person.`;
}

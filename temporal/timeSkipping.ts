import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { QUERIES } from '../workflows/messages';
import type { StateView } from '../workflows/messages';
import { workflowIdOf } from './names';

const FORWARD_FOR_MS = 60_000;

/** The case is on its way, but has not come to the instant asked for. */
export class NotReachedError extends Error {}

/**
 * Lives a training case through to an instant of its own clock, on a server with time skipping; every deadline on the way fires.
 * @throws NotReachedError when the instant is not reached within a minute of real time
 */
export async function fastForward(client: Client, ref: string, to: number): Promise<number> {
  const until = Date.now() + FORWARD_FOR_MS;
  const handle = client.workflow.getHandle(workflowIdOf(ref));
  for (let jump = 0; Date.now() < until; jump += 1) {
    const view = await handle.query<StateView>(QUERIES.state);
    const at = Math.max(view.asOf, await virtualNow(client, ref, view));
    if (at >= to && view.queued === 0 && view.unsent.length === 0) return at;
    if (at < to) await skip(client, ref, to - at, jump);
    else await pause(100);
  }
  throw new NotReachedError('the case did not reach that instant within a minute');
}

// Time inside a query is that of the last workflow task; the server knows how far the case's clock has come since.
async function virtualNow(client: Client, ref: string, view: StateView): Promise<number> {
  const { raw } = await client.workflow.getHandle(workflowIdOf(ref)).describe();
  const current = raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  const ms = current ? Number(current.seconds ?? 0) * 1000 + Math.floor((current.nanos ?? 0) / 1e6) : Date.now();
  return ms + view.offsetMs;
}

async function skip(client: Client, ref: string, ms: number, jump: number): Promise<void> {
  const { workflowService } = client.connection;
  const { namespace } = client.options;
  const fastForwardId = await requestSkip(client, ref, ms, jump);
  for (;;) {
    const answer = await workflowService.pollWorkflowExecutionTimeSkipping({
      namespace,
      workflowExecution: { workflowId: workflowIdOf(ref) },
      fastForwardId,
    });
    const result: number = answer.fastForwardPollingResult;
    if (result === 2) return;
    if (result === 3) throw new Error('the server could not skip time for this case');
    await pause(50);
  }
}

/** Asks the server to skip time for a case and does not wait: with no worker, time stands still at the first instant that needs one. */
export async function requestSkip(client: Client, ref: string, ms: number, jump = 0): Promise<string> {
  const id = `forward-${Date.now()}-${jump}`;
  const duration = { seconds: Math.floor(ms / 1000) as never, nanos: (ms % 1000) * 1e6 };
  await client.connection.workflowService.updateWorkflowExecutionOptions({
    namespace: client.options.namespace,
    workflowExecution: { workflowId: workflowIdOf(ref) },
    workflowExecutionOptions: { timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration } } },
    updateMask: { paths: ['time_skipping_config'] },
  });
  return id;
}

import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../activities';
import type { ActivityDeps } from '../activities';
import { ensureSearchAttributes, TASK_QUEUE } from '../temporal';

export interface WorkerOptions {
  readonly address: string;
  readonly namespace: string;
  /** The prebuilt bundle of the workflows. */
  readonly bundlePath: string;
  readonly registerSearchAttributes: boolean;
  readonly deps: ActivityDeps;
  readonly taskQueue?: string;
  readonly maxCachedWorkflows?: number;
}

/** A worker that is ready to run, with the connection to close after it. Refuses to poll where the search attributes are missing. */
export async function createWorker(options: WorkerOptions): Promise<{ worker: Worker; connection: NativeConnection }> {
  const connection = await NativeConnection.connect({ address: options.address });
  await ensureSearchAttributes(connection, options.namespace, options.registerSearchAttributes);
  const worker = await Worker.create({
    connection,
    namespace: options.namespace,
    taskQueue: options.taskQueue ?? TASK_QUEUE,
    workflowBundle: { codePath: options.bundlePath },
    activities: createActivities(options.deps),
    maxCachedWorkflows: options.maxCachedWorkflows ?? 2_000,
    shutdownGraceTime: '10s',
    shutdownForceTime: '20s',
  });
  return { worker, connection };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import type { Client } from '@temporalio/client';
import type { ActivityDeps } from '../../activities';
import { createSmtpChannel } from '../../notifications';
import { connectMongo, createRepositories, passingKeys, setUpDatabase } from '../../persistence';
import type { Organisation, Person, Repositories } from '../../persistence';
import { connectTemporal, createCaseGateway, reportDelivery, roundTime, startMorningRound, upsertMorningRound } from '../../temporal';
import type { CaseGateway } from '../../temporal';
import { createWorker } from '../../worker/createWorker';
import { workflowBundle } from './bundle';
import { startRelay } from './relay';
import type { Relay } from './relay';
import { testServers } from './servers';

const NAMESPACE = 'marm';
export const OPERATIONS = 'operations@marm.example';

/** Everything that a case lives on, on real servers: record, relay, worker, and the way in. */
export interface Workbench {
  readonly client: Client;
  readonly gateway: CaseGateway;
  readonly repositories: Repositories;
  readonly relay: Relay;
  startWorker(): Promise<void>;
  stopWorker(): Promise<void>;
  /** Ends the case with the rest of the bench, so that nothing of it reaches the next test. */
  keep(workflowId: string): void;
  close(): Promise<void>;
}

export interface WorkbenchOptions {
  /** 0: the worker replays the whole history at every task. */
  readonly maxCachedWorkflows?: number;
  /** Puts a fake in the place of what activities work with. */
  readonly adapt?: (deps: ActivityDeps) => ActivityDeps;
}

/** Sets up a bench with a running worker and the synthetic directory. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  quieten();
  const { temporalAddress, mongoUri } = testServers();
  const mongo = await connectMongo(mongoUri, 'marm_workflow');
  await setUpDatabase(mongo);
  const repositories = createRepositories(mongo, passingKeys());
  if (await repositories.directory.isEmpty()) await repositories.directory.save(syntheticDirectory());
  const temporal = await connectTemporal({ address: temporalAddress, namespace: NAMESPACE });
  const relay = await startRelay();
  const { client } = temporal;
  const gateway = createCaseGateway({ client, commits: repositories.commits, cases: repositories.cases, deadlineMs: 10_000 });
  await upsertMorningRound(client, { spreadMs: 0, settleMs: 0, retryMs: 200 });
  const deps = depsOf(repositories, relay, {
    startRound: () => startMorningRound(client),
    report: (ref, report) => reportDelivery(client, gateway, ref, report),
  });
  const worker = workerOf(temporalAddress, options.adapt?.(deps) ?? deps, options.maxCachedWorkflows);
  const kept = new Set<string>();
  await worker.start();
  return {
    client,
    gateway,
    repositories,
    relay,
    startWorker: () => worker.start(),
    stopWorker: () => worker.stop(),
    keep: (workflowId) => void kept.add(workflowId),
    async close() {
      for (const id of kept)
        await temporal.client.workflow
          .getHandle(id)
          .terminate('the test is over')
          .catch(() => undefined);
      await worker.stop();
      deps.channel.close();
      await relay.close();
      await temporal.close();
      await mongo.close();
    },
  };
}

function quieten(): void {
  try {
    Runtime.install({
      logger: new DefaultLogger('ERROR'),
      telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } },
      shutdownSignals: [],
    });
  } catch {
    // A bench of this file has done so already.
  }
}

const syntheticDirectory = (): { people: readonly Person[]; organisations: readonly Organisation[] } =>
  JSON.parse(readFileSync(join(__dirname, '..', '..', 'examples', 'directory.json'), 'utf8')) as ReturnType<typeof syntheticDirectory>;

const depsOf = (repositories: Repositories, relay: Relay, temporal: ActivityDeps['temporal']): ActivityDeps => {
  const mailFrom = 'MARM <no-reply@marm.example>';
  return {
    repositories,
    channel: createSmtpChannel(relay.smtpUrl, mailFrom),
    publicUrl: 'http://127.0.0.1:3000',
    mailFrom,
    opsAddress: OPERATIONS,
    log: { warn: () => undefined, error: () => undefined },
    morningRound: { windowMs: roundTime(0).windowMs },
    checkpoints: { moved: () => undefined },
    temporal,
    wallClock: () => Date.now(),
  };
};

function workerOf(address: string, deps: ActivityDeps, maxCachedWorkflows: number | undefined) {
  let running: { stop(): Promise<void> } | undefined;
  return {
    async start() {
      const { worker, connection } = await createWorker({
        address,
        namespace: NAMESPACE,
        bundlePath: await workflowBundle(),
        registerSearchAttributes: true,
        deps,
        ...(maxCachedWorkflows === undefined ? {} : { maxCachedWorkflows }),
      });
      const ended = worker.run();
      running = {
        async stop() {
          if (worker.getState() === 'RUNNING') worker.shutdown();
          await ended;
          await connection.close();
        },
      };
    },
    async stop() {
      const stopping = running;
      running = undefined;
      await stopping?.stop();
    },
  };
}

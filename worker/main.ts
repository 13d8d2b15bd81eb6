import { join } from 'node:path';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import closeWithGrace from 'close-with-grace';
import { pino } from 'pino';
import type { ActivityDeps } from '../activities';
import { readSettings } from '../config';
import { createSmtpChannel } from '../notifications';
import { connectMongo, createRepositories, readKeyFile, readOrMakeKeyFile, verifyDatabase } from '../persistence';
import {
  connectTemporal,
  createCaseGateway,
  reportDelivery,
  roundTime,
  startMorningRound,
  upsertDraftSweep,
  upsertMorningRound,
} from '../temporal';
import { createWorker } from './createWorker';

const DEADLINE_MS = 10_000;

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const log = pino({ level: settings.logLevel });
  Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] });
  const mongo = await connectMongo(settings.mongoUri);
  const missing = await verifyDatabase(mongo);
  if (missing.length > 0) throw new Error(`The database is not set up (missing: ${missing.join(', ')}). Run: npm run db:setup`);
  const embedded = settings.mode === 'embedded';
  const repositories = createRepositories(mongo, embedded ? readOrMakeKeyFile(settings.vaultKeyFile) : readKeyFile(settings.vaultKeyFile));
  const channel = createSmtpChannel(settings.smtpUrl, settings.mailFrom);
  const temporal = await connectTemporal(settings.temporal);
  const { client } = temporal;
  const gateway = createCaseGateway({ client, commits: repositories.commits, cases: repositories.cases, deadlineMs: DEADLINE_MS });
  const deps: ActivityDeps = {
    repositories,
    channel,
    publicUrl: settings.publicUrl,
    mailFrom: settings.mailFrom,
    opsAddress: settings.opsAddress,
    log,
    morningRound: settings.morningRound ? { windowMs: roundTime(settings.spreadMs).windowMs } : null,
    temporal: { startRound: () => startMorningRound(client), report: (ref, report) => reportDelivery(client, gateway, ref, report) },
    wallClock: () => Date.now(),
  };
  const { worker, connection } = await createWorker({
    ...settings.temporal,
    bundlePath: join(__dirname, '..', 'workflow-bundle.js'),
    registerSearchAttributes: embedded,
    deps,
  });
  closeWithGrace({ delay: 25_000 }, async () => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await running.catch(() => undefined);
    channel.close();
    await connection.close();
    await temporal.close();
    await mongo.close();
  });
  const running = worker.run();
  await upsertMorningRound(client, { spreadMs: settings.spreadMs });
  await upsertDraftSweep(client);
  // What was held when the engine stopped, or when the round was switched off, does not wait for the next morning.
  await startMorningRound(client);
  log.info({ taskQueue: worker.options.taskQueue }, 'worker polls');
  await running;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

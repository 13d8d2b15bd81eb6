import { join } from 'node:path';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import closeWithGrace from 'close-with-grace';
import { pino } from 'pino';
import { readSettings } from '../config';
import { createSmtpChannel } from '../notifications';
import { connectMongo, createRepositories, readKeyFile, readOrMakeKeyFile, verifyDatabase } from '../persistence';
import { createWorker } from './createWorker';

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
  const deps = {
    repositories,
    channel,
    publicUrl: settings.publicUrl,
    mailFrom: settings.mailFrom,
    opsAddress: settings.opsAddress,
    log,
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
    await mongo.close();
  });
  const running = worker.run();
  log.info({ taskQueue: worker.options.taskQueue }, 'worker polls');
  await running;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

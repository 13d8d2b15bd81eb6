import closeWithGrace from 'close-with-grace';
import { createLocalJWKSet, createRemoteJWKSet } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import { pino } from 'pino';
import { loadOrMakeIssuerKey, LOCAL_ISSUER, publicHalf, readSettings } from '../config';
import type { Settings } from '../config';
import { createSmtpChannel } from '../notifications';
import { connectMongo, createRepositories, readKeyFile, readOrMakeKeyFile, verifyDatabase } from '../persistence';
import { connectTemporal, createCaseGateway, fastForward } from '../temporal';
import { createApp } from './createApp';
import { createReadiness } from './readiness';
import { signOfLife } from './watchdog/alive';
import { createWatchdog } from './watchdog/watchdog';

const DEADLINE_MS = 10_000;
const LOOK_EVERY_MS = 60_000;

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const log = pino({ level: settings.logLevel, redact: ['req.headers.authorization'] });
  const mongo = await connectMongo(settings.mongoUri);
  const missing = await verifyDatabase(mongo);
  if (missing.length > 0) throw new Error(`The database is not set up (missing: ${missing.join(', ')}). Run: npm run db:setup`);
  const temporal = await connectTemporal(settings.temporal);
  const repositories = createRepositories(
    mongo,
    settings.mode === 'embedded' ? readOrMakeKeyFile(settings.vaultKeyFile) : readKeyFile(settings.vaultKeyFile),
  );
  const channel = createSmtpChannel(settings.smtpUrl, settings.mailFrom);
  const gateway = createCaseGateway({
    client: temporal.client,
    commits: repositories.commits,
    cases: repositories.cases,
    deadlineMs: DEADLINE_MS,
  });
  const watchdog = createWatchdog({
    cases: repositories.cases,
    channel,
    opsAddress: settings.opsAddress,
    spreadMs: settings.spreadMs,
    alive: signOfLife(settings.deadmanUrl),
    log,
    wallClock: () => Date.now(),
  });
  const app = createApp({
    repositories,
    gateway,
    forward: (ref, to) => fastForward(temporal.client, ref, to),
    ...(await identity(settings)),
    settings,
    readiness: createReadiness({ mongo, temporal, namespace: settings.temporal.namespace, channel, watchdog }),
    log,
    wallClock: () => Date.now(),
  });
  const server = app.listen(settings.apiPort, settings.apiHost, () => {
    log.info({ host: settings.apiHost, port: settings.apiPort }, 'API listens');
  });
  await watchdog.check();
  const looking = setInterval(() => void watchdog.check(), LOOK_EVERY_MS);
  server.requestTimeout = 30_000;
  closeWithGrace({ delay: 10_000 }, async () => {
    clearInterval(looking);
    server.closeIdleConnections();
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
    channel.close();
    await temporal.close();
    await mongo.close();
  });
}

async function identity(settings: Settings): Promise<{ keys: JWTVerifyGetKey; issuer: string }> {
  if (settings.oidcIssuer !== null) {
    const address = new URL(`${settings.oidcIssuer.replace(/\/$/, '')}/.well-known/jwks.json`);
    return { keys: createRemoteJWKSet(address), issuer: settings.oidcIssuer };
  }
  const key = await loadOrMakeIssuerKey(settings.issuerKeyFile);
  return { keys: createLocalJWKSet({ keys: [publicHalf(key)] }), issuer: LOCAL_ISSUER };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

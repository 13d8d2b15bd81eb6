import type { Server } from 'node:http';
import type { Express } from 'express';
import { createLocalJWKSet } from 'jose';
import { pino } from 'pino';
import { createApp } from '../../api/createApp';
import type { ApiDeps } from '../../api/deps';
import { loadOrMakeIssuerKey, LOCAL_ISSUER, publicHalf, readSettings } from '../../config';
import { createSmtpChannel } from '../../notifications';
import { connectMongo, createRepositories, openVaultKeys } from '../../persistence';
import { connectTemporal, createCaseGateway, fastForward } from '../../temporal';
import type { CaseGateway } from '../../temporal';
import type { StackAddresses } from './stack';

/** A second API on the servers of a stack, in the process of the test. */
export interface OwnApi extends Pick<StackAddresses, 'api' | 'stateDir'> {
  /** What is mounted in it. */
  readonly app: Express;
  close(): Promise<void>;
}

/** Starts one; `adapt` may spoil its way to the cases, `adaptDeps` anything else. */
export async function startOwnApi(
  stack: StackAddresses,
  adapt: (gateway: CaseGateway) => CaseGateway,
  adaptDeps: (deps: ApiDeps) => ApiDeps = (deps) => deps,
): Promise<OwnApi> {
  const settings = readSettings({
    MARM_MODE: 'embedded',
    MARM_STATE_DIR: stack.stateDir,
    MONGODB_URI: stack.mongo,
    SMTP_URL: 'smtp://127.0.0.1:1',
  });
  const [mongo, temporal] = [await connectMongo(stack.mongo), await connectTemporal({ address: stack.temporal, namespace: 'marm' })];
  const repositories = createRepositories(mongo, openVaultKeys(settings));
  const { client } = temporal;
  const channel = createSmtpChannel(settings.smtpUrl, settings.mailFrom);
  const deps: ApiDeps = {
    repositories,
    gateway: adapt(createCaseGateway({ client, commits: repositories.commits, cases: repositories.cases, deadlineMs: 10_000 })),
    forward: (ref, to) => fastForward(client, ref, to),
    channel,
    keys: createLocalJWKSet({ keys: [publicHalf(await loadOrMakeIssuerKey(settings.issuerKeyFile))] }),
    issuer: LOCAL_ISSUER,
    settings,
    readiness: () => Promise.resolve({}),
    log: pino({ level: 'silent' }),
    wallClock: () => Date.now(),
  };
  const app = createApp(adaptDeps(deps));
  const server = await new Promise<Server>((done) => {
    const listening: Server = app.listen(0, '127.0.0.1', () => {
      done(listening);
    });
  });
  const address = server.address();
  return {
    api: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    stateDir: stack.stateDir,
    app,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      channel.close();
      await temporal.close();
      await mongo.close();
    },
  };
}

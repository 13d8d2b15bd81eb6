import { mkdtempSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, obtainMongo, obtainTemporal, startCapture, startMongo, startTemporal } from '../../scripts/servers';
import type { Capture, Running } from '../../scripts/servers';

export interface TestStack {
  readonly servers: readonly Running[];
  readonly capture: Capture;
}
declare global {
  var marmTestStack: TestStack | undefined;
}

/** Starts the real servers for a test layer on free ports in a folder of their own; a server that cannot be had fails the run. */
export default async function setUp(): Promise<void> {
  if (globalThis.marmTestStack) return;
  const cacheDir = process.env['MARM_CACHE_DIR'] ?? join(homedir(), '.cache', 'marm-engine');
  const stateDir = mkdtempSync(join(tmpdir(), 'marm-test-'));
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const [binary, program] = await Promise.all([obtainTemporal(cacheDir, say), obtainMongo(cacheDir, say)]);
  const [temporal, mongo, capture] = await Promise.all([
    startTemporal({ binary, stateDir, port: await freePort(), uiPort: await freePort(), namespace: 'marm' }),
    startMongo({ program, stateDir, port: await freePort() }),
    startCapture({ smtpPort: await freePort(), inboxPort: await freePort(), file: join(stateDir, 'inbox.jsonl') }),
  ]);
  globalThis.marmTestStack = { servers: [temporal, mongo], capture };
  say(`Servers of the tests: Temporal at ${temporal.address}, ${mongo.kind}, mail capture.`);
  Object.assign(process.env, {
    MARM_TEST_TEMPORAL: temporal.address,
    MARM_TEST_TEMPORAL_UI: temporal.uiUrl,
    MARM_TEST_MONGODB_URI: mongo.uri,
    MARM_TEST_SMTP_URL: capture.smtpUrl,
    MARM_TEST_INBOX_URL: capture.inboxUrl,
  });
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWatchdog } from '../../api/watchdog/watchdog';
import { createSmtpChannel } from '../../notifications';
import type { MailChannel } from '../../notifications';
import { openReal } from '../support/round';
import { openWorkbench, OPERATIONS } from '../support/workbench';
import type { Workbench } from '../support/workbench';

let bench: Workbench;
let channel: MailChannel;
beforeAll(async () => {
  bench = await openWorkbench();
  channel = createSmtpChannel(bench.relay.smtpUrl, 'MARM <no-reply@marm.example>');
});
afterAll(async () => {
  channel.close();
  await bench.close();
});

describe('given a case whose worker stops before it is to act', () => {
  it('when 15 minutes have passed, then readiness and a mail to operations say so, from the database alone', async () => {
    const one = await openReal(bench, {});
    await bench.stopWorker();
    const view = await bench.repositories.cases.find(one.ref);
    expect(view?.wakeAt).toBeGreaterThan(0);
    let now = (view?.wakeAt ?? 0) - 1;
    const log = { error: () => undefined };
    const dog = createWatchdog({
      cases: { late: async (before, limit) => (await bench.repositories.cases.late(before, limit)).filter(({ ref }) => ref === one.ref) },
      channel,
      opsAddress: OPERATIONS,
      spreadMs: 0,
      alive: () => Promise.resolve(),
      log,
      wallClock: () => now,
    });
    await dog.check();
    expect(dog.isWell()).toBe(true);
    now += 16 * 60_000;
    await dog.check();
    expect(dog.isWell()).toBe(false);
    const [mail] = bench.relay.mailsTo(OPERATIONS).filter(({ headers }) => headers['x-marm-notice'] === 'WATCHDOG');
    expect(mail?.text).toContain(one.ref);
  });
});

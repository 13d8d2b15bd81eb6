import { beforeAll, describe, expect, it } from '@jest/globals';
import { callerOf, forwardTo, open, PEOPLE, referral } from '../support/api';
import type { Caller, ClockBody, ProblemBody } from '../support/api';
import { eventually } from '../support/eventually';
import { mailsAbout, sentTwice } from '../support/mailbox';
import { isAlive, lockOf, sharedStack } from '../support/stack';

let coordinator: Caller;
let ref: string;

/** Received on Thursday 26 March, so that a meeting is aimed for by Thursday 9 April; it stands on 31 March at noon, nudged once. */
beforeAll(async () => {
  coordinator = await callerOf(sharedStack(), PEOPLE.coordinator);
  ref = await open(await callerOf(sharedStack(), PEOPLE.referrer), referral('2026-03-26T15:20'));
  await coordinator.give(ref, 'decide-triage', { outcome: 'MARM', rationale: 'synthetic' });
  await forwardTo(coordinator, ref, '2026-03-31T12:00');
});

const nudges = async (): Promise<readonly string[]> => [
  ...new Set(
    (await mailsAbout(sharedStack(), ref))
      .filter((mail) => mail.headers['x-marm-notice'] === 'N05')
      .map((mail) => `${mail.headers['x-marm-threshold']} ${new Date(mail.date ?? '').toISOString().slice(0, 16)}`),
  ),
];
const nextOf = async (clock: string) => {
  const { clocks } = (await coordinator.get<{ clocks: readonly ClockBody[] }>(`/v1/cases/${ref}/clocks`)).body;
  return clocks.find((one) => one.clock === clock)?.next;
};
async function killWorker(): Promise<void> {
  const { pidOf } = lockOf(sharedStack().stateDir);
  const pid = pidOf('worker');
  process.kill(pid, 'SIGKILL');
  await eventually(() => pidOf('worker') !== pid && isAlive(pidOf('worker')), 30_000);
}

describe('given a case that waits for its next nudge on Thursday 2 April', () => {
  it('when Wednesday 8 April becomes a bank holiday, then the nudge comes a day earlier, and what went stays sent', async () => {
    expect(await nextOf('T-MEET')).toEqual({ threshold: '-3WD', at: '2026-04-02T08:00:00Z' });
    expect((await coordinator.give(ref, 'pin-calendar', { version: 'ew-test.2', added: [{ on: '2026-04-08' }] })).status).toBe(200);
    expect(await nextOf('T-MEET')).toEqual({ threshold: '-3WD', at: '2026-04-01T08:00:00Z' });
    expect(await nudges()).toEqual(['-5WD 2026-03-31T08:00']);
  });
  it('when the worker then dies and comes back, then the moved dates are kept', async () => {
    await killWorker();
    await forwardTo(coordinator, ref, '2026-04-10T12:00');
    expect(await nudges()).toEqual(['-5WD 2026-03-31T08:00', '-3WD 2026-04-01T08:00', '-1WD 2026-04-07T08:00', '+1WD 2026-04-10T08:00']);
    expect(sentTwice(await mailsAbout(sharedStack(), ref))).toEqual([]);
  });
});

describe('given what no case can live by', () => {
  it.each([
    [
      'other days under the name that it has',
      'pin-calendar',
      { version: 'ew-test.2', added: [{ on: '2026-07-20' }] },
      'CALENDAR_UNCHANGED',
    ],
    ['a holiday that is over', 'pin-calendar', { version: 'ew-test.3', added: [{ on: '2026-04-09' }] }, 'CALENDAR_DAY_NOT_AHEAD'],
    ['rules that this build does not have', 'migrate-profile', { toVersion: 'no-such+1', reason: 'synthetic' }, 'UNKNOWN_PROFILE_VERSION'],
  ])('%s: refused, and it goes on as it was', async (_what, command, data, code) => {
    const before = (await coordinator.get<{ seq: number }>(`/v1/cases/${ref}`)).body;
    const { body } = await coordinator.give<ProblemBody>(ref, command, data);
    expect(body.code).toBe(code);
    expect((await coordinator.get(`/v1/cases/${ref}`)).body).toEqual(before);
  });
});

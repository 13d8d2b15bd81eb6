import { beforeAll, describe, expect, it } from '@jest/globals';
import { callerOf, forwardTo, open, PEOPLE, referral, timelineOf } from '../support/api';
import type { Caller, ClockBody, ProblemBody } from '../support/api';
import { mailsAbout } from '../support/mailbox';
import { sharedStack } from '../support/stack';

let coordinator: Caller;
let ref: string;

/** A meeting is aimed for by Thursday 9 April. It stands on Tuesday 31 March at 10:00, an hour after the first nudge. */
beforeAll(async () => {
  coordinator = await callerOf(sharedStack(), PEOPLE.coordinator);
  ref = await open(await callerOf(sharedStack(), PEOPLE.referrer), referral('2026-03-26T15:20'));
  await coordinator.give(ref, 'decide-triage', { outcome: 'MARM', rationale: 'synthetic' });
  await forwardTo(coordinator, ref, '2026-03-31T10:00');
});

const aim = async (): Promise<ClockBody | undefined> =>
  (await coordinator.get<{ clocks: readonly ClockBody[] }>(`/v1/cases/${ref}/clocks`)).body.clocks.find(({ clock }) => clock === 'T-MEET');
const told = async (notice: string): Promise<readonly string[]> => [
  ...new Set(
    (await mailsAbout(sharedStack(), ref))
      .filter((mail) => mail.headers['x-marm-notice'] === notice)
      .map((mail) => `${mail.headers['x-marm-threshold'] ?? '-'} ${new Date(mail.date ?? '').toISOString().slice(0, 16)}`),
  ),
];
const pause = { reason: 'HOSPITAL', until: '2026-04-08', owner: PEOPLE.referrer };

describe('given a pause over four working days, until Wednesday 8 April', () => {
  beforeAll(async () => {
    expect((await coordinator.give(ref, 'pause-clocks', pause)).status).toBe(200);
  });

  it('then the date moves by them at once and says why', async () => {
    const moved = await aim();
    expect([moved?.dueOn, moved?.overdue]).toEqual(['2026-04-15', false]);
    expect(moved?.explanation.text).toContain('4 working days are not counted');
  });
  it('then a second one on top is refused', async () => {
    const { status, body } = await coordinator.give<ProblemBody>(ref, 'pause-clocks', pause);
    expect([status, body.code]).toEqual([409, 'ALREADY_PAUSED']);
  });
  it('when nobody acts, then it says its end two working days before, and nothing asks for the meeting', async () => {
    await forwardTo(coordinator, ref, '2026-04-07T23:00');
    expect(await told('N16')).toEqual(['-2WD 2026-04-02T08:00']);
    expect(await told('N05')).toEqual(['-5WD 2026-03-31T08:00']);
  });
  it('then it ends by itself at midnight, in the record as the engine’s own doing', async () => {
    await forwardTo(coordinator, ref, '2026-04-08T00:01');
    const entry = (await timelineOf(coordinator, ref)).find((one) => one.events.some(({ type }) => type === 'ClocksResumed'));
    expect([entry?.command, entry?.events.find(({ type }) => type === 'ClocksResumed')]).toMatchObject([
      null,
      { on: '2026-04-08', because: 'UNTIL' },
    ]);
  });
  it('then the nudges go on towards the moved date', async () => {
    await forwardTo(coordinator, ref, '2026-04-16T12:00');
    expect(await told('N05')).toEqual(['-5WD 2026-03-31T08:00', '-3WD 2026-04-10T08:00', '-1WD 2026-04-14T08:00', '+1WD 2026-04-16T08:00']);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromIso } from '../../domain';
import { callerOf, forwardTo, newKey, noticesOf, open, PEOPLE, referral, timelineOf } from '../support/api';
import type { Answer, Caller, ProblemBody, Receipt } from '../support/api';
import { eventually } from '../support/eventually';
import { mailsAbout, sentTwice } from '../support/mailbox';
import { startParts } from '../support/parts';
import type { Parts } from '../support/parts';
import { openRecord } from '../support/record';
import { exampleBody, openS1 } from '../support/s1';

let parts: Parts;
let referrer: Caller;
let coordinator: Caller;

beforeAll(async () => {
  parts = await startParts();
  referrer = await callerOf(parts, PEOPLE.referrer);
  coordinator = await callerOf(parts, PEOPLE.coordinator);
});
afterAll(() => parts.stop());

interface Readiness {
  readonly ready: boolean;
  readonly parts: Readonly<Record<string, boolean>>;
}
const readiness = async (): Promise<{ status: number; body: Readiness }> => {
  const response = await fetch(`${parts.api}/health/ready`);
  return { status: response.status, body: (await response.json()) as Readiness };
};
const ready = () => eventually(async () => (await readiness()).status === 200, 30_000);
const untilStatus = (wanted: number, call: () => Promise<Answer<Receipt>>) =>
  eventually(async () => {
    const answer = await call();
    return answer.status === wanted && answer;
  }, 45_000);
const nudgesOf = async (ref: string) => (await mailsAbout(parts, ref)).filter((mail) => mail.headers['x-marm-notice'] === 'N05');

/** A case of S1 that waits for 09:00 on Tuesday 31 March, a few seconds before it. */
async function shortlyBeforeTheNudge(): Promise<{ ref: string; nudgeAt: () => Promise<boolean> }> {
  const ref = await openS1(referrer);
  await forwardTo(coordinator, ref, '2026-03-30T11:00');
  await coordinator.post(`/v1/cases/${ref}/commands/decide-triage`, exampleBody('decide-triage'));
  const almost = '2026-03-31T07:59:57Z';
  await forwardTo(coordinator, ref, almost);
  const reached = Date.now();
  const left = (fromIso('2026-03-31T08:00:00Z') ?? 0) - (fromIso(almost) ?? 0);
  return { ref, nudgeAt: () => Promise.resolve(Date.now() > reached + left + 500) };
}

describe('given a deadline that passes while no worker runs', () => {
  it('when a command comes next, then it is taken as under way, the deadline is settled first, and each has its effect once', async () => {
    const { ref, nudgeAt } = await shortlyBeforeTheNudge();
    await parts.kill('worker');
    await eventually(nudgeAt);
    expect(await nudgesOf(ref)).toEqual([]);

    const booking = await coordinator.post(`/v1/cases/${ref}/commands/schedule-meeting`, exampleBody('schedule-meeting'));
    expect([booking.status, booking.headers.get('location')]).toEqual([202, booking.body.links.outcome]);
    expect((await coordinator.get(booking.body.links.outcome)).status).toBe(404);

    await parts.start('worker');
    const outcome = await eventually(async () => {
      const found = await coordinator.get<{ seq: number }>(booking.body.links.outcome);
      return found.status === 200 && found;
    }, 45_000);
    const entry = (await timelineOf(coordinator, ref)).find((one) => one.seq === outcome.body.seq);
    const order = (entry?.events ?? []).map((one) => one.type);
    expect(entry?.events.find((one) => one.type === 'ThresholdPassed')).toMatchObject({
      clock: 'T-MEET',
      threshold: '-5WD',
      caughtUp: false,
    });
    expect(order.indexOf('ThresholdPassed')).toBeLessThan(order.indexOf('MeetingScheduled'));
    await eventually(async () => (await nudgesOf(ref)).length > 0);
    expect((await nudgesOf(ref)).map((mail) => mail.headers['x-marm-threshold'])).toEqual(['-5WD']);
    expect(sentTwice(await mailsAbout(parts, ref))).toEqual([]);
  });
});

describe('given answers of Temporal that are lost', () => {
  it('when opening and command are sent again, then the same case and the same entry answer', async () => {
    const ref = await open(referrer, referral('2026-03-26T15:20'));
    const keys = { opening: newKey(), command: newKey() };
    const opening = () => referrer.post('/v1/cases', referral('2026-03-26T15:20'), { 'idempotency-key': keys.opening });
    const command = () =>
      coordinator.give(ref, 'decide-triage', { outcome: 'MARM', rationale: 'synthetic' }, { 'idempotency-key': keys.command });
    const record = await openRecord(parts);
    const { workflows } = await record.counts();
    parts.wire.loseAnswers();
    const lost = await Promise.all([opening(), command()]);
    expect(lost.map((one) => one.status)).toEqual([202, 202]);
    parts.wire.heal();

    const [opened, given] = [await untilStatus(201, opening), await untilStatus(200, command)];
    expect([opened.body.ref, opened.body.seq]).toEqual([lost[0].body.ref, 1]);
    expect(given.body.commandId).toBe(lost[1].body.commandId);
    const triaged = (await timelineOf(coordinator, ref)).filter((one) => one.command === 'decideTriage');
    expect(triaged.map((one) => one.seq)).toEqual([given.body.seq]);
    expect((await record.counts()).workflows).toBe(workflows + 1);
    await record.close();
  });
});

describe('given that Temporal is down', () => {
  it('then commands get 503 with when to try again, the worklist is served, and afterwards the same key is done once', async () => {
    const ref = await open(referrer, referral('2026-03-26T15:20'));
    const keys = { opening: newKey(), command: newKey() };
    const opening = () =>
      referrer.post<Receipt & Partial<ProblemBody>>('/v1/cases', referral('2026-03-26T15:20'), { 'idempotency-key': keys.opening });
    const command = () =>
      coordinator.give<Receipt & Partial<ProblemBody>>(
        ref,
        'decide-triage',
        { outcome: 'MARM', rationale: 'synthetic' },
        { 'idempotency-key': keys.command },
      );
    await parts.kill('temporal');
    const refused = await Promise.all([opening(), command()]);
    for (const one of refused) {
      expect([one.status, one.body.code]).toEqual([503, 'UNAVAILABLE']);
      expect(Number(one.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await coordinator.get('/v1/cases')).status).toBe(200);
    expect((await coordinator.get(`/v1/cases/${ref}`)).status).toBe(200);
    expect(await readiness()).toMatchObject({ status: 503, body: { ready: false, parts: { temporal: false, database: true } } });

    await parts.start('temporal');
    expect((await untilStatus(201, opening)).body.seq).toBe(1);
    expect((await untilStatus(200, command)).body.seq).toBe(2);
    await ready();
  });
});

describe('given that the database is down', () => {
  it('then reading and writing get 503 with when to try again, a deadline waits for it, and nothing is lost or sent twice', async () => {
    const { ref, nudgeAt } = await shortlyBeforeTheNudge();
    const key = newKey();
    const booking = () =>
      coordinator.post<Receipt & Partial<ProblemBody>>(`/v1/cases/${ref}/commands/schedule-meeting`, exampleBody('schedule-meeting'), {
        'idempotency-key': key,
      });
    await parts.kill('mongo');
    const [written, listed, health] = await Promise.all([booking(), coordinator.get<ProblemBody>('/v1/cases'), readiness()]);
    for (const one of [written, listed]) {
      expect([one.status, one.body.code]).toEqual([503, 'UNAVAILABLE']);
      expect(Number(one.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(health).toMatchObject({ status: 503, body: { ready: false, parts: { database: false, temporal: true } } });
    expect((await fetch(`${parts.api}/health/live`)).status).toBe(200);
    await eventually(nudgeAt);

    await parts.start('mongo');
    await eventually(async () => (await nudgesOf(ref)).length > 0, 45_000);
    expect((await untilStatus(200, booking)).body.ref).toBe(ref);
    expect((await timelineOf(coordinator, ref)).filter((one) => one.command === 'scheduleMeeting')).toHaveLength(1);
    expect((await nudgesOf(ref)).map((mail) => mail.headers['x-marm-threshold'])).toEqual(['-5WD']);
    expect(sentTwice(await mailsAbout(parts, ref))).toEqual([]);
    await ready();
  });
});

describe('given a mail relay that says no', () => {
  afterAll(() => {
    parts.capture.answer(() => 250);
  });

  it('when it asks to come back later, then each mail is delivered once, and the case goes on meanwhile', async () => {
    parts.capture.answer(() => 451);
    const ref = await open(referrer, referral('2026-03-26T15:20'));
    expect((await coordinator.give(ref, 'decide-triage', { outcome: 'MARM', rationale: 'synthetic' })).status).toBe(200);
    expect(await mailsAbout(parts, ref)).toEqual([]);
    parts.capture.answer(() => 250);
    await eventually(async () => (await noticesOf(coordinator, ref)).every((one) => one.outcome === 'sent'), 45_000);
    expect(sentTwice(await mailsAbout(parts, ref))).toEqual([]);
  });

  it('when it refuses one address for good, then the others get theirs once and the coordinator hears of it', async () => {
    parts.capture.answer((to) => (to.startsWith('triage-ox@') ? 550 : 250));
    const ref = await open(referrer, referral('2026-03-26T15:20'));
    await eventually(async () => (await mailsAbout(parts, ref)).some((mail) => mail.headers['x-marm-notice'] === 'N20'), 45_000);
    const { body } = await coordinator.get<{ flags: readonly string[] }>(`/v1/cases/${ref}`);
    expect(body.flags).toContain('DELIVERY_FAILED');
    const failed = (await noticesOf(coordinator, ref)).filter((one) => one.outcome === 'failed');
    expect(failed.map((one) => [one.notice, one.recipient])).toEqual([['N01', 'p-triage-ox']]);
    expect(sentTwice(await mailsAbout(parts, ref))).toEqual([]);
  });
});

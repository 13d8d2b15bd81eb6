import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callerOf, newKey, noticesOf, open, PEOPLE, referral } from '../support/api';
import type { Answer, Caller } from '../support/api';
import { eventually } from '../support/eventually';
import { mailsAbout } from '../support/mailbox';
import { startOwnApi } from '../support/ownApi';
import { openRecord } from '../support/record';
import type { Look } from '../support/record';
import { sharedStack } from '../support/stack';

interface LogRow {
  readonly kind: string;
  readonly route: string;
  readonly person: string | null;
  readonly client: string | null;
  readonly sight: string | null;
  readonly through: string | null;
  readonly status: number | null;
}
interface Log {
  readonly rows: readonly LogRow[];
  readonly breakGlass: readonly { readonly person: string; readonly reason: string; readonly until: string }[];
  readonly next: string | null;
}

const EXCLUDED = 'p-mental-health-lead';
const REASON = 'CanaryOfTheReason';
const stack = sharedStack();

let record: Look;
let coordinator: Caller;
let stranger: Caller;
let lead: Caller;
let ref: string;

beforeAll(async () => {
  record = await openRecord(stack);
  coordinator = await callerOf(stack, PEOPLE.coordinator);
  stranger = await callerOf(stack, PEOPLE.stranger);
  lead = await callerOf(stack, EXCLUDED);
  ref = await open(await callerOf(stack, PEOPLE.referrer), referral('2026-03-26T15:20'));
  await coordinator.give(ref, 'decide-triage', { outcome: 'MARM', rationale: 'Synthetic.' });
  const attendance = [
    { service: 'svc-fire-safety', status: 'ATTENDED' },
    { service: 'svc-mental-health', status: 'ATTENDED' },
  ];
  await coordinator.give(ref, 'complete-meeting', { heldOn: '2026-03-26', attendance, outcomes: ['PLAN_AGREED'], rationale: 'Synthetic.' });
});
afterAll(() => record.close());

const rowsIn = async (of = ref): Promise<readonly LogRow[]> =>
  (await record.mongo.main.collection('access_log').find({ ref: of }).sort({ at: 1 }).toArray()) as unknown as readonly LogRow[];
const logOf = async (): Promise<Log> => (await coordinator.get<Log>(`/v1/cases/${ref}/access-log?limit=100`)).body;

describe('given somebody who reads a case', () => {
  it.each(['', '/timeline', '/clocks', '/forecast', '/notices', '/commands', '/access-log', '/exclusions'])(
    'when the coordinator reads %s, then one row says who, what and by what right, and nothing of the content',
    async (path) => {
      const before = await rowsIn();
      await coordinator.get(`/v1/cases/${ref}${path}`);
      const added = (await rowsIn()).slice(before.length);
      expect(added).toEqual([
        expect.objectContaining({
          kind: 'READ',
          route: `GET /v1/cases/:ref${path}`,
          person: PEOPLE.coordinator,
          service: 'svc-marm-office',
          sight: 'CASE',
          through: 'ROLE',
          correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        }),
      ]);
      expect(JSON.stringify(added)).not.toContain('Synthetic');
    },
  );
  it('when somebody is refused, then one row says so, also for a case that is not there', async () => {
    for (const [asked, path] of [
      [ref, `/v1/cases/${ref}/timeline`],
      ['ZZZZ-ZZ', '/v1/cases/ZZZZ-ZZ'],
    ] as const) {
      const before = await rowsIn(asked);
      expect((await stranger.get(path)).status).toBe(404);
      const refused = { kind: 'REFUSED', person: PEOPLE.stranger, status: 404, sight: null };
      expect((await rowsIn(asked)).slice(before.length)).toEqual([expect.objectContaining(refused)]);
    }
  });
  it('when somebody may not give a command, then that is a row, and a command that is recorded is none', async () => {
    const before = await rowsIn();
    expect((await lead.give(ref, 'schedule-meeting', { on: '2026-04-08', mode: 'ONLINE' })).status).toBe(403);
    expect((await coordinator.give(ref, 'set-risk-tier', { tier: 'MODERATE', reason: 'Synthetic.' })).status).toBe(200);
    expect((await rowsIn()).slice(before.length)).toEqual([expect.objectContaining({ kind: 'REFUSED', person: EXCLUDED, status: 403 })]);
  });
  it('when the log cannot be written, then nothing is shown and nothing is refused either', async () => {
    const own = await startOwnApi(
      stack,
      (gateway) => gateway,
      (deps) => ({
        ...deps,
        repositories: {
          ...deps.repositories,
          accessLog: { ...deps.repositories.accessLog, add: () => Promise.reject(new Error('full')) },
        },
      }),
    );
    const path = `/v1/cases/${ref}`;
    const answers = [
      await (await callerOf(own, PEOPLE.coordinator)).get(path),
      await (await callerOf(own, PEOPLE.stranger)).get(path),
      await (await callerOf(own, PEOPLE.stranger)).post<object>(`${path}/break-glass`, { reason: REASON, hours: 1 }),
    ];
    await own.close();
    expect(answers.map(({ status, body }) => [status, (body as { code?: string }).code])).toEqual(Array(3).fill([503, 'UNAVAILABLE']));
    expect((await stranger.get(path)).status).toBe(404);
  });
});

describe('given an exclusion', () => {
  let id: string;
  const exclude = (who: Caller, body: object): Promise<Answer<{ id: string; code: string }>> =>
    who.post(`/v1/cases/${ref}/exclusions`, body);

  it('then before it the lead worker sees the case', async () => {
    expect((await lead.get(`/v1/cases/${ref}`)).status).toBe(200);
  });
  it('when the coordinator makes it, then the case is gone for that person: to read, in the worklist and for commands', async () => {
    const made = await exclude(coordinator, { person: EXCLUDED, reason: REASON });
    expect([made.status, made.body]).toEqual([201, expect.objectContaining({ person: EXCLUDED, reason: REASON, ended: null })]);
    id = made.body.id;
    const unknown = await lead.get('/v1/cases/ZZZZ-ZZ');
    const answer = await lead.get(`/v1/cases/${ref}`);
    expect([answer.status, answer.body]).toEqual([404, unknown.body]);
    expect((await lead.give(ref, 'raise-risk-concern', { id: 'c1', text: 'Synthetic.' })).status).toBe(404);
    const worklist = await lead.get<{ cases: readonly { ref: string }[] }>('/v1/cases?limit=100');
    expect(worklist.body.cases.map((one) => one.ref)).not.toContain(ref);
  });
  it('then a look without a role is not given to them, in the same words as for a case that is not there', async () => {
    const ask = { reason: REASON, hours: 1 };
    const [excluded, unknown] = [
      await lead.post(`/v1/cases/${ref}/break-glass`, ask),
      await lead.post('/v1/cases/ZZZZ-ZZ/break-glass', ask),
    ];
    expect([excluded.status, excluded.body]).toEqual([404, unknown.body]);
    expect((await lead.post(`/v1/cases/${ref}/break-glass`, {})).body).toEqual((await lead.post('/v1/cases/ZZZZ-ZZ/break-glass', {})).body);
  });
  it('then others do not learn of it: not on the case, not in its timeline, not by asking', async () => {
    const fire = await callerOf(stack, PEOPLE.fireLead);
    const told = [
      await fire.get(`/v1/cases/${ref}`),
      await fire.get(`/v1/cases/${ref}/timeline`),
      await fire.get(`/v1/cases/${ref}/exclusions`),
    ];
    expect(told.map(({ status }) => status)).toEqual([200, 200, 403]);
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`${REASON}|${id}|exclu`, 'i'));
  });
  it('when a message is for them, then it goes to the hosting manager', async () => {
    const [office, manager] = ['mental-health-lead', 'host-ox'].map((name) => new RegExp(name));
    const before = (await mailsAbout(stack, ref)).filter(({ to }) => office!.test(to)).length;
    await coordinator.give(ref, 'set-risk-tier', { tier: 'HIGH', reason: 'Synthetic.' });
    await eventually(async () => (await noticesOf(coordinator, ref)).some((one) => one.notice === 'N12' && one.outcome === 'sent'), 15_000);
    await eventually(async () => (await mailsAbout(stack, ref)).some(({ to }) => manager!.test(to)), 15_000);
    expect((await mailsAbout(stack, ref)).filter(({ to }) => office!.test(to))).toHaveLength(before);
  });
  it('then nobody can exclude the lead for information governance but that lead, and somebody must be left', async () => {
    const governance = await callerOf(stack, 'p-governance-ox');
    expect((await exclude(coordinator, { person: 'p-governance-ox', reason: REASON })).body.code).toBe('WATCHES_OVER_ACCESS');
    expect((await exclude(coordinator, { person: 'p-nobody', reason: REASON })).body.code).toBe('UNKNOWN_PERSON');
    expect((await exclude(stranger, { person: EXCLUDED, reason: REASON })).status).toBe(404);
    expect((await governance.get(`/v1/cases/${ref}/exclusions`)).status).toBe(200);
  });
  it('when it ends, then the case is there again, and the exclusion stays on record', async () => {
    const end = await coordinator.post<{ ended: object }>(`/v1/cases/${ref}/exclusions/${id}/end`, {});
    expect([end.status, end.body.ended]).toEqual([200, expect.objectContaining({ by: PEOPLE.coordinator })]);
    expect((await lead.get(`/v1/cases/${ref}`)).status).toBe(200);
    expect((await rowsIn()).filter(({ kind }) => kind.startsWith('EXCLU')).map(({ kind }) => kind)).toEqual([
      'EXCLUDED',
      'EXCLUSION_ENDED',
    ]);
  });
});

describe('given a look without a role', () => {
  it('when it is asked for, then the case is shown, its coordinator and the governance lead are told at once, and the mail says neither who nor why', async () => {
    const key = { 'idempotency-key': newKey() };
    const ask = () => stranger.post<{ until: string }>(`/v1/cases/${ref}/break-glass`, { reason: REASON, hours: 2 }, key);
    const [given, again] = [await ask(), await ask()];
    expect([given.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true']);
    expect(again.body).toEqual(given.body);
    expect((await stranger.get(`/v1/cases/${ref}`)).body).toMatchObject({ ref, seq: expect.any(Number) });
    const mails = (await mailsAbout(stack, ref)).filter(({ subject }) => subject.includes('needs your attention - ref'));
    const alerts = mails.filter(({ text }) => text.includes('without a role'));
    expect(alerts.map(({ to }) => to).sort()).toEqual(['governance-ox@ox-council.example', 'officer-ox@ox-council.example']);
    expect(JSON.stringify(alerts)).not.toMatch(new RegExp(`${REASON}|police`, 'i'));
  });
  it('then it changes nothing', async () => {
    expect((await stranger.give(ref, 'set-risk-tier', { tier: 'LOW', reason: 'Synthetic.' })).status).toBe(403);
    const can = await stranger.get<{ commands: readonly { allowed: boolean }[] }>(`/v1/cases/${ref}/commands`);
    expect(can.body.commands.filter(({ allowed }) => allowed)).toEqual([]);
  });
  it('then the log tells its keepers all of it: the look with its reason, who was told, and each read by it', async () => {
    const log = await logOf();
    expect(log.breakGlass).toEqual([expect.objectContaining({ person: PEOPLE.stranger, reason: REASON })]);
    const kinds = (kind: string) => log.rows.filter((row) => row.kind === kind);
    expect(kinds('BREAK_GLASS')).toHaveLength(1);
    expect(
      kinds('ALERTED')
        .map(({ person }) => person)
        .sort(),
    ).toEqual(['p-governance-ox', 'p-officer-ox']);
    expect(log.rows.filter(({ through, kind }) => through === 'BREAK_GLASS' && kind === 'READ')).toHaveLength(2);
  });
  it('then its reason stands in no collection in clear', async () => {
    const stored = await record.mongo.main.collection('access_exceptions').find({ ref }).toArray();
    expect(JSON.stringify(stored)).toMatch(/v-[0-9a-f]{32}/);
    expect(JSON.stringify(stored)).not.toContain(REASON);
  });
  it('when no mail leaves, then the look is given, and the operations queue says whom to ring', async () => {
    const own = await startOwnApi(stack, (gateway) => gateway);
    const given = await (await callerOf(own, 'p-gp-lead')).post<object>(`/v1/cases/${ref}/break-glass`, { reason: REASON, hours: 1 });
    await own.close();
    const tasks = await record.mongo.main.collection('tasks').find({ ref, kind: 'ALERT_NOT_SENT' }).toArray();
    expect([given.status, tasks.length]).toEqual([201, 2]);
  });
});

describe('given somebody whose part in the case ends', () => {
  it('when the role goes to another person, then the next request of the old holder is refused', async () => {
    const fire = await callerOf(stack, PEOPLE.fireLead);
    expect((await fire.get(`/v1/cases/${ref}`)).status).toBe(200);
    const left = await coordinator.give(ref, 'end-involvement', { service: 'svc-fire-safety', reason: 'Synthetic.' });
    expect(left.status).toBe(200);
    expect((await fire.get(`/v1/cases/${ref}`)).status).toBe(404);
  });
});

describe('given a partner system', () => {
  it('when it refers, then its service’s person is the referrer, and it reads how the case stands and nothing else of it', async () => {
    const system = await callerOf(stack, 'client-housing-ox');
    const sent = await open(system, referral('2026-03-26T15:20'));
    const read = await system.get(`/v1/cases/${sent}`);
    expect([read.status, Object.keys(read.body).sort()]).toEqual([
      200,
      ['lastEntryAt', 'receivedOn', 'ref', 'seq', 'sight', 'stage', 'stageText', 'training', 'why'],
    ]);
    expect((await rowsIn(sent)).map(({ kind, client, person, through }) => [kind, client, person, through])).toEqual([
      ['SENT', 'client-housing-ox', PEOPLE.referrer, 'CLIENT'],
      ['READ', 'client-housing-ox', PEOPLE.referrer, 'CLIENT'],
    ]);
    expect((await (await callerOf(stack, PEOPLE.referrer)).get(`/v1/cases/${sent}/timeline`)).status).toBe(200);
  });
  it('when its service is excluded, it reads no more, and a case of another service it never reads', async () => {
    const system = await callerOf(stack, 'client-housing-ox');
    const other = await open(await callerOf(stack, PEOPLE.fireLead), referral('2026-03-26T15:20'));
    expect((await system.get(`/v1/cases/${other}`)).status).toBe(404);
    expect((await system.get(`/v1/cases/${ref}`)).status).toBe(200);
    await coordinator.post(`/v1/cases/${ref}/exclusions`, { service: 'svc-housing', reason: REASON });
    expect((await system.get(`/v1/cases/${ref}`)).status).toBe(404);
  });
  it('when its person leaves or it is switched off, then it is nobody from the next request on', async () => {
    const system = await callerOf(stack, 'client-housing-ox');
    const clients = record.mongo.main.collection<{ _id: string }>('clients');
    const people = record.mongo.main.collection<{ _id: string }>('people');
    const status = async () => (await system.get(`/v1/cases/${ref}`)).status;
    await clients.updateOne({ _id: 'client-housing-ox' }, { $set: { active: false } });
    expect(await status()).toBe(401);
    await clients.updateOne({ _id: 'client-housing-ox' }, { $set: { active: true } });
    await people.updateOne({ _id: PEOPLE.referrer }, { $set: { service: 'svc-gp' } });
    expect(await status()).toBe(401);
    await people.updateOne({ _id: PEOPLE.referrer }, { $set: { service: 'svc-housing' } });
    expect(await status()).toBe(404);
  });
});

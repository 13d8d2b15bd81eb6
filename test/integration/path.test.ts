import { beforeAll, describe, expect, it } from '@jest/globals';
import { callerOf, newKey, PEOPLE, referral, timelineOf, noticesOf, open } from '../support/api';
import type { Answer, Caller, ClockBody, ProblemBody, Receipt } from '../support/api';
import { liveS1, s1Referral } from '../support/s1';
import { sharedStack } from '../support/stack';

interface ListItem {
  readonly ref: string;
  readonly nextDueAt: string | null;
}
interface Page {
  readonly cases: readonly ListItem[];
  readonly next: string | null;
}
interface CaseBody {
  readonly ref: string;
  readonly seq: number;
  readonly stage: string;
  readonly trainingClock: string;
  readonly plan: { readonly version: number } | null;
  readonly clocks: readonly ClockBody[];
}

let referrer: Caller;
let coordinator: Caller;
let opened: Answer<Receipt>;
let answers: ReadonlyMap<string, Answer<Receipt>>;
let ref: string;

beforeAll(async () => {
  referrer = await callerOf(sharedStack(), PEOPLE.referrer);
  coordinator = await callerOf(sharedStack(), PEOPLE.coordinator);
  opened = await referrer.post('/v1/cases', s1Referral());
  ref = opened.body.ref;
  answers = await liveS1(coordinator, ref);
});

describe('given the hoarding referral of S1, lived through on its training clock from receipt to plan', () => {
  it('then opening it says 201, where the case is, and its entry number', () => {
    expect(opened.status).toBe(201);
    expect(opened.headers.get('location')).toBe(`/v1/cases/${ref}`);
    expect(opened.headers.get('etag')).toBe('"1"');
    expect(opened.body).toMatchObject({ seq: 1, receipt: [expect.stringContaining('999')] });
  });

  it('then each command says 200 with an entry number that only rises', () => {
    expect([...answers.values()].map((one) => one.status)).toEqual([200, 200, 200, 200, 200]);
    const seqs = [...answers.values()].map((one) => one.body.seq ?? 0);
    expect([...seqs].sort((a, b) => a - b)).toEqual(seqs);
  });

  it('then the case works to its plan and shows its own clock', async () => {
    const { status, headers, body } = await coordinator.get<CaseBody>(`/v1/cases/${ref}`);
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe(`"${body.seq}"`);
    expect(body).toMatchObject({ ref, stage: 'PLAN_ACTIVE', training: true, plan: { version: 1 }, reviewOn: '2026-05-20' });
    expect(body.trainingClock).toMatch(/^2026-04-14T14:10/);
  });

  it('then the timeline tells every command once, in order, with the narrative readable again', async () => {
    const entries = await timelineOf(coordinator, ref);
    expect(entries.map((one) => one.seq)).toEqual(entries.map((_one, n) => n + 1));
    expect(entries.flatMap((one) => one.command ?? [])).toEqual([
      'submitReferral',
      'decideTriage',
      'scheduleMeeting',
      'recordReferrerContact',
      'completeMeeting',
      'publishPlan',
    ]);
    expect(JSON.stringify(entries)).toContain('the flat is hoarded, exits are blocked');
  });

  it('then every running clock explains its date and the source of its rule', async () => {
    const { body } = await coordinator.get<{ clocks: readonly ClockBody[] }>(`/v1/cases/${ref}/clocks`);
    const action = body.clocks.find((one) => one.clock === 'T-ACTION' && one.key === 'action:fire-visit');
    expect(action).toMatchObject({ dueOn: '2026-05-01', overdue: false, next: { threshold: '-2WD', at: '2026-04-29T08:00:00Z' } });
    for (const one of body.clocks)
      expect(one.explanation).toEqual(expect.objectContaining({ text: expect.any(String), source: expect.any(String) }));
    expect(action?.explanation.text).toContain('Friday 1 May 2026');
  });

  it('then the forecast says what happens if nobody acts, and no further than asked', async () => {
    const { body } = await coordinator.get<{
      until: string;
      entries: readonly { at: string; clock: string | null; threshold: string | null }[];
    }>(`/v1/cases/${ref}/forecast?days=30`);
    const action = body.entries.filter((one) => one.clock === 'T-ACTION' && one.threshold !== null);
    expect(action.map((one) => `${one.at} ${one.threshold ?? ''}`)).toEqual(
      expect.arrayContaining(['2026-04-29T08:00:00Z -2WD', '2026-05-01T08:00:00Z due', '2026-05-05T08:00:00Z +1WD']),
    );
    expect(body.entries.every((one) => one.at <= body.until)).toBe(true);
  });

  it('then every message is in the ledger, sent, to a person of the directory', async () => {
    const notices = await noticesOf(coordinator, ref);
    expect(notices.filter((one) => one.notice === 'N01').map((one) => [one.role, one.outcome])).toEqual(
      expect.arrayContaining([
        ['COORDINATOR', 'sent'],
        ['TRIAGE_PARTNER', 'sent'],
      ]),
    );
    const told = notices.filter((one) => ['N01', 'N02', 'N04', 'N05', 'N06'].includes(one.notice));
    expect(told.filter((one) => one.outcome !== 'sent')).toEqual([]);
  });

  it('then each command is listed with yes, or with the reason why not', async () => {
    const { body } = await coordinator.get<{ commands: readonly { command: string; allowed: boolean; reason: string | null }[] }>(
      `/v1/cases/${ref}/commands`,
    );
    const of = (name: string) => body.commands.find((one) => one.command === name);
    expect(of('addAction')).toMatchObject({ allowed: true, reason: null });
    expect(of('decideTriage')).toMatchObject({ allowed: false, reason: expect.stringMatching(/\w+/) });
    expect(body.commands.every((one) => one.allowed === (one.reason === null))).toBe(true);
  });

  it('then the outcome of a command stands at the address that its answer gave', async () => {
    const booked = answers.get('schedule-meeting');
    const { status, body } = await coordinator.get(booked?.body.links.outcome ?? '');
    expect(status).toBe(200);
    expect(body).toMatchObject({ ref, command: 'scheduleMeeting', seq: booked?.body.seq, commandId: booked?.body.commandId });
  });
});

describe('given referrals that come in at the same moment', () => {
  it('when each is read right after its 201, then it is there, in the worklist too, and so is the next command after its 200', async () => {
    await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        const mine = await open(referrer, referral(`2026-03-${10 + n}T10:00`));
        const read = await coordinator.get<CaseBody>(`/v1/cases/${mine}`);
        expect([read.status, read.headers.get('etag')]).toEqual([200, '"1"']);
        const decided = await coordinator.give(mine, 'decide-triage', { outcome: 'MARM', rationale: 'synthetic' });
        expect((await coordinator.get<CaseBody>(`/v1/cases/${mine}`)).body.seq).toBe(decided.body.seq);
        const page = await coordinator.get<Page>('/v1/cases?limit=100&training=true');
        expect(page.body.cases.map((one) => one.ref)).toContain(mine);
      }),
    );
  });
});

describe('given a case that has moved on', () => {
  it('when a command names the entry it was read at, then 412 before it is too late and 200 for the present one', async () => {
    const mine = await open(referrer, referral('2026-03-26T15:20'));
    const stale = await coordinator.give<ProblemBody>(
      mine,
      'decide-triage',
      { outcome: 'MARM', rationale: 'synthetic' },
      { 'if-match': '"9"' },
    );
    expect([stale.status, stale.body.code]).toEqual([412, 'STALE_SEQ']);
    const fresh = await coordinator.give(mine, 'decide-triage', { outcome: 'MARM', rationale: 'synthetic' }, { 'if-match': '"1"' });
    expect([fresh.status, fresh.body.seq]).toEqual([200, 2]);
  });
  it('when If-Match is no entry number, then 400 with what to send', async () => {
    const answer = await coordinator.give<ProblemBody>(
      ref,
      'update-progress',
      { action: 'fire-visit', note: 'x' },
      { 'if-match': 'seven' },
    );
    expect([answer.status, answer.body.code, answer.body.detail]).toEqual([400, 'INVALID_REQUEST', expect.stringContaining('"7"')]);
  });
});

describe('given more cases than a page holds', () => {
  it('when the worklist is read page by page, then every case comes once, soonest due first', async () => {
    for (const clock of ['2026-03-27T10:00', '2026-03-24T10:00', '2026-03-25T10:00']) await open(referrer, referral(clock));
    const seen: ListItem[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Answer<Page> = await coordinator.get(`/v1/cases?limit=2${next === '' ? '' : `&cursor=${encodeURIComponent(next)}`}`);
      expect(page.body.cases.length).toBeLessThanOrEqual(2);
      seen.push(...page.body.cases);
      next = page.body.next;
    }
    expect(new Set(seen.map((one) => one.ref)).size).toBe(seen.length);
    const due = seen.map((one) => Date.parse(one.nextDueAt ?? '9999-01-01'));
    expect([...due].sort((a, b) => a - b)).toEqual(due);
    expect(seen.map((one) => one.ref)).toContain(ref);
  });
});

describe('given somebody without a role on the case', () => {
  it('when they read it or give a command, then the answer is that of a case that does not exist', async () => {
    const stranger = await callerOf(sharedStack(), PEOPLE.stranger);
    const paths = ['', '/timeline', '/clocks', '/forecast', '/notices', '/commands'];
    for (const path of paths) {
      const forbidden = await stranger.get<ProblemBody>(`/v1/cases/${ref}${path}`);
      const unknown = await stranger.get<ProblemBody>(`/v1/cases/ZZZZ-ZZ${path}`);
      expect([forbidden.status, forbidden.body]).toEqual([404, unknown.body]);
    }
    const given = await stranger.give<ProblemBody>(ref, 'publish-plan', {}, { 'idempotency-key': newKey() });
    expect([given.status, given.body.code]).toEqual([404, 'NOT_FOUND']);
  });
});

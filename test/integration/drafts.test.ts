import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callerOf, newKey, PEOPLE, timelineOf } from '../support/api';
import type { Caller, ProblemBody, Receipt } from '../support/api';
import { filesWith } from '../support/canary';
import { draftsOf, NOT_SENT, partDraft, saveDraft, TRAINING, wholeDraft } from '../support/drafts';
import type { DraftBody, DraftItem } from '../support/drafts';
import { eventually } from '../support/eventually';
import { mailsAbout } from '../support/mailbox';
import { openRecord } from '../support/record';
import type { Look } from '../support/record';
import { sharedStack } from '../support/stack';

let author: Caller;
let coordinator: Caller;
let stranger: Caller;
let record: Look;
const byId = (id: string): never => ({ _id: id }) as never;
const draftDoc = (id: string) => record.mongo.main.collection('drafts').findOne(byId(id));
const draftKey = (id: string) => record.mongo.keys.collection('draft_keys').findOne(byId(id));
const send = <T = Receipt>(id: string, headers?: Readonly<Record<string, string>>, body: object = TRAINING) =>
  author.post<T>(`/v1/drafts/${id}/send`, body, headers);

beforeAll(async () => {
  author = await callerOf(sharedStack(), PEOPLE.referrer);
  coordinator = await callerOf(sharedStack(), PEOPLE.coordinator);
  stranger = await callerOf(sharedStack(), PEOPLE.stranger);
  record = await openRecord(sharedStack());
});
afterAll(() => record.close());

describe('given a referral of which only a part is written', () => {
  it('when it is saved, then it is kept, says that it is not sent, and nothing is started', async () => {
    const before = await record.counts();
    const saved = await author.post<DraftItem>('/v1/drafts', partDraft());
    expect(saved.status).toBe(201);
    expect(saved.headers.get('location')).toBe(`/v1/drafts/${saved.body.id}`);
    expect(saved.headers.get('etag')).toBe('"1"');
    expect(saved.body).toMatchObject({ status: NOT_SENT, profile: 'oxfordshire', command: 'submitReferral', version: 1 });
    const { commits, workflows, vault } = await record.counts();
    expect({ commits, workflows, vault }).toEqual({ commits: before.commits, workflows: before.workflows, vault: before.vault });
  });

  it('when it is read again, then it is what was written, with what it still lacks', async () => {
    const id = await saveDraft(author, partDraft({ risks: 'Synthetic: blocked exits.', person: { name: 'Synthetic Name' } }));
    const { status, headers, body } = await author.get<DraftBody>(`/v1/drafts/${id}`);
    expect([status, headers.get('etag'), body.status]).toEqual([200, '"1"', NOT_SENT]);
    expect(body.data).toEqual({ risks: 'Synthetic: blocked exits.', person: { name: 'Synthetic Name' } });
    expect(body.missing.map((one) => one.pointer)).toEqual(['/data/reasons', '/data/consent']);
  });

  it('when it is saved again, then the new content stands under the next version', async () => {
    const id = await saveDraft(author, partDraft());
    const saved = await author.put<DraftItem>(`/v1/drafts/${id}`, partDraft({ reasons: ['SELF_NEGLECT'] }), { 'if-match': '"1"' });
    expect([saved.status, saved.headers.get('etag'), saved.body.version, saved.body.status]).toEqual([200, '"2"', 2, NOT_SENT]);
    expect((await author.get<DraftBody>(`/v1/drafts/${id}`)).body.data).toEqual({ reasons: ['SELF_NEGLECT'] });
  });

  it('when it is saved from an older version, then 412, and without a version 428, and the newer content stands', async () => {
    const id = await saveDraft(author, partDraft());
    await author.put(`/v1/drafts/${id}`, partDraft({ reasons: ['REFUSAL'] }), { 'if-match': '"1"' });
    const stale = await author.put<ProblemBody>(`/v1/drafts/${id}`, partDraft({}), { 'if-match': '"1"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'STALE_VERSION']);
    const blind = await author.put<ProblemBody>(`/v1/drafts/${id}`, partDraft({}));
    expect([blind.status, blind.body.code]).toEqual([428, 'VERSION_MISSING']);
    expect((await author.get<DraftBody>(`/v1/drafts/${id}`)).body.data).toEqual({ reasons: ['REFUSAL'] });
  });

  it('when drafts are listed, then newest first, each marked as not sent, and nothing of their content', async () => {
    const older = await saveDraft(author, partDraft({ risks: 'Synthetic: in no list' }));
    const newer = await saveDraft(author, partDraft());
    const { status, body } = await author.get<{ status: string; drafts: readonly DraftItem[] }>('/v1/drafts');
    expect([status, body.status]).toEqual([200, NOT_SENT]);
    const ids = body.drafts.map((one) => one.id);
    expect(ids.indexOf(newer)).toBeLessThan(ids.indexOf(older));
    expect(new Set(body.drafts.map((one) => one.status))).toEqual(new Set([NOT_SENT]));
    expect(JSON.stringify(body)).not.toContain('in no list');
  });

  it('when it is deleted, then it is gone for good, with the key of its content', async () => {
    const id = await saveDraft(author, partDraft());
    expect(await draftKey(id)).not.toBeNull();
    const key = newKey();
    const gone = await author.remove(`/v1/drafts/${id}`, { 'idempotency-key': key });
    expect([gone.status, gone.body]).toEqual([200, { id, status: NOT_SENT, deleted: true }]);
    const again = await author.remove(`/v1/drafts/${id}`, { 'idempotency-key': key });
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
    expect([await draftDoc(id), await draftKey(id)]).toEqual([null, null]);
    expect((await author.get(`/v1/drafts/${id}`)).status).toBe(404);
    expect((await draftsOf(author)).map((one) => one.id)).not.toContain(id);
  });
});

describe('given requests that are repeated', () => {
  it('when a saving is sent again, then there is one draft, and another body under its key is refused', async () => {
    const headers = { 'idempotency-key': newKey() };
    const first = await author.post<DraftItem>('/v1/drafts', partDraft(), headers);
    const again = await author.post<DraftItem>('/v1/drafts', partDraft(), headers);
    expect([again.status, again.body.id, again.headers.get('idempotency-replayed')]).toEqual([201, first.body.id, 'true']);
    const other = await author.post<ProblemBody>('/v1/drafts', partDraft({}), headers);
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });
  it('when a saving over an older version is sent again, then it counts once', async () => {
    const id = await saveDraft(author, partDraft());
    const headers = { 'idempotency-key': newKey(), 'if-match': '"1"' };
    await author.put(`/v1/drafts/${id}`, partDraft({ reasons: ['REFUSAL'] }), headers);
    const again = await author.put<DraftItem>(`/v1/drafts/${id}`, partDraft({ reasons: ['REFUSAL'] }), headers);
    expect([again.status, again.body.version]).toEqual([200, 2]);
  });
});

describe('given what is not a draft', () => {
  it.each([
    ['an unknown field', { ...partDraft(), status: 'SENT' }, '/status'],
    ['a training clock, which belongs to the sending', { ...partDraft(), ...TRAINING }, '/training'],
    ['an unknown field in the data', partDraft({ stage: 'CLOSED' }), '/data/stage'],
    ['an unknown field in a group', partDraft({ consent: { role: 'x' } }), '/data/consent/role'],
    ['a code that is none', partDraft({ pace: 'FAST' }), '/data/pace'],
    ['an operator for a text', partDraft({ risks: { $gt: '' } }), '/data/risks'],
    ['a text that is too long', partDraft({ risks: 'x'.repeat(20_001) }), '/data/risks'],
    ['a command that opens nothing', { ...partDraft(), command: 'publishPlan' }, '/command'],
    ['an unknown locality', { ...partDraft(), profile: 'nowhere' }, '/profile'],
  ])('%s: 400 with a pointer, and nothing is kept', async (_what, body, pointer) => {
    const before = await draftsOf(author);
    const answer = await author.post<ProblemBody>('/v1/drafts', body);
    expect([answer.status, answer.body.code]).toEqual([400, 'INVALID_REQUEST']);
    expect(answer.body.errors?.map((one) => one.pointer)).toContain(pointer);
    expect(await draftsOf(author)).toEqual(before);
  });
  it('a draft that is too large: 413', async () => {
    const answer = await author.post<ProblemBody>('/v1/drafts', partDraft({ risks: 'x'.repeat(110_000) }));
    expect([answer.status, answer.body.code]).toEqual([413, 'TOO_LARGE']);
  });
  it('no Idempotency-Key: 400, whatever is asked', async () => {
    const id = await saveDraft(author, wholeDraft());
    const none = { 'idempotency-key': '' };
    const answers = [
      await author.post<ProblemBody>('/v1/drafts', partDraft(), none),
      await author.put<ProblemBody>(`/v1/drafts/${id}`, partDraft(), { ...none, 'if-match': '"1"' }),
      await author.remove<ProblemBody>(`/v1/drafts/${id}`, none),
      await send<ProblemBody>(id, none),
    ];
    expect(answers.map((one) => one.body.code)).toEqual(Array(4).fill('IDEMPOTENCY_KEY_MISSING'));
  });
  it('a method that drafts do not take: 405', async () => {
    const id = await saveDraft(author, partDraft());
    expect((await author.post(`/v1/drafts/${id}`, {})).status).toBe(405);
    expect((await author.put('/v1/drafts', partDraft())).status).toBe(405);
    expect((await author.remove('/v1/drafts')).status).toBe(405);
  });
});

describe("given somebody else's draft", () => {
  it('when another person reads, saves, sends or deletes it, then the answer is that of a draft that does not exist', async () => {
    const id = await saveDraft(author, wholeDraft());
    const unknown = `d-${'a'.repeat(26)}`;
    const tries = async (one: string) => [
      await stranger.get(`/v1/drafts/${one}`),
      await stranger.put(`/v1/drafts/${one}`, partDraft(), { 'if-match': '"1"' }),
      await stranger.post<Record<string, unknown>>(`/v1/drafts/${one}/send`, {}),
      await stranger.remove(`/v1/drafts/${one}`),
    ];
    const forbidden = await tries(id);
    expect(forbidden.map((one) => one.status)).toEqual([404, 404, 404, 404]);
    expect(forbidden.map((one) => one.body)).toEqual((await tries(unknown)).map((one) => one.body));
    expect((await draftsOf(stranger)).map((one) => one.id)).not.toContain(id);
    expect((await author.get<DraftBody>(`/v1/drafts/${id}`)).body.version).toBe(1);
  });
});

describe('given a draft whose every text field carries a canary', () => {
  it('then no file of the engine holds it in clear, and what may be listed does stand there', async () => {
    const canary = 'CanaryOfTheDraft';
    const id = await saveDraft(author, partDraft({ risks: `${canary} Ünïcode`, person: { name: `${canary} name` } }));
    await author.put(`/v1/drafts/${id}`, partDraft({ risks: `${canary} again` }), { 'if-match': '"1"' });
    await author.post('/v1/drafts', partDraft({ risks: `${canary} refused`, stage: canary }));
    await author.get(`/v1/drafts/${canary}`);
    expect(JSON.stringify((await author.get(`/v1/drafts/${id}`)).body)).toContain(canary);
    expect(filesWith(sharedStack().stateDir, canary)).toEqual([]);
    expect(filesWith(sharedStack().stateDir, id).some((file) => file.startsWith('mongo/'))).toBe(true);
  });
});

describe('given a draft that is complete', () => {
  it('when it is sent, then it is a case like one opened at once, and the draft and its key are gone', async () => {
    const id = await saveDraft(author, wholeDraft());
    const sent = await send(id);
    expect(sent.status).toBe(201);
    expect(sent.headers.get('location')).toBe(`/v1/cases/${sent.body.ref}`);
    expect(sent.body).toMatchObject({ seq: 1, receipt: [expect.stringContaining('999')] });
    const [first] = await timelineOf(coordinator, sent.body.ref);
    expect(first).toMatchObject({ seq: 1, command: 'submitReferral', commandId: sent.body.commandId });
    expect(JSON.stringify(first)).toContain('Synthetic: blocked exits.');
    expect([await draftDoc(id), await draftKey(id)]).toEqual([null, null]);
    await eventually(async () => (await mailsAbout(sharedStack(), sent.body.ref)).length > 0);
  });

  it('when it is sent again under the same key, under another one, and after that, then it is the same case', async () => {
    const id = await saveDraft(author, wholeDraft());
    const headers = { 'idempotency-key': newKey() };
    const first = await send(id, headers);
    const replayed = await send(id, headers);
    const later = await send(id);
    expect([replayed.status, replayed.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    expect(later.status).toBe(200);
    for (const one of [replayed, later])
      expect([one.body.ref, one.body.seq, one.body.commandId]).toEqual([first.body.ref, 1, first.body.commandId]);
    const other = await send<ProblemBody>(id, headers, {});
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('when it is sent eight times at the same moment, then there is one case', async () => {
    const id = await saveDraft(author, wholeDraft());
    const { workflows } = await record.counts();
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(id)));
    expect(answers.filter((one) => one.status >= 300)).toEqual([]);
    expect(new Set(answers.map((one) => one.body.ref)).size).toBe(1);
    expect((await record.counts()).workflows).toBe(workflows + 1);
  });
});

describe('given a draft that lacks something', () => {
  it('when it is sent, then 400 with a pointer to each thing, it says that it is not sent, and it is kept', async () => {
    const id = await saveDraft(author, partDraft({ consent: {} }));
    const before = await record.counts();
    const refused = await send<ProblemBody>(id);
    expect([refused.status, refused.body.code]).toEqual([400, 'INVALID_REQUEST']);
    expect(refused.body.errors?.map((one) => one.pointer)).toEqual(['/data/reasons', '/data/risks', '/data/consent/position']);
    expect(refused.body.errors?.[1]?.detail).toBe('This is missing: fill it in.');
    expect(refused.body.detail).toContain(NOT_SENT);
    expect(await record.counts()).toEqual(before);
    expect((await author.get<DraftBody>(`/v1/drafts/${id}`)).body).toMatchObject({ status: NOT_SENT, version: 1 });
  });

  it('when the rules refuse it, then it is kept, can be mended, and then sent', async () => {
    const id = await saveDraft(author, partDraft({ reasons: ['SELF_NEGLECT'], risks: 'synthetic', consent: { position: 'REFUSED' } }));
    const refused = await send<ProblemBody>(id);
    expect([refused.status, refused.body.code, refused.body.errors?.[0]?.pointer]).toEqual([
      422,
      'GROUNDS_MISSING',
      '/data/consent/grounds',
    ]);
    expect(refused.body.detail).toContain(NOT_SENT);
    const mended = await author.put<DraftItem>(`/v1/drafts/${id}`, wholeDraft(), { 'if-match': '"1"' });
    expect([mended.status, mended.body.status]).toEqual([200, NOT_SENT]);
    expect((await send(id)).status).toBe(201);
  });
});

describe('given an engine that died between the case and the end of its draft', () => {
  /** Sends a draft, then puts back what stood there while it was being sent. */
  async function sendAndLoseTheRest(): Promise<{ id: string; ref: string }> {
    const id = await saveDraft(author, wholeDraft());
    const [doc, key] = [await draftDoc(id), await draftKey(id)];
    const { body } = await send(id);
    await record.mongo.main.collection('requests').deleteMany({ route: 'sent draft', ref: body.ref });
    await record.mongo.keys.collection('draft_keys').insertOne(key as never);
    await record.mongo.main.collection('drafts').insertOne({ ...doc, sendingAs: body.commandId });
    return { id, ref: body.ref };
  }

  it('when it is sent again, then it is the same case, and the draft is gone', async () => {
    const { id, ref } = await sendAndLoseTheRest();
    const { workflows } = await record.counts();
    const again = await send(id);
    expect([again.status, again.body.ref]).toEqual([201, ref]);
    expect((await record.counts()).workflows).toBe(workflows);
    expect(await draftDoc(id)).toBeNull();
  });

  it('until then it does not say that nobody was told, and it can be neither changed nor deleted', async () => {
    const { id } = await sendAndLoseTheRest();
    expect((await author.get<DraftBody>(`/v1/drafts/${id}`)).body.status).not.toBe(NOT_SENT);
    const changed = await author.put<ProblemBody>(`/v1/drafts/${id}`, partDraft(), { 'if-match': '"1"' });
    const deleted = await author.remove<ProblemBody>(`/v1/drafts/${id}`);
    expect([changed, deleted].map((one) => [one.status, one.body.code])).toEqual([
      [409, 'BEING_SENT'],
      [409, 'BEING_SENT'],
    ]);
    await send(id);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callerOf, newKey, noticesOf, open, PEOPLE, referral, timelineOf, tokenFor } from '../support/api';
import type { Answer, Caller, ProblemBody, Receipt } from '../support/api';
import { eventually } from '../support/eventually';
import { mailsAbout, sentTwice } from '../support/mailbox';
import { openRecord } from '../support/record';
import type { Look } from '../support/record';
import { sharedStack } from '../support/stack';

let referrer: Caller;
let coordinator: Caller;
let record: Look;

beforeAll(async () => {
  referrer = await callerOf(sharedStack(), PEOPLE.referrer);
  coordinator = await callerOf(sharedStack(), PEOPLE.coordinator);
  record = await openRecord(sharedStack());
});
afterAll(() => record.close());

const triaged = { outcome: 'MARM', rationale: 'synthetic' };
const many = <T>(n: number, call: (n: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: n }, (_, at) => call(at)));
const commandsIn = async (ref: string, name: string) => (await timelineOf(coordinator, ref)).filter((one) => one.command === name);

describe('given fifty requests of one key at the same moment', () => {
  const sort = (answers: readonly Answer<Receipt & Partial<ProblemBody>>[]) => ({
    done: answers.filter((one) => one.status < 300 && !one.headers.has('idempotency-replayed')),
    replayed: answers.filter((one) => one.status < 300 && one.headers.get('idempotency-replayed') === 'true'),
    waiting: answers.filter((one) => one.status === 409 && one.body.code === 'IN_FLIGHT'),
  });

  it('when they open a case, then it is opened once and the others are told so, or to ask again', async () => {
    const key = newKey();
    const answers = await many(50, () => referrer.post('/v1/cases', referral('2026-03-26T15:20'), { 'idempotency-key': key }));
    const { done, replayed, waiting } = sort(answers);
    expect(done).toHaveLength(1);
    expect(done.length + replayed.length + waiting.length).toBe(50);
    expect(new Set([...done, ...replayed].map((one) => one.body.ref)).size).toBe(1);
    expect(waiting.every((one) => one.headers.has('retry-after'))).toBe(true);
    const ref = done[0]?.body.ref ?? '';
    expect(await commandsIn(ref, 'submitReferral')).toHaveLength(1);
    expect(sentTwice(await mailsAbout(sharedStack(), ref))).toEqual([]);
  });

  it('when they give a command, then it stands once in the record', async () => {
    const ref = await open(referrer, referral('2026-03-26T15:20'));
    const key = newKey();
    const { done, replayed, waiting } = sort(
      await many(50, () => coordinator.give(ref, 'decide-triage', triaged, { 'idempotency-key': key })),
    );
    expect(done).toHaveLength(1);
    expect(done.length + replayed.length + waiting.length).toBe(50);
    expect(await commandsIn(ref, 'decideTriage')).toHaveLength(1);
    expect(sentTwice(await mailsAbout(sharedStack(), ref))).toEqual([]);
  });
});

describe('given a request that was answered', () => {
  it('when it is sent again, then the same answer comes, marked as a replay, and nothing is done twice', async () => {
    const headers = { 'idempotency-key': newKey() };
    const first = await referrer.post('/v1/cases', referral('2026-03-26T15:20'), headers);
    const before = await record.counts();
    const again = await referrer.post('/v1/cases', referral('2026-03-26T15:20'), headers);
    expect(first.headers.has('idempotency-replayed')).toBe(false);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect([again.status, again.headers.get('location'), again.headers.get('etag')]).toEqual([201, `/v1/cases/${first.body.ref}`, '"1"']);
    expect([again.body.ref, again.body.seq, again.body.commandId]).toEqual([first.body.ref, 1, first.body.commandId]);
    expect(await record.counts()).toEqual(before);
  });

  it('when its key comes with another body, then 422 and nothing is written', async () => {
    const headers = { 'idempotency-key': newKey() };
    await referrer.post('/v1/cases', referral('2026-03-26T15:20'), headers);
    const before = await record.counts();
    const other = await referrer.post<ProblemBody>('/v1/cases', referral('2026-03-27T15:20'), headers);
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(await record.counts()).toEqual(before);
  });

  it('when it was refused, then the refusal is replayed under its own code', async () => {
    const ref = await open(referrer, referral('2026-03-26T15:20'));
    const headers = { 'idempotency-key': newKey() };
    const first = await coordinator.give<ProblemBody>(ref, 'publish-plan', {}, headers);
    const again = await coordinator.give<ProblemBody>(ref, 'publish-plan', {}, headers);
    expect([first.status, first.body.code]).toEqual([409, 'WRONG_STAGE']);
    expect([again.status, again.body.code, again.headers.get('idempotency-replayed')]).toEqual([409, 'WRONG_STAGE', 'true']);
  });

  it('when another person uses the same key, then it is theirs and has nothing to do with the first', async () => {
    const headers = { 'idempotency-key': newKey() };
    const mine = await referrer.post('/v1/cases', referral('2026-03-26T15:20'), headers);
    const theirs = await coordinator.post('/v1/cases', referral('2026-03-26T15:20'), headers);
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.body.ref).not.toBe(mine.body.ref);
  });
});

describe('given an answer that is lost on the way', () => {
  /** Sends a request and hangs up as soon as it is on its way. */
  async function hangUp(path: string, body: object, key: string, person: string, written: () => Promise<boolean>): Promise<void> {
    const line = new AbortController();
    const sent = fetch(`${sharedStack().api}${path}`, {
      method: 'POST',
      signal: line.signal,
      headers: {
        authorization: `Bearer ${await tokenFor(sharedStack(), person)}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    });
    await eventually(written);
    line.abort();
    await sent.catch(() => undefined);
  }
  const knows = async (key: 'requests', before: number): Promise<boolean> => (await record.counts())[key] > before;
  const untilAnswered = (call: () => Promise<Answer<Receipt>>) =>
    eventually(async () => {
      const answer = await call();
      return answer.status !== 409 && answer;
    });

  it('when the opening is sent again, then the same case answers and there is only one', async () => {
    const key = newKey();
    const { requests, workflows } = await record.counts();
    await hangUp('/v1/cases', referral('2026-03-26T15:20'), key, PEOPLE.referrer, () => knows('requests', requests));
    const answer = await untilAnswered(() => referrer.post('/v1/cases', referral('2026-03-26T15:20'), { 'idempotency-key': key }));
    expect([answer.status, answer.body.seq]).toEqual([201, 1]);
    expect((await record.counts()).workflows).toBe(workflows + 1);
  });

  it('when the command is sent again, then it answers with the entry that it made the first time', async () => {
    const ref = await open(referrer, referral('2026-03-26T15:20'));
    const key = newKey();
    const { requests } = await record.counts();
    const path = `/v1/cases/${ref}/commands/decide-triage`;
    await hangUp(path, { data: triaged }, key, PEOPLE.coordinator, () => knows('requests', requests));
    const answer = await untilAnswered(() => coordinator.give(ref, 'decide-triage', triaged, { 'idempotency-key': key }));
    expect(answer.status).toBe(200);
    expect((await commandsIn(ref, 'decideTriage')).map((one) => one.seq)).toEqual([answer.body.seq]);
  });
});

describe('given two dozen people who write to one case at the same moment', () => {
  it('then each is done, or told to try again, and after that everything stands once', async () => {
    const ref = await open(referrer, referral('2026-03-26T15:20'));
    const add = (n: number, key: string) =>
      coordinator.give<Receipt & Partial<ProblemBody>>(
        ref,
        'add-action',
        { id: `a${n}`, text: 'synthetic', service: 'svc-fire-safety', dueOn: '2026-05-01' },
        { 'idempotency-key': key },
      );
    const statuses = await many(24, async (n) => {
      const key = newKey();
      const seen: number[] = [];
      await eventually(async () => {
        const { status, headers, body } = await add(n, key);
        seen.push(status);
        if (status === 200) return true;
        expect(['BUSY', 'RECORD_BACKLOG']).toContain(body.code);
        expect(headers.has('retry-after')).toBe(true);
        return false;
      });
      return seen;
    });
    expect(statuses.every((seen) => seen.at(-1) === 200)).toBe(true);
    const added = await commandsIn(ref, 'addAction');
    expect(added).toHaveLength(24);
    expect(new Set(added.map((one) => one.seq)).size).toBe(24);
    expect((await noticesOf(coordinator, ref)).filter((one) => one.outcome === 'failed')).toEqual([]);
  });
});

import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ERASED, UNREADABLE } from '../../api/commands/vaulting';
import { previewErasure } from '../../cli/ops/erase/eraseCase';
import { toIdentifier } from '../../domain';
import { passingKeys, createRepositories, hashCommit } from '../../persistence';
import { callerOf, newKey, open, PEOPLE, referral, timelineOf } from '../support/api';
import type { Caller, ProblemBody } from '../support/api';
import { filesWith } from '../support/canary';
import { marm } from '../support/cli';
import { eventually } from '../support/eventually';
import { openRecord } from '../support/record';
import type { Look } from '../support/record';
import { sharedStack } from '../support/stack';

const stack = sharedStack();
const CANARY = 'CanaryOfTheVault';
const GOVERNANCE = 'p-governance-ox';
const KEY_FILE = join(stack.stateDir, 'keys', 'vault.key');
const numberFrom = (nine: string): string =>
  Array.from({ length: 10 }, (_, digit) => `${nine}${digit}`).find((ten) => toIdentifier('nhsNumber', ten) !== null) ?? '';
const NHS_NUMBER = numberFrom('999417305');
const UPRN = '100417305988';

let look: Look;
let referrer: Caller;
let coordinator: Caller;
let stranger: Caller;
beforeAll(async () => {
  look = await openRecord(stack);
  referrer = await callerOf(stack, PEOPLE.referrer);
  coordinator = await callerOf(stack, PEOPLE.coordinator);
  stranger = await callerOf(stack, PEOPLE.stranger);
});
afterAll(() => look.close());

const telling = (more: object = {}): object => {
  const base = referral() as { data: object };
  return { ...base, data: { ...base.data, risks: `${CANARY} risks`, household: `${CANARY} household`, ...more } };
};
const commitsOf = (ref: string) => createRepositories(look.mongo, passingKeys()).commits.list(ref);
const operating = { temporal: stack.temporal, namespace: 'marm', mongo: stack.mongo };

describe('given two referrals with the same NHS number and one for the same home', () => {
  interface Shown {
    readonly possibleEarlierCases?: readonly { ref: string; sameAs: string; strength: string }[];
  }
  let refs: readonly [string, string, string];
  beforeAll(async () => {
    const spaced = NHS_NUMBER.replace(/^(...)(...)/, '$1 $2 ');
    const first = await open(referrer, telling({ person: { name: 'Synthetic', nhsNumber: spaced, uprn: UPRN } }));
    const second = await open(referrer, telling({ person: { nhsNumber: NHS_NUMBER } }));
    refs = [first, second, await open(referrer, telling({ person: { uprn: `0${UPRN}`.slice(-12) } }))];
  });
  it('then the coordinator, and nobody else, is told of the earlier one; a shared home is marked as weaker', async () => {
    const shownTo = async (caller: Caller, ref: string) => (await caller.get<Shown>(`/v1/cases/${ref}`)).body.possibleEarlierCases;
    expect(await shownTo(coordinator, refs[0])).toEqual([]);
    expect(await shownTo(coordinator, refs[1])).toMatchObject([{ ref: refs[0], sameAs: 'nhsNumber', strength: 'STRONG' }]);
    expect(await shownTo(coordinator, refs[2])).toMatchObject([{ ref: refs[0], sameAs: 'uprn', strength: 'WEAK' }]);
    expect(await shownTo(referrer, refs[1])).toBeUndefined();
  });
  it('then the coordinator finds both cases by the number, and nobody else may look', async () => {
    const found = await coordinator.post<{ cases: readonly { ref: string }[] }>('/v1/search', { nhsNumber: NHS_NUMBER });
    expect(found.status).toBe(200);
    expect(found.body.cases.map(({ ref }) => ref).sort()).toEqual([refs[0], refs[1]].sort());
    expect(found.body.cases[0]).toMatchObject({ stage: 'RECEIVED', training: false });
    expect((await stranger.post<ProblemBody>('/v1/search', { nhsNumber: NHS_NUMBER })).body.code).toBe('NOT_PERMITTED');
    expect((await coordinator.post('/v1/search', { nhsNumber: '9994173050', uprn: UPRN })).status).toBe(400);
  });
  it('then nobody can try one number after another', async () => {
    const manager = await callerOf(stack, 'p-manager-ox');
    const tries = await Promise.all(Array.from({ length: 31 }, () => manager.post('/v1/search', { uprn: UPRN })));
    expect(tries.map(({ status }) => status).filter((status) => status === 429).length).toBeGreaterThan(0);
  });
  it('then neither number stands in any database, Temporal, log or mail; who sees the case reads it in groups of three', async () => {
    expect([...filesWith(stack.stateDir, NHS_NUMBER), ...filesWith(stack.stateDir, UPRN)]).toEqual([]);
    expect(JSON.stringify(await timelineOf(coordinator, refs[1]))).toContain(NHS_NUMBER.replace(/^(...)(...)/, '$1 $2 '));
  });
  it('when one is corrected, then the case is found by the right one alone', async () => {
    const right = numberFrom('999417306');
    const { status } = await coordinator.give(refs[1], 'correct-entry', { seq: 1, field: 'nhsNumber', text: right, reason: 'Misread.' });
    expect(status).toBe(200);
    const found = async (nhsNumber: string) =>
      (await coordinator.post<{ cases: readonly { ref: string }[] }>('/v1/search', { nhsNumber })).body.cases.map(({ ref }) => ref);
    expect([await found(NHS_NUMBER), await found(right)]).toEqual([[refs[0]], [refs[1]]]);
  });
});

describe('given the key-encryption key is rotated while people work', () => {
  it('then no request fails, every key is under the new version, and everything is read on', async () => {
    const ref = await open(referrer, telling());
    let running = true;
    const statuses: number[] = [];
    const work = async (): Promise<void> => {
      while (running) {
        const opened = await referrer.post('/v1/cases', telling());
        const read = await referrer.get(`/v1/cases/${opened.body.ref}/timeline`);
        const noted = await coordinator.give(ref, 'record-significant-event', { text: `${CANARY} event` });
        const drafted = await referrer.post('/v1/drafts', telling());
        statuses.push(opened.status, read.status, noted.status, drafted.status);
      }
    };
    const traffic = [work(), work()];
    const rotated = await marm(stack.stateDir, ['ops', 'keys', 'rotate', '--now', '--json']);
    running = false;
    await Promise.all(traffic);
    expect(statuses.filter((status) => status >= 400)).toEqual([]);
    expect(statuses.length).toBeGreaterThan(8);
    const { current } = JSON.parse(rotated.out) as { current: string };
    await open(referrer, telling());
    expect(await look.mongo.keys.collection('case_keys').countDocuments({ kek: { $ne: current } })).toBe(0);
    expect(JSON.stringify(await timelineOf(coordinator, ref))).toContain(`${CANARY} household`);
  });
});

describe('given the key file is away', () => {
  it('then known cases are read on, a new case waits with a code, and the same request succeeds when it is back', async () => {
    const ref = await open(referrer, telling());
    const [key, body] = [newKey(), telling()];
    await timelineOf(referrer, ref);
    renameSync(KEY_FILE, `${KEY_FILE}.away`);
    try {
      expect(JSON.stringify(await timelineOf(referrer, ref))).toContain(`${CANARY} risks`);
      const refused = await referrer.post<ProblemBody>('/v1/cases', body, { 'idempotency-key': key });
      expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([503, 'KEYS_UNAVAILABLE', '30']);
    } finally {
      renameSync(`${KEY_FILE}.away`, KEY_FILE);
    }
    expect((await referrer.post('/v1/cases', body, { 'idempotency-key': key })).status).toBe(201);
  });
});

describe('given an entry whose bytes are spoilt', () => {
  it('then it says that it cannot be read, the rest of the case is readable, and operations have a task', async () => {
    const ref = await open(referrer, telling());
    const entries = look.mongo.main.collection<{ _id: string; field: string }>('vault');
    const { matchedCount } = await entries.updateOne({ ref, field: 'submitReferral.risks' }, { $set: { data: 'AAAA' } });
    expect(matchedCount).toBe(1);
    const text = JSON.stringify(await timelineOf(coordinator, ref));
    expect(text).toContain(UNREADABLE);
    expect(text).toContain(`${CANARY} household`);
    const tasks = await look.mongo.main.collection('tasks').find({ ref }).toArray();
    expect(tasks.map(({ kind }) => String(kind))).toEqual(['VAULT_UNREADABLE']);
  });
});

describe('given a case that is to be erased', () => {
  let ref: string;
  const asked = (authorisedBy = GOVERNANCE) => ({ ref, part: 'ALL', reason: 'REQUEST_GRANTED', by: 'p-manager-ox', authorisedBy }) as const;
  const previewed = (authorisedBy?: string) => previewErasure(operating, asked(authorisedBy));
  beforeAll(async () => {
    // Within open hours of its own clock, so that no message waits for the morning.
    const training = { clock: '2026-03-26T11:00' };
    ref = await open(referrer, { ...telling({ person: { name: `${CANARY} name`, nhsNumber: NHS_NUMBER } }), training });
  });
  it('when it is live or under a hold, or nobody with the office authorises it, then nothing is erased', async () => {
    await expect(previewed()).rejects.toThrow('The case is live');
    await coordinator.give(ref, 'withdraw', { outcome: 'WITHDRAWN', reason: `${CANARY} withdrawn`, coordinatorAgreed: true });
    await coordinator.give(ref, 'place-legal-hold', { reason: `${CANARY} hold` });
    await expect(previewed()).rejects.toThrow('legal hold');
    const governance = await callerOf(stack, GOVERNANCE);
    expect((await governance.give(ref, 'lift-legal-hold', { reason: 'Over.' })).status).toBe(200);
    await expect(previewed('p-manager-ox')).rejects.toThrow('somebody else');
    await expect(previewed(PEOPLE.coordinator)).rejects.toThrow('information-governance lead');
    expect(JSON.stringify(await timelineOf(coordinator, ref))).toContain(`${CANARY} name`);
  });
  it('when it is erased, then nobody reads it, nobody finds it, nothing is added, and its chain verifies', async () => {
    // The workflow ends by itself once everything is recorded and sent.
    await eventually(() => previewed().then(() => true), 20_000);
    const who = ['--by', 'p-manager-ox', '--authorised-by', GOVERNANCE, '--reason', 'REQUEST_GRANTED'];
    const done = await marm(stack.stateDir, ['ops', 'erase', ref, ...who, '--now', '--json']);
    expect([done.code, done.err]).toEqual([0, '']);

    const text = JSON.stringify(await timelineOf(coordinator, ref));
    expect(text).toContain(ERASED);
    expect(text).not.toContain(CANARY);
    expect(filesWith(stack.stateDir, CANARY)).toEqual([]);
    const keys = look.mongo.keys.collection<{ _id: string }>('case_keys');
    expect(await keys.countDocuments({ _id: { $in: [ref, `${ref}|third-party`] } })).toBe(0);
    expect(await look.mongo.main.collection('blind_index').countDocuments({ ref })).toBe(0);
    const added = await coordinator.give<ProblemBody>(ref, 'place-legal-hold', { reason: 'Too late.' });
    expect([added.status, added.body.code]).toEqual([409, 'CASE_ERASED']);

    const commits = await commitsOf(ref);
    expect(commits.length).toBeGreaterThan(3);
    for (const [n, { prevHash, hash, schema: _schema, ref: own, ...draft }] of commits.entries()) {
      expect(prevHash).toBe(n === 0 ? commits[0]!.prevHash : commits[n - 1]!.hash);
      expect(hashCommit(draft, own, prevHash)).toBe(hash);
    }
    const certificate = JSON.parse(done.out) as { commitHead: unknown; keys: readonly unknown[] };
    expect(certificate.commitHead).toEqual({ seq: commits.length, hash: commits.at(-1)!.hash });
    expect(certificate.keys).toHaveLength(2);
  });
  it('then the certificate is kept beside the databases and tells nothing about the person', () => {
    const certificate = readFileSync(join(stack.stateDir, 'erasures', `${ref}-all.json`), 'utf8');
    expect(JSON.parse(certificate)).toMatchObject({ ref, by: 'p-manager-ox', authorisedBy: GOVERNANCE });
    expect(certificate).not.toContain(CANARY);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addWorkingDays, ENGLAND_AND_WALES, londonDateOf } from '../../domain';
import { callerOf, newKey, open, PEOPLE, referral, tokenFor } from '../support/api';
import type { Answer, Caller, ProblemBody } from '../support/api';
import { marm } from '../support/cli';
import { mailsAbout } from '../support/mailbox';
import { openRecord } from '../support/record';
import type { Look } from '../support/record';
import { sharedStack } from '../support/stack';
import { send } from '../support/wire';
import type { WireAnswer, WireRequest } from '../support/wire';

const TAG = randomUUID().slice(0, 8);
const of = (name: string): string => `${name}-${TAG}`;
const [ORGANISATION, SERVICE] = [of('org'), of('svc')];
const [LEAD, SECOND, MANAGER, LEAVER, FAR] = [of('p-lead'), of('p-second'), of('p-manager'), of('p-leaver'), 'p-police-lead'];
const TODAY = londonDateOf(Date.now());

interface Import {
  readonly added: readonly string[];
  readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[];
  readonly deactivated: readonly string[];
  readonly unchanged: number;
  readonly change: number | null;
  readonly openRoles: readonly object[];
}
interface Moved {
  readonly cases: readonly { readonly ref: string; readonly role?: string; readonly outcome: string }[];
}
type Body = Record<string, unknown>;

let record: Look;
let admin: Caller;
let token: string;
beforeAll(async () => {
  record = await openRecord(sharedStack());
  admin = await callerOf(sharedStack(), 'p-directory-ox');
  token = await tokenFor(sharedStack(), 'p-directory-ox');
  const organisation = { id: ORGANISATION, name: 'Test Outreach', locality: 'oxfordshire', mailDomains: ['outreach.example'] };
  await must(admin.post<Body>('/v1/directory/organisations', organisation), 201);
  await must(admin.post<Body>('/v1/directory/services', { id: SERVICE, organisation: ORGANISATION, name: 'Test Street Team' }), 201);
});
afterAll(() => record.close());

async function must<T>(answer: Promise<Answer<T>>, status = 200): Promise<T> {
  const { status: found, body } = await answer;
  if (found !== status) throw new Error(`${found} ${JSON.stringify(body)}`);
  return body;
}
const asking = (path: string, more: Partial<WireRequest> = {}) => {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': newKey(), 'content-type': 'application/json', ...more.headers };
  return send(sharedStack().api, { path: `/v1/directory${path}`, ...more, headers });
};
const csv = (text: string, query = '') => asking(`/imports${query}`, { body: text, headers: { 'content-type': 'text/csv' } });
const imported = async (text: string, query = ''): Promise<Import> => JSON.parse((await csv(text, query)).text) as Import;
const written = (): Promise<number> => record.mongo.main.collection('directory_changes').countDocuments();

const line = (id: string, more = '') => `${id},Test ${id.slice(0, -9)},${id}@outreach.example,${ORGANISATION},${SERVICE},${more}\r\n`;
const FILE = `\ufeffid,name,email,organisation,service,manager\r\n${line(LEAD, MANAGER)}${line(SECOND)}${line(MANAGER)}${line(LEAVER)}`;

describe('given a file of people', () => {
  it('when it is tried, then it says what it would do and does nothing', async () => {
    const before = await written();
    expect(await imported(FILE, '?dry=true')).toMatchObject({ dryRun: true, added: [LEAD, SECOND, MANAGER, LEAVER], unchanged: 0 });
    expect(await written()).toBe(before);
    expect((await admin.get(`/v1/directory/people/${LEAD}`)).status).toBe(404);
  });
  it('when one line of it is wrong, then each mistake is told by line and column, and nothing of it is taken in', async () => {
    const before = await written();
    const answer = await csv(FILE.replace(`,${MANAGER}\r\n`, ',p-nobody-here\r\n').replace(`${SECOND}@`, 'a b@'));
    expect([answer.status, answer.problem.code]).toEqual([422, 'IMPORT_REFUSED']);
    expect(answer.problem.errors?.map(({ pointer }) => pointer)).toEqual(['/lines/3/email']);
    expect(answer.problem.errors?.[0]?.detail).toBe(
      'Line 3, email: This is no plain mail address. Give one address such as ash@council.example, or leave the cell empty.',
    );
    expect(await written()).toBe(before);
  });
  it('when it is taken in, then they are there; the second time nothing changes', async () => {
    expect((await imported(FILE)).added).toHaveLength(4);
    const again = await imported(FILE);
    expect([again.added, again.changed, again.unchanged, again.change]).toEqual([[], [], 4, null]);
    const shown = await must(admin.get<Body>(`/v1/directory/people/${LEAD}`));
    expect(shown).toMatchObject({ email: `${LEAD}@outreach.example`, manager: MANAGER, outsideDomain: false, active: true });
  });
  it('when it is exported, then the import of it changes nothing', async () => {
    const { text, contentType } = await asking(`/export?organisation=${ORGANISATION}`, { method: 'GET' });
    expect(contentType).toContain('text/csv');
    expect(await imported(text)).toMatchObject({ added: [], changed: [], deactivated: [], unchanged: 4 });
  });
  it('when it is called complete, then whoever is not in it would be made inactive', async () => {
    const short = FILE.replace(line(LEAVER), '');
    expect(await imported(short, '?dry=true')).toMatchObject({ deactivated: [], notInFile: [LEAVER] });
    expect(await imported(short, '?dry=true&complete=true')).toMatchObject({ deactivated: [LEAVER], notInFile: [] });
  });
});

describe('given somebody who takes part in two cases and leaves', () => {
  // A working day to come, so that messages of an event go at once.
  const day = addWorkingDays(addDays(TODAY, 3), 2, ENGLAND_AND_WALES);
  let refs: readonly string[];
  let coordinator: Caller;
  const rolesOn = async (ref: string): Promise<string> => JSON.stringify((await coordinator.get<Body>(`/v1/cases/${ref}`)).body);
  beforeAll(async () => {
    coordinator = await callerOf(sharedStack(), PEOPLE.coordinator);
    const referrer = await callerOf(sharedStack(), PEOPLE.referrer);
    await must(admin.post<Body>(`/v1/directory/services/${SERVICE}/amend`, { leadWorker: LEAVER, responsibleManager: MANAGER }));
    const periods = [{ from: TODAY, to: addDays(TODAY, 60), standsIn: MANAGER }];
    await must((await callerOf(sharedStack(), LEAVER)).post<Body>(`/v1/directory/people/${LEAVER}/absence`, { periods }));
    refs = [await open(referrer, referral(`${day}T10:00`)), await open(referrer, referral(`${day}T10:00`))];
    const meeting = { on: addDays(day, 7), startsAt: '14:00', mode: 'ONLINE', services: [{ service: SERVICE }] };
    for (const ref of refs) await must(coordinator.give(ref, 'schedule-meeting', meeting));
    for (const ref of refs)
      await must(
        (await callerOf(sharedStack(), MANAGER)).give(ref, 'respond-invite', { service: SERVICE, answer: 'KNOWN', attends: true }),
      );
  });

  it('while they are away, a message goes to who stands in and sees the case', async () => {
    const [ref = ''] = refs;
    await must(coordinator.give(ref, 'postpone-meeting', { on: addDays(day, 8), startsAt: '14:00', reason: 'KEY_AGENCY_UNAVAILABLE' }));
    await expectMail(ref, `${MANAGER}@outreach.example`);
    const mails = await mailsAbout(sharedStack(), ref);
    expect(JSON.stringify(mails)).not.toContain(LEAVER);
  });
  it('when the leaving is recorded, then their open roles are told and they are out from the next day', async () => {
    const left = await must(admin.post<Body>(`/v1/directory/people/${LEAVER}/leave`, { on: addDays(TODAY, -1), handOverTo: SECOND }));
    const roles = [{ role: 'LEAD_WORKER', service: SERVICE }];
    expect(left).toMatchObject({ active: false, stillNamed: { services: [], offices: [], manages: [] } });
    expect(new Set(left['openRoles'] as object[])).toEqual(new Set(refs.map((ref) => ({ ref, roles, actions: [] }))));
    expect((await (await callerOf(sharedStack(), LEAVER)).get('/v1/cases')).status).toBe(401);
  });
  it('when everything is handed over, then each case has the new holder, once', async () => {
    const path = `/v1/directory/people/${LEAVER}/hand-over-all`;
    const dry = await must(admin.post<Moved>(`${path}?dry=true`, { to: SECOND }));
    expect(dry.cases.map(({ outcome }) => outcome)).toEqual(['DONE', 'DONE']);
    expect(await rolesOn(refs[0] ?? '')).toContain(LEAVER);
    const key = { 'idempotency-key': newKey() };
    const done = await must(admin.post<Moved>(path, { to: SECOND }, key));
    expect(done.cases.map(({ ref, role, outcome }) => `${ref} ${role ?? ''} ${outcome}`).sort()).toEqual(
      refs.map((ref) => `${ref} LEAD_WORKER DONE`).sort(),
    );
    const again = await admin.post<Moved>(path, { to: SECOND }, key);
    expect([again.headers.get('idempotency-replayed'), again.body.cases]).toEqual(['true', done.cases]);
    expect((await must(admin.post<Moved>(path, { to: SECOND }))).cases).toEqual([]);
    for (const ref of refs) expect(await rolesOn(ref)).not.toContain(LEAVER);
    expect((await admin.get(`/v1/cases/${refs[0] ?? ''}`)).status).toBe(404);
  });
  it('when it goes to another organisation, then it waits for a yes, and whom it was put to finds it', async () => {
    const path = `/v1/directory/people/${SECOND}/hand-over-all`;
    const put = await must(admin.post<Moved>(path, { to: FAR }));
    expect(put.cases.map(({ outcome }) => outcome)).toEqual(['AWAITS_ACCEPTANCE', 'AWAITS_ACCEPTANCE']);
    const far = await callerOf(sharedStack(), FAR);
    const mine = async () => {
      const { proposals } = await must(
        far.get<{ proposals: readonly { ref: string; role: string; dueOn: string }[] }>('/v1/directory/me/proposals'),
      );
      return proposals.filter(({ ref }) => refs.includes(ref));
    };
    expect((await mine()).map(({ role, dueOn }) => [role, dueOn])).toEqual(
      refs.map(() => ['LEAD_WORKER', addWorkingDays(day, 2, ENGLAND_AND_WALES)]),
    );
    await must(far.give(refs[0] ?? '', 'accept-role', { role: 'LEAD_WORKER', service: SERVICE }));
    expect((await mine()).map(({ ref }) => ref)).toEqual([refs[1]]);
    expect((await must(admin.post<Moved>(path, { to: FAR }))).cases.map(({ outcome }) => outcome)).toEqual(['AWAITS_ACCEPTANCE']);
  });
  it('what was done stands in the history, for the administrator alone', async () => {
    const { changes } = await must(
      admin.get<{ changes: readonly { what: string; by: string }[] }>(`/v1/directory/people/${LEAVER}/history`),
    );
    expect(changes.map(({ what }) => what)).toEqual(['HAND_OVER', 'HAND_OVER', 'RECORD_LEAVING', 'SET_ABSENCES', 'IMPORT']);
    expect((await coordinator.get(`/v1/directory/people/${LEAVER}/history`)).status).toBe(403);
  });
});

async function expectMail(ref: string, address: string): Promise<void> {
  for (const until = Date.now() + 5_000; Date.now() < until; await new Promise((done) => setTimeout(done, 50)))
    if (JSON.stringify(await mailsAbout(sharedStack(), ref)).includes(address)) return;
  throw new Error(`no mail about ${ref} reached ${address}`);
}

describe('given an office that changes hands', () => {
  const office = { role: 'CHILDRENS_LEAD', locality: 'oxfordshire' };
  const query = `?office=${office.role}&locality=${office.locality}`;
  const holders = async (on = TODAY) =>
    (await must(admin.get<{ holders: readonly string[] }>(`/v1/directory/offices${query}&on=${on}`))).holders;
  it('then one holds it at a time, and who held it before is known', async () => {
    const given = await must(admin.post<Body>(`/v1/directory/people/${MANAGER}/offices`, { offices: [office] }));
    expect(given['takenFrom']).toEqual(['p-childrens-ox']);
    expect([await holders(), await holders(addDays(TODAY, -1))]).toEqual([[MANAGER], ['p-childrens-ox']]);
    await must(admin.post<Body>('/v1/directory/people/p-childrens-ox/offices', { offices: [office] }));
    expect(await holders()).toEqual(['p-childrens-ox']);
  });
  it('then nobody gives one to themselves, and only an administrator gives one', async () => {
    const self = await admin.post<ProblemBody>('/v1/directory/people/p-directory-ox/offices', {
      offices: [office, { role: 'DIRECTORY_ADMIN', locality: 'oxfordshire' }],
    });
    expect([self.status, self.body.code]).toEqual([403, 'OWN_OFFICE']);
    const manager = await callerOf(sharedStack(), 'p-fire-manager');
    expect((await manager.post(`/v1/directory/people/p-fire-lead/offices`, { offices: [office] })).status).toBe(403);
  });
});

describe('given an entry that two people change', () => {
  it('then the second one with the old version is told so', async () => {
    const { headers } = await admin.get(`/v1/directory/people/${SECOND}`);
    const version = { 'if-match': headers.get('etag') ?? '' };
    expect((await admin.post<Body>(`/v1/directory/people/${SECOND}/amend`, { telephone: '01632 960130' }, version)).status).toBe(200);
    const second = await admin.post<ProblemBody>(`/v1/directory/people/${SECOND}/amend`, { telephone: '01632 960131' }, version);
    expect([second.status, second.body.code]).toEqual([412, 'STALE_VERSION']);
  });
  it('then six at once are all taken in, one after another', async () => {
    const names = Array.from({ length: 6 }, (_, n) => of(`p-many${n}`));
    const add = (id: string) => admin.post<Body>('/v1/directory/people', { id, name: 'Test Many', organisation: ORGANISATION });
    const answers = await Promise.all(names.map(add));
    const busy = answers.filter(({ status }) => status === 429).length;
    expect(answers.filter(({ status }) => status === 201).length + busy).toBe(6);
    const found = await Promise.all(names.map((id) => admin.get(`/v1/directory/people/${id}`)));
    expect(found.filter(({ status }) => status === 200)).toHaveLength(6 - busy);
  });
});

describe('given the command line', () => {
  const run = (...args: readonly string[]) => marm(sharedStack().stateDir, ['directory', ...args]);
  it('then a file with mistakes is refused line by line, and one without is only tried', async () => {
    const [bad, good] = await Promise.all([
      run('import', 'examples/directory/with-mistakes.csv'),
      run('import', 'examples/directory/people.csv'),
    ]);
    expect([bad.code, good.code]).toEqual([1, 0]);
    expect(bad.err).toContain('/lines/2/name: Line 2, name: The name is missing');
    expect(good.out).toMatch(/added\s*│ p-fire-second/);
    expect(good.out).toContain('Nothing is changed: add --now to take the file in.');
  });
  it('then a locality that somebody keeps gets no second first administrator', async () => {
    const { code, err } = await marm(sharedStack().stateDir, ['ops', 'first-administrator', LEAD, '--locality', 'oxfordshire']);
    expect([code, err]).toEqual([1, 'p-directory-ox keeps the directory of oxfordshire already: ask there.\n']);
  });
});

const person = (more: object) => JSON.stringify({ id: of('p-bad'), name: 'Test', organisation: ORGANISATION, ...more });
type Row = readonly [what: string, status: number, code: string, path: string, request?: Partial<WireRequest>];
const reading = (what: string, path: string): Row => [what, 400, 'INVALID_REQUEST', path, { method: 'GET' }];
const adding = (what: string, more: object): Row => [what, 400, 'INVALID_REQUEST', '/people', { body: person(more) }];

const BAD: readonly Row[] = [
  adding('an unknown field', { role: 'COORDINATOR' }),
  adding('offices, which have a way of their own', { offices: [{ role: 'DIRECTORY_ADMIN', locality: 'oxfordshire' }] }),
  adding('a field of the record', { _id: 'x', version: 9 }),
  adding('an operator for an id', { organisation: { $gt: '' } }),
  adding('an operator for a name', { name: { $ne: null } }),
  adding('a dotted name', { 'leaving.to': 'p-x' }),
  adding('an id upwards', { id: '../p-x' }),
  adding('an id of 5,000 characters', { id: 'p'.repeat(5_000) }),
  adding('a name with a line break', { name: 'Test\r\nBcc: x@evil.test' }),
  adding('a name with a null character', { name: 'Test\u0000' }),
  adding('a name with half a surrogate pair', { name: 'Test\ud83d' }),
  adding('a name that turns the writing', { name: 'Test\u202etxt' }),
  adding('a name of 201 characters', { name: 'x'.repeat(201) }),
  ...['"a@evil x"@good.test', 'a(b)@good.test', 'g: a@good.test;', 'A <a@good.test>', 'а@good.test', 'a@good.test\r\nBcc: b@evil.test'].map(
    (email) => adding(`the address ${JSON.stringify(email)}`, { email }),
  ),
  adding('an address of 10,000 characters', { email: `${'a'.repeat(10_000)}@good.test` }),
  adding('a list of addresses', { email: ['a@good.test', ['b@good.test']] }),
  ['__proto__', 400, 'MALFORMED_JSON', '/people', { body: '{"__proto__":{"polluted":true}}' }],
  [
    'a list of a hundred offices',
    400,
    'INVALID_REQUEST',
    `/people/${LEAD}/offices`,
    { body: JSON.stringify({ offices: Array(100).fill({}) }) },
  ],
  [
    'an office that is none',
    400,
    'INVALID_REQUEST',
    `/people/${LEAD}/offices`,
    { body: '{"offices":[{"role":"KING","locality":"oxfordshire"}]}' },
  ],
  ['a day that does not exist', 400, 'INVALID_REQUEST', `/people/${LEAD}/leave`, { body: '{"on":"2026-02-30"}' }],
  ['a query on a change', 400, 'INVALID_REQUEST', `/people/${LEAD}/leave?on=2026-08-31`, { body: '{"on":"2026-08-31"}' }],
  ['a way to try that is none', 400, 'INVALID_REQUEST', `/people/${LEAD}/hand-over-all?dry=1`, { body: JSON.stringify({ to: SECOND }) }],
  reading('a filter that is not offered', '/people?email=a@b.example'),
  reading('an operator in a filter', '/people?organisation[$ne]=x'),
  reading('a pattern in a filter', '/people?organisation=.*'),
  reading('a name given twice', '/people?organisation=org-a&organisation=org-b'),
  reading('an office without its locality', '/people?office=COORDINATOR'),
  reading('a way to sort', '/people?sort=name'),
  ...['0', '-1', '101', '1e9', 'NaN'].map((limit) => reading(`a limit of ${limit}`, `/people?limit=${limit}`)),
  reading('a cursor that is not ours', '/people?cursor=e30'),
  reading('a cursor with an operator', `/people?cursor=${Buffer.from('[0,{"$gt":""}]').toString('base64url')}`),
  reading('a cursor of services that is not ours', '/services?cursor=%7B%7D'),
  reading('an unknown filter of services', '/services?name=x'),
  ['a person who is not there', 404, 'NOT_FOUND', '/people/p-nobody-here', { method: 'GET' }],
  ['a way upwards', 404, 'NOT_FOUND', '/people/..%2f..%2fetc', { method: 'GET' }],
  ['a null byte', 404, 'NOT_FOUND', '/people/%00', { method: 'GET' }],
  ['an operator for a reference', 404, 'NOT_FOUND', '/people/%7B%22%24gt%22%3A%22%22%7D', { method: 'GET' }],
  ['PUT', 405, 'METHOD_NOT_ALLOWED', `/people/${LEAD}`, { method: 'PUT', body: person({}) }],
  ['no key', 400, 'IDEMPOTENCY_KEY_MISSING', '/people', { body: person({}), headers: { 'idempotency-key': '' } }],
  ['a file as plain text', 415, 'UNSUPPORTED_MEDIA_TYPE', '/imports', { body: FILE, headers: { 'content-type': 'text/plain' } }],
  [
    'a file of more than a megabyte',
    413,
    'TOO_LARGE',
    '/imports',
    { body: 'x'.repeat(1_000_001), headers: { 'content-type': 'text/csv' } },
  ],
  [
    'a file that is not UTF-8',
    400,
    'INVALID_REQUEST',
    '/imports',
    { body: Buffer.from('id\xff', 'latin1'), headers: { 'content-type': 'text/csv' } },
  ],
  ['rows with an unknown column', 400, 'INVALID_REQUEST', '/imports', { body: '{"rows":[{"id":"p-x","offices":"COORDINATOR"}]}' }],
  ['rows with an operator', 400, 'INVALID_REQUEST', '/imports', { body: '{"rows":[{"id":{"$gt":""}}]}' }],
];

describe('requests that are not well formed', () => {
  let answers: readonly WireAnswer[];
  let counts: readonly number[];
  beforeAll(async () => {
    const before = await written();
    answers = await Promise.all(BAD.map(([, , , path, request]) => asking(path, request)));
    counts = [before, await written()];
  });
  it.each(BAD.map((one, n) => [...one, n] as const))('%s: %i %s', (...row) => {
    const [, status, code] = row;
    const answer = answers[row.at(-1) as number];
    expect([answer?.status, answer?.problem.code]).toEqual([status, code]);
    expect(answer?.text).not.toMatch(/\bat .*\.(js|ts):\d|node_modules|Mongo|Zod/);
  });
  it('nothing is written of any, and what they are made from is good', async () => {
    expect(counts[1]).toBe(counts[0]);
    expect((await asking('/people', { body: person({ email: 'bad@outreach.example' }) })).status).toBe(201);
  });
  it('somebody without the office keeps nothing, and reads no address', async () => {
    const stranger = await callerOf(sharedStack(), PEOPLE.stranger);
    const posts = ['', `/${LEAD}/amend`, `/${LEAD}/leave`, `/${LEAD}/absence`, `/${LEAD}/hand-over-all`];
    const bodies = [JSON.parse(person({})) as object, { telephone: null }, { on: TODAY }, { periods: [] }, { to: SECOND }];
    const answers = await Promise.all(posts.map((path, n) => stranger.post<ProblemBody>(`/v1/directory/people${path}`, bodies[n])));
    expect(answers.map(({ status, body }) => `${status} ${body.code}`)).toEqual(posts.map(() => '403 NOT_PERMITTED'));
    const { people } = await must(stranger.get<{ people: readonly Body[] }>(`/v1/directory/people?organisation=${ORGANISATION}`));
    expect(people.length).toBeGreaterThan(3);
    expect(JSON.stringify(people)).not.toContain('@');
  });
});

import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callerOf, newKey, open, PEOPLE, referral, tokenFor } from '../support/api';
import { openRecord } from '../support/record';
import type { Look } from '../support/record';
import { sharedStack } from '../support/stack';
import { send } from '../support/wire';
import type { WireAnswer, WireRequest } from '../support/wire';

let record: Look;
let ref: string;
let tokens: { readonly referrer: string; readonly coordinator: string };

beforeAll(async () => {
  record = await openRecord(sharedStack());
  tokens = { referrer: await tokenFor(sharedStack(), PEOPLE.referrer), coordinator: await tokenFor(sharedStack(), PEOPLE.coordinator) };
  ref = await open(await callerOf(sharedStack(), PEOPLE.referrer), referral('2026-03-26T15:20'));
});
afterAll(() => record.close());

interface Row {
  readonly what: string;
  readonly status: number;
  readonly code: string;
  readonly send: Partial<WireRequest> & { readonly json?: unknown };
}

const row = (what: string, status: number, code: string, request: Row['send']): Row => ({ what, status, code, send: request });
/** A row about the opening of a case: the smallest sound referral with something changed. */
const opening = (what: string, status: number, code: string, more: object): Row =>
  row(what, status, code, { json: { ...referral('2026-03-26T15:20'), ...more } });
const sound = { reasons: ['SELF_NEGLECT'], risks: 'synthetic', consent: { position: 'GIVEN' } };
/** A row about the data of a referral. */
const data = (what: string, status: number, code: string, more: object): Row =>
  opening(what, status, code, { data: { ...sound, ...more } });
/** A row about a command on the open case. */
const command = (what: string, name: string, status: number, code: string, body: object): Row =>
  row(what, status, code, { path: `/v1/cases/REF/commands/${name}`, json: { data: body } });
const reading = (what: string, status: number, code: string, path: string): Row => row(what, status, code, { method: 'GET', path });
/** A body that stands as it is, or is made from a sound one by replacing a piece of its text. */
const raw = (what: string, status: number, code: string, body: string | Buffer, headers: Row['send']['headers'] = {}): Row =>
  row(what, status, code, { body, headers });
const soundText = JSON.stringify(referral('2026-03-26T15:20'));
const withText = (piece: string, instead: string): string => soundText.replace(piece, () => instead);

async function sendRow({ send: { json, ...request } }: Row): Promise<WireAnswer> {
  const path = (request.path ?? '/v1/cases').replace('REF', ref);
  const token = path === '/v1/cases' ? tokens.referrer : tokens.coordinator;
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': newKey(),
    ...request.headers,
  };
  return send(sharedStack().api, { ...request, path, headers, ...(json === undefined ? {} : { body: JSON.stringify(json) }) });
}

function expectProblem(answer: WireAnswer, { status, code }: Row): void {
  expect([answer.status, answer.problem.code]).toEqual([status, code]);
  expect(answer.contentType).toContain('application/problem+json');
  expect(answer.problem).toMatchObject({ status, type: `/problems/${code.toLowerCase().replaceAll('_', '-')}` });
  expect(answer.problem.title).toMatch(/\w/);
  expect(answer.problem.detail).toMatch(/^[A-Z].*[.]$/s);
  expect(answer.text).not.toMatch(/\bat .*\.(js|ts):\d|node_modules|Mongo|Zod/);
}

/** Rows that are refused for their form: nothing at all may be left of them. */
function refusedForTheirForm(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    it.each(rows)('$what: $status $code, and nothing is written or started', async (one) => {
      const before = await record.counts();
      expectProblem(await sendRow(one), one);
      expect(await record.counts()).toEqual(before);
    });
  });
}

/** Rows that the rules refuse: the refusal may be remembered for its key, the case stays as it was. */
function refusedByTheRules(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    it.each(rows)('$what: $status $code, and no entry is made', async (one) => {
      const { commits } = await record.counts();
      expectProblem(await sendRow(one), one);
      expect((await record.counts()).commits).toBe(commits);
    });
  });
}

refusedForTheirForm('N01, N02: what is not one JSON object', [
  raw('an empty body', 400, 'MALFORMED_JSON', ''),
  raw('a list', 400, 'MALFORMED_JSON', '[]'),
  raw('a text', 400, 'MALFORMED_JSON', '"x"'),
  raw('null', 400, 'MALFORMED_JSON', 'null'),
  raw('JSON sent as text/plain', 415, 'UNSUPPORTED_MEDIA_TYPE', soundText, { 'content-type': 'text/plain' }),
  raw('a form', 415, 'UNSUPPORTED_MEDIA_TYPE', 'profile=oxfordshire', { 'content-type': 'application/x-www-form-urlencoded' }),
  raw('no content type', 415, 'UNSUPPORTED_MEDIA_TYPE', soundText, { 'content-type': '' }),
  raw('truncated JSON', 400, 'MALFORMED_JSON', soundText.slice(0, -3)),
  raw('a name given twice', 400, 'MALFORMED_JSON', withText('"profile":"oxfordshire"', '"profile":"dorset","profile":"oxfordshire"')),
  raw('a name given twice in a group', 400, 'MALFORMED_JSON', withText('"risks":', '"risks":"a","ri\\u0073ks":')),
  raw('NaN', 400, 'MALFORMED_JSON', withText('"GIVEN"', 'NaN')),
  raw('a number without end', 400, 'INVALID_REQUEST', withText('"GIVEN"', '1e400')),
  raw('a byte order mark', 400, 'MALFORMED_JSON', `\ufeff${soundText}`),
  raw('bytes that are not UTF-8', 400, 'MALFORMED_JSON', Buffer.from(withText('blocked', 'bl\xff\xfecked'), 'latin1')),
  raw('a comment', 400, 'MALFORMED_JSON', `/* x */${soundText}`),
]);

refusedForTheirForm('N03, N04, N05, N39: what is too large, too deep or packed', [
  raw('more than 100 kB', 413, 'TOO_LARGE', withText('blocked', 'x'.repeat(110_000))),
  raw('three megabytes', 413, 'TOO_LARGE', withText('blocked', 'x'.repeat(3_000_000))),
  row('two hundred kilobytes in pieces of unknown length', 413, 'TOO_LARGE', {
    body: withText('blocked', 'x'.repeat(200_000)),
    chunked: true,
  }),
  raw('ten thousand levels', 400, 'MALFORMED_JSON', withText('"GIVEN"', `${'['.repeat(10_000)}${']'.repeat(10_000)}`)),
  raw('thirteen levels', 400, 'MALFORMED_JSON', withText('"GIVEN"', `${'['.repeat(13)}${']'.repeat(13)}`)),
  raw('forty thousand entries', 400, 'INVALID_REQUEST', withText('"SELF_NEGLECT"', Array(40_000).fill('1').join(','))),
  raw('six thousand fields', 400, 'MALFORMED_JSON', `{${Array.from({ length: 6_000 }, (_, n) => `"f${n}":1`).join(',')}}`),
  raw('a packed body', 415, 'UNSUPPORTED_MEDIA_TYPE', gzipSync(Buffer.alloc(5_000_000)), { 'content-encoding': 'gzip' }),
  data('a text of 20,001 characters', 400, 'INVALID_REQUEST', { risks: 'x'.repeat(20_001) }),
]);

refusedForTheirForm('N06, N07, N08: fields and names that are not ours', [
  opening('an unknown field', 400, 'INVALID_REQUEST', { status: 'CLOSED' }),
  opening('a field of the record', 400, 'INVALID_REQUEST', { _id: 'x', role: 'COORDINATOR', ownerId: 'p-x' }),
  opening('holders, which only the directory names', 400, 'INVALID_REQUEST', { holders: [{ role: 'COORDINATOR', person: 'p-x' }] }),
  data('an unknown field in the data', 400, 'INVALID_REQUEST', { stage: 'CLOSED' }),
  data('an unknown field in a group', 400, 'INVALID_REQUEST', { consent: { position: 'GIVEN', role: 'x' } }),
  raw('__proto__', 400, 'MALFORMED_JSON', withText('{"profile"', '{"__proto__":{"polluted":true},"profile"')),
  raw('constructor.prototype', 400, 'MALFORMED_JSON', withText('{"profile"', '{"constructor":{"prototype":{"polluted":true}},"profile"')),
  raw('an escaped __proto__', 400, 'MALFORMED_JSON', withText('{"profile"', '{"\\u005f_proto__":{"polluted":true},"profile"')),
  data('an operator for a text', 400, 'INVALID_REQUEST', { risks: { $gt: '' } }),
  data('an operator for an id', 400, 'INVALID_REQUEST', { organisation: { $ne: null } }),
  data('an operator as a name', 400, 'INVALID_REQUEST', { $where: 'sleep(1000)' }),
  data('a dotted name', 400, 'INVALID_REQUEST', { 'consent.position': 'GIVEN' }),
  command('an operator in a command', 'complete-action', 400, 'INVALID_REQUEST', { action: { $regex: '.*' } }),
]);

refusedForTheirForm('N08, N09: queries', [
  reading('an operator', 400, 'INVALID_REQUEST', '/v1/cases?limit[$gt]=1'),
  reading('$where', 400, 'INVALID_REQUEST', '/v1/cases?$where=1'),
  reading('an unknown name', 400, 'INVALID_REQUEST', '/v1/cases?sort=name'),
  reading('a name given twice', 400, 'INVALID_REQUEST', '/v1/cases?limit=1&limit=2'),
  reading('a limit of 0', 400, 'INVALID_REQUEST', '/v1/cases?limit=0'),
  reading('a negative limit', 400, 'INVALID_REQUEST', '/v1/cases?limit=-1'),
  reading('a limit over 100', 400, 'INVALID_REQUEST', '/v1/cases?limit=101'),
  reading('a limit of 1e9', 400, 'INVALID_REQUEST', '/v1/cases?limit=1e9'),
  reading('a limit that is no number', 400, 'INVALID_REQUEST', '/v1/cases?limit=NaN'),
  reading('a cursor that is not ours', 400, 'INVALID_REQUEST', '/v1/cases?cursor=e30'),
  reading('a cursor with an operator', 400, 'INVALID_REQUEST', `/v1/cases?cursor=${Buffer.from('[{"$gt":0},"A"]').toString('base64url')}`),
  reading('a query where none is taken', 400, 'INVALID_REQUEST', '/v1/cases/REF?stage=CLOSED'),
  row('a query on a command', 400, 'INVALID_REQUEST', { path: '/v1/cases?dryRun=1', json: referral() }),
]);

refusedForTheirForm('N10: references that lead nowhere', [
  reading('an unknown one', 404, 'NOT_FOUND', '/v1/cases/ZZZZ-ZZ'),
  reading('one of the wrong form', 404, 'NOT_FOUND', '/v1/cases/1'),
  reading('five thousand characters', 404, 'NOT_FOUND', `/v1/cases/${'A'.repeat(5_000)}`),
  reading('a way upwards', 404, 'NOT_FOUND', '/v1/cases/..%2f..%2fetc%2fpasswd'),
  reading('a null byte', 404, 'NOT_FOUND', '/v1/cases/%00'),
  reading('a broken escape', 400, 'INVALID_REQUEST', '/v1/cases/%zz'),
  reading('an operator', 404, 'NOT_FOUND', '/v1/cases/%7B%22%24gt%22%3A%22%22%7D'),
  reading('an unknown outcome', 404, 'NOT_FOUND', `/v1/cases/REF/commands/${'a'.repeat(52)}`),
  row('a command to an unknown case', 404, 'NOT_FOUND', { path: '/v1/cases/ZZZZ-ZZ/commands/decide-triage', json: { data: {} } }),
  command('an unknown command', 'close-at-once', 404, 'UNKNOWN_COMMAND', {}),
  command('a command of the engine itself', 'record-delivery-failure', 404, 'UNKNOWN_COMMAND', {}),
  command('a command by the name of a prototype', '__proto__', 404, 'UNKNOWN_COMMAND', {}),
]);

refusedForTheirForm('N20, N22, N23: days and times that do not exist or are out of reach', [
  opening('30 February', 400, 'INVALID_REQUEST', { occurredOn: '2026-02-30' }),
  opening('a day of the year 0', 400, 'INVALID_REQUEST', { occurredOn: '0000-01-01' }),
  opening('a day of the year 9999', 400, 'INVALID_REQUEST', { occurredOn: '9999-12-31' }),
  opening('a day beyond all years', 400, 'INVALID_REQUEST', { occurredOn: '+275760-09-13' }),
  opening('an epoch', 400, 'INVALID_REQUEST', { occurredOn: '1774538400' }),
  opening('an instant for a day', 400, 'INVALID_REQUEST', { occurredOn: '2026-03-26T15:20' }),
  command('24:00', 'schedule-meeting', 400, 'INVALID_REQUEST', { on: '2026-04-08', startsAt: '24:00', mode: 'ONLINE' }),
  command('29 February of no leap year', 'schedule-meeting', 400, 'INVALID_REQUEST', { on: '2027-02-29', mode: 'ONLINE' }),
  opening('a clock with another zone', 400, 'INVALID_REQUEST', { training: { clock: '2026-03-26T15:20+05:00' } }),
  opening('a clock in the hour that spring leaves out', 400, 'INVALID_REQUEST', { training: { clock: '2026-03-29T01:30' } }),
  opening('a clock in the hour that autumn has twice', 400, 'INVALID_REQUEST', { training: { clock: '2026-10-25T01:30' } }),
  row('a time to move on to that is none', 400, 'INVALID_REQUEST', { path: '/v1/cases/REF/forward', json: { to: 'tomorrow' } }),
  row('moving on by nothing', 422, 'NOT_FORWARD', { path: '/v1/cases/REF/forward', json: { to: '2026-03-26T15:20' } }),
  row('moving back', 422, 'NOT_FORWARD', { path: '/v1/cases/REF/forward', json: { to: '2020-01-01T00:00' } }),
  row('moving on by a century', 422, 'TOO_FAR', { path: '/v1/cases/REF/forward', json: { to: '2126-01-01T00:00' } }),
  reading('a forecast of no days', 400, 'INVALID_REQUEST', '/v1/cases/REF/forecast?days=0'),
  reading('a forecast of a thousand years', 400, 'INVALID_REQUEST', '/v1/cases/REF/forecast?days=365250'),
  reading('a forecast of 2^31 milliseconds', 400, 'INVALID_REQUEST', '/v1/cases/REF/forecast?days=2147483648'),
]);

refusedForTheirForm('N14, N24, N25: texts, codes and numbers', [
  raw('half a surrogate pair', 400, 'INVALID_REQUEST', withText('blocked', '\\ud83d')),
  raw('a null character', 400, 'INVALID_REQUEST', withText('blocked', '\\u0000')),
  raw('a control character', 400, 'INVALID_REQUEST', withText('blocked', '\\u0007')),
  raw('a change of writing direction', 400, 'INVALID_REQUEST', withText('blocked', '\\u202e')),
  data('a text of spaces', 400, 'INVALID_REQUEST', { risks: '   ' }),
  data('a code in small letters', 400, 'INVALID_REQUEST', { pace: 'standard' }),
  data('a code with a space', 400, 'INVALID_REQUEST', { pace: 'STANDARD ' }),
  data('a code with a look-alike letter', 400, 'INVALID_REQUEST', { pace: 'ST\u0410NDARD' }),
  data('a reason in small letters', 400, 'INVALID_REQUEST', { reasons: ['self_neglect'] }),
  opening('a profile in capitals', 400, 'INVALID_REQUEST', { profile: 'OXFORDSHIRE' }),
  data('"true" for a flag', 400, 'INVALID_REQUEST', { managerDiscussed: 'true' }),
  ...[-1, 0, 1.5, '3', 6, 1e21].map((likelihood) =>
    command(`a likelihood of ${JSON.stringify(likelihood)}`, 'complete-meeting', 400, 'INVALID_REQUEST', {
      heldOn: '2026-03-26',
      attendance: [{ service: 'svc-gp', status: 'ATTENDED' }],
      outcomes: ['PLAN_AGREED'],
      likelihood,
    }),
  ),
]);

refusedForTheirForm('N30, N34: headers and methods', [
  raw('no Idempotency-Key', 400, 'IDEMPOTENCY_KEY_MISSING', soundText, { 'idempotency-key': '' }),
  raw('a key of 31 characters', 400, 'IDEMPOTENCY_KEY_MISSING', soundText, { 'idempotency-key': 'k'.repeat(31) }),
  raw('a key of 5,000 characters', 400, 'IDEMPOTENCY_KEY_MISSING', soundText, { 'idempotency-key': 'k'.repeat(5_000) }),
  raw('a key with a space', 400, 'IDEMPOTENCY_KEY_MISSING', soundText, { 'idempotency-key': `${'k'.repeat(20)} ${'k'.repeat(20)}` }),
  raw('a key with a tab', 400, 'IDEMPOTENCY_KEY_MISSING', soundText, { 'idempotency-key': `${'k'.repeat(20)}\t${'k'.repeat(20)}` }),
  row('two keys', 400, 'IDEMPOTENCY_KEY_MISSING', {
    body: soundText,
    headers: { 'idempotency-key': ['a'.repeat(36), 'b'.repeat(36)] },
  }),
  row('PUT', 405, 'METHOD_NOT_ALLOWED', { method: 'PUT', body: soundText }),
  row('DELETE', 405, 'METHOD_NOT_ALLOWED', { method: 'DELETE', path: '/v1/cases/REF' }),
  row('OPTIONS', 405, 'METHOD_NOT_ALLOWED', { method: 'OPTIONS' }),
  ...['x-http-method-override', 'x-http-method', 'x-method-override'].map((name) =>
    row(`a method in the disguise of another (${name})`, 405, 'METHOD_NOT_ALLOWED', { body: soundText, headers: { [name]: 'DELETE' } }),
  ),
  row('TRACE', 405, 'METHOD_NOT_ALLOWED', { method: 'TRACE' }),
  row('an address that does not exist', 404, 'NOT_FOUND', { method: 'GET', path: '/v1/people' }),
]);

refusedByTheRules('N21, N22, N27, N31: commands that do not fit the case', [
  opening('a referral of tomorrow', 422, 'OCCURRED_IN_FUTURE', { occurredOn: '2026-03-27' }),
  opening('a referral of the last century', 422, 'DATE_TOO_LONG_AGO', { occurredOn: '1926-03-26' }),
  opening('a clock a century away', 422, 'CLOCK_TOO_FAR', { training: { clock: '2126-03-26T15:20' } }),
  opening('a referral where calls are taken', 422, 'NOT_IN_THIS_LOCALITY', { profile: 'dorset' }),
  data('a reason that the locality does not know', 422, 'UNKNOWN_REASON', { reasons: ['NO_SUCH_REASON'] }),
  data('sharing without consent and without grounds', 422, 'GROUNDS_MISSING', { consent: { position: 'REFUSED' } }),
  command('a meeting in the past', 'schedule-meeting', 422, 'MEETING_IN_PAST', { on: '2026-03-25', mode: 'ONLINE' }),
  command('a meeting in eleven years', 'schedule-meeting', 422, 'MEETING_TOO_FAR', { on: '2037-03-26', mode: 'ONLINE' }),
  command('a meeting in the hour that spring leaves out', 'schedule-meeting', 422, 'MEETING_TIME_UNCLEAR', {
    on: '2026-03-29',
    startsAt: '01:30',
    mode: 'ONLINE',
  }),
  command('a meeting in the hour that autumn has twice', 'schedule-meeting', 422, 'MEETING_TIME_UNCLEAR', {
    on: '2026-10-25',
    startsAt: '01:30',
    mode: 'ONLINE',
  }),
  command('a meeting held tomorrow', 'complete-meeting', 422, 'HELD_IN_FUTURE', {
    heldOn: '2026-03-28',
    attendance: [{ service: 'svc-gp', status: 'ATTENDED' }],
    outcomes: ['PLAN_AGREED'],
  }),
  command('a review before its meeting', 'complete-meeting', 422, 'REVIEW_BEFORE_MEETING', {
    heldOn: '2026-03-26',
    attendance: [{ service: 'svc-gp', status: 'ATTENDED' }],
    outcomes: ['PLAN_AGREED'],
    reviewOn: '2026-03-26',
  }),
  command('an action due before it is agreed', 'add-action', 422, 'DUE_IN_PAST', {
    id: 'a1',
    text: 'synthetic',
    service: 'svc-gp',
    dueOn: '2026-03-25',
  }),
  command('a service that is not in the directory', 'schedule-meeting', 422, 'UNKNOWN_SERVICE', {
    on: '2026-04-08',
    mode: 'ONLINE',
    services: [{ service: 'svc-nowhere' }],
  }),
  command('a plan before there was a meeting', 'publish-plan', 409, 'WRONG_STAGE', {}),
  command('an action that is not there', 'complete-action', 422, 'UNKNOWN_ACTION', { action: 'nothing' }),
  row('a stale entry number', 412, 'STALE_SEQ', {
    path: '/v1/cases/REF/commands/decide-triage',
    json: { data: { outcome: 'MARM', rationale: 'synthetic' } },
    headers: { 'if-match': '"41"' },
  }),
]);

describe('N27: a command out of order', () => {
  it('says in words where the case stands', async () => {
    const answer = await sendRow(command('', 'publish-plan', 409, 'WRONG_STAGE', {}));
    expect(answer.problem.detail).toContain('received, waiting for triage');
  });
});

describe('N12: texts made to be slow', () => {
  it.each([
    ['escapes without an end', `{"a":"${'\\"'.repeat(45_000)}`],
    ['a long text of one letter', withText('blocked', 'a'.repeat(90_000))],
    ['quotes in a row', `{${'"'.repeat(90_000)}`],
    ['a long name of a code', withText('SELF_NEGLECT', 'A'.repeat(90_000))],
  ])('%s: refused in well under a second', async (_what, body) => {
    const begun = performance.now();
    const answer = await sendRow(raw('', 400, '', body));
    expect(answer.status).toBe(400);
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

describe('N29: links in a text', () => {
  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'http://user:secret@example.test/'])(
    '%s is kept as text, goes into no mail and is never opened',
    async (link) => {
      const answer = await sendRow(data('', 201, '', { risks: link }));
      expect(answer.status).toBe(201);
      const { ref: opened } = JSON.parse(answer.text) as { ref: string };
      const mails = await (await fetch(`${sharedStack().inbox}/api/messages?ref=${opened}`)).text();
      expect(mails).not.toContain(link);
    },
  );
});

describe('after all of it', () => {
  it('the process is alive, no prototype is changed, and the case takes a sound command', async () => {
    const health = await fetch(`${sharedStack().api}/health/ready`);
    expect(health.status).toBe(200);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const answer = await sendRow(command('', 'decide-triage', 200, '', { outcome: 'MARM', rationale: 'synthetic' }));
    expect(answer.status).toBe(200);
  });
});

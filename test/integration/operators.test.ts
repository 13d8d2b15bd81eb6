import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contract } from '../../api/contract';
import { callerOf, newKey, open, PEOPLE, referral, tokenFor } from '../support/api';
import { partDraft, saveDraft } from '../support/drafts';
import { startOwnApi } from '../support/ownApi';
import type { OwnApi } from '../support/ownApi';
import { sharedStack } from '../support/stack';
import { send } from '../support/wire';

interface Operation {
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly example: Readonly<Record<string, unknown>> } } };
}
interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const OPERATIONS = Object.entries((contract() as Contract).paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
);
const OPERATOR = { $gt: '' };
const NAMES = ['$where', 'a.b', 'state.holders.COORDINATOR'];
const AT_ONCE = 20;

// Two of its own: together the requests are more than one address may send to one of them in a minute.
let own: readonly OwnApi[];
let token: string;
let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  own = [await startOwnApi(sharedStack(), (gateway) => gateway), await startOwnApi(sharedStack(), (gateway) => gateway)];
  token = await tokenFor(sharedStack(), PEOPLE.coordinator);
  const coordinator = await callerOf(sharedStack(), PEOPLE.coordinator);
  const ref = await open(await callerOf(sharedStack(), PEOPLE.referrer), referral('2026-03-26T15:20'));
  ids = { ref, id: await saveDraft(coordinator, partDraft()), commandId: 'a'.repeat(52) };
});

afterAll(() => Promise.all(own.map((one) => one.close())));

const pathOf = (path: string): string => path.replace(/\{(\w+)\}/g, (_all, name: string) => ids[name] ?? 'x');

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: object | undefined;
}

async function statusOf(api: string, { method, path, body }: Sent): Promise<number> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': newKey(),
    ...(method === 'PUT' ? { 'if-match': '"1"' } : {}),
  };
  return (await send(api, { method, path, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })).status;
}

/** What is answered otherwise than as not well formed. */
async function notRefused(all: readonly Sent[]): Promise<readonly object[]> {
  const wrong: object[] = [];
  for (let n = 0; n < all.length; n += AT_ONCE)
    await Promise.all(
      all.slice(n, n + AT_ONCE).map(async (one, m) => {
        const status = await statusOf(own[m % own.length]?.api ?? '', one);
        if (status !== 400) wrong.push({ ...one, status });
      }),
    );
  return wrong;
}

/** The example of the contract with an operator for every value, one at a time, and with names that reach into a record. */
function spoiled(example: Readonly<Record<string, unknown>>): readonly object[] {
  const named = NAMES.map((name) => ({ ...example, [name]: OPERATOR }));
  const values = Object.keys(example).map((name) => ({ ...example, [name]: OPERATOR }));
  const { data } = example;
  const inData = typeof data !== 'object' || data === null ? [] : spoiled(data as Readonly<Record<string, unknown>>);
  return [...named, ...values, ...inData.map((one) => ({ ...example, data: one }))];
}

describe('given every address of the contract', () => {
  it('then there are some of each kind', () => {
    expect(new Set(OPERATIONS.map(({ method }) => method))).toEqual(new Set(['GET', 'POST', 'PUT', 'DELETE']));
    expect(OPERATIONS.length).toBeGreaterThan(80);
  });
  it('when a query holds an operator or reaches into the record, then it is refused as not well formed', async () => {
    const all = OPERATIONS.filter(({ method }) => method !== 'DELETE').flatMap(({ method, path, operation }) =>
      NAMES.map((name) => ({
        method,
        path: `${pathOf(path)}?${encodeURIComponent(name)}=1`,
        body: operation.requestBody?.content['application/json'].example,
      })),
    );
    expect(await notRefused(all)).toEqual([]);
  });
  it('when a body holds an operator for a value, or a name that is one, then it is refused as not well formed', async () => {
    const all = OPERATIONS.flatMap(({ method, path, operation: { requestBody } }) =>
      requestBody ? spoiled(requestBody.content['application/json'].example).map((body) => ({ method, path: pathOf(path), body })) : [],
    );
    expect(all.length).toBeGreaterThan(500);
    expect(await notRefused(all)).toEqual([]);
  });
});

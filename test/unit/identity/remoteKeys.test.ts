import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import type { CryptoKey } from 'jose';
import { KeysUnavailableError, remoteKeys } from '../../../api/identity/remoteKeys';
import type { KeyTimes } from '../../../api/identity/remoteKeys';

const LONG: KeyTimes = { cooldownMs: 60_000, freshMs: 600_000, mostMs: 3_600_000, timeoutMs: 1_000 };

/** A real issuer: its discovery document and its key set, with how often each was asked for. */
let server: Server;
let issuer: string;
let asked: string[];
let keys: object[];
let answers: { discovery: () => object; status: number };
const signers = new Map<string, CryptoKey>();

async function addKey(kid: string): Promise<void> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  signers.set(kid, privateKey);
  keys.push({ ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' });
}

beforeEach(async () => {
  asked = [];
  keys = [];
  await addKey('first');
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const body = request.url === '/realm/.well-known/openid-configuration' ? answers.discovery() : { keys };
    response.writeHead(answers.status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/realm`;
  answers = { status: 200, discovery: () => ({ issuer, jwks_uri: issuer.replace('/realm', '/where/keys/are') }) };
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const token = (kid: string, signer = kid): Promise<string> =>
  new SignJWT({}).setProtectedHeader({ alg: 'ES256', kid }).setSubject('p-x').sign(signers.get(signer)!);
const verify = async (get: ReturnType<typeof remoteKeys>, kid: string, signer = kid): Promise<string> =>
  jwtVerify(await token(kid, signer), get, { algorithms: ['ES256'] }).then(
    () => 'good',
    (error: unknown) => (error instanceof KeysUnavailableError ? 'unavailable' : 'bad'),
  );

describe('given an issuer that publishes where its keys are', () => {
  it('when a thousand good tokens come, many at once, then it was asked once, at the address that it named', async () => {
    const get = remoteKeys(issuer, LONG);
    expect(asked).toEqual([]);
    const all = await Promise.all(Array.from({ length: 1_000 }, () => verify(get, 'first')));
    expect(new Set(all)).toEqual(new Set(['good']));
    expect(asked).toEqual(['/realm/.well-known/openid-configuration', '/where/keys/are']);
  });
  it('when a flood of tokens names keys that it does not have, then it is not asked for one of them, and good ones stay good', async () => {
    const get = remoteKeys(issuer, LONG);
    await verify(get, 'first');
    const flood = await Promise.all(Array.from({ length: 500 }, (_, n) => verify(get, `unknown-${n}`, 'first')));
    expect(new Set(flood)).toEqual(new Set(['bad']));
    expect([asked.length, await verify(get, 'first')]).toEqual([2, 'good']);
  });
  it('when it has a new key and the rest is over, then the first token with it is good', async () => {
    const get = remoteKeys(issuer, { ...LONG, cooldownMs: 0 });
    await verify(get, 'first');
    await addKey('second');
    expect(await verify(get, 'second')).toBe('good');
    expect(asked).toHaveLength(4);
  });
  it('when its keys have grown old, then they are fetched anew, and a key that it took back is good no longer', async () => {
    const get = remoteKeys(issuer, { ...LONG, cooldownMs: 0, freshMs: 0 });
    expect(await verify(get, 'first')).toBe('good');
    keys = [];
    await addKey('second');
    expect(await verify(get, 'first')).toBe('bad');
  });
});

describe('given an issuer that does not answer', () => {
  it('when a hundred tokens come, then it is asked once, and all are told that signing in is not possible', async () => {
    answers.status = 500;
    const get = remoteKeys(issuer, LONG);
    const all = await Promise.all(Array.from({ length: 100 }, () => verify(get, 'first')));
    expect([new Set(all), asked.length]).toEqual([new Set(['unavailable']), 1]);
  });
  it('when it answered before, then its keys stay good for a time, whatever unknown ones are asked for, and not for ever', async () => {
    let clock = 0;
    const get = remoteKeys(issuer, { ...LONG, cooldownMs: 0, freshMs: 10, mostMs: 100 }, () => clock);
    await verify(get, 'first');
    answers.status = 500;
    clock = 100;
    expect([await verify(get, 'unknown', 'first'), await verify(get, 'first')]).toEqual(['bad', 'good']);
    clock = 101;
    expect(await verify(get, 'first')).toBe('unavailable');
  });
  it.each([
    ['calls itself otherwise', () => ({ issuer: 'https://other.example', jwks_uri: `${issuer}/keys` })],
    ['says not where its keys are', () => ({ issuer })],
    ['names something that is no address', () => ({ issuer, jwks_uri: 'keys' })],
  ])('when it %s, then none of its keys is taken', async (_what, discovery) => {
    answers.discovery = discovery;
    expect(await verify(remoteKeys(issuer, LONG), 'first')).toBe('unavailable');
  });
});

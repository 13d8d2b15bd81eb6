import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import type { JWK, JWTHeaderParameters } from 'jose';
import { loadOrMakeIssuerKey, LOCAL_ISSUER } from '../../config';
import { newKey, PEOPLE, referral, tokenFor } from '../support/api';
import { openRecord } from '../support/record';
import type { Look } from '../support/record';
import { sharedStack } from '../support/stack';
import { send } from '../support/wire';
import type { WireAnswer } from '../support/wire';

let record: Look;
let issuerKey: JWK;
beforeAll(async () => {
  record = await openRecord(sharedStack());
  issuerKey = await loadOrMakeIssuerKey(join(sharedStack().stateDir, 'keys', 'issuer.jwk.json'));
});
afterAll(() => record.close());

const NOW = (): number => Math.floor(Date.now() / 1000);

interface Claims {
  readonly header?: Partial<JWTHeaderParameters>;
  readonly issuer?: string;
  readonly audience?: string;
  readonly subject?: string;
  readonly expiresAt?: number;
  readonly more?: object;
  readonly key?: Parameters<SignJWT['sign']>[0];
}

/** A token as the issuer signs it, but for what is given otherwise. */
async function token({ header, issuer, audience, subject, expiresAt, more, key }: Claims): Promise<string> {
  return new SignJWT({ ...more })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: issuerKey.kid ?? '', ...header })
    .setSubject(subject ?? PEOPLE.referrer)
    .setIssuer(issuer ?? LOCAL_ISSUER)
    .setAudience(audience ?? 'marm-engine')
    .setIssuedAt()
    .setExpirationTime(expiresAt ?? NOW() + 600)
    .sign(key ?? (await importJWK(issuerKey, 'ES256')));
}

const bearer = async (made: Promise<string> | string): Promise<string> => `Bearer ${await made}`;

async function signedByAnother(withItsKey: boolean): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return token({ key: privateKey, ...(withItsKey ? { header: { jwk: await exportJWK(publicKey) } } : {}) });
}

function withOwnKey(): Promise<string> {
  const { d: _private, ...jwk } = issuerKey;
  return token({ header: { jwk } });
}

function unsigned(): string {
  return new UnsecuredJWT({ sub: PEOPLE.referrer, iss: LOCAL_ISSUER, aud: 'marm-engine', exp: NOW() + 600 }).encode();
}

async function cutAndPasted(): Promise<string> {
  const [header = '', , signature = ''] = (await token({})).split('.');
  const payload = { sub: PEOPLE.coordinator, iss: LOCAL_ISSUER, aud: 'marm-engine', exp: NOW() + 600 };
  return [header, Buffer.from(JSON.stringify(payload)).toString('base64url'), signature].join('.');
}

const ROWS: readonly (readonly [what: string, authorization: () => Promise<string> | string])[] = [
  ['no token at all', () => ''],
  ['a password instead', () => `Basic ${Buffer.from('p-referrer-ox:secret').toString('base64')}`],
  ['something that is no token', () => 'Bearer nonsense'],
  ['an unsigned token (alg none)', () => bearer(unsigned())],
  [
    'a token signed with the public key as a secret (HS256)',
    () => {
      const { d: _private, ...half } = issuerKey;
      return bearer(token({ header: { alg: 'HS256' }, key: Buffer.from(JSON.stringify(half)) }));
    },
  ],
  ['the key of somebody else', () => bearer(signedByAnother(false))],
  ['the key of somebody else, brought along (jwk)', () => bearer(signedByAnother(true))],
  ['a key set of somebody else (jku)', () => bearer(token({ header: { jku: 'https://keys.example/jwks.json', kid: 'theirs' } }))],
  [
    'our own key, with a key set of somebody else beside it (jku)',
    () => bearer(token({ header: { jku: 'https://keys.example/jwks.json' } })),
  ],
  ['our own key, brought along (jwk)', () => bearer(withOwnKey())],
  ['our own key, with an address of certificates (x5u)', () => bearer(token({ header: { x5u: 'https://keys.example/x5u' } }))],
  ['a system that is not registered', () => bearer(token({ subject: 'client-unknown', more: { client_id: 'client-unknown' } }))],
  [
    'a system’s subject in a token that was given to another system',
    () => bearer(token({ subject: 'client-housing-ox', more: { azp: 'client-other' } })),
  ],
  [
    'the id of a registered system as the one a stranger signed in with',
    () => bearer(token({ subject: 'p-nobody', more: { azp: 'client-housing-ox' } })),
  ],
  ['an unknown key id', () => bearer(token({ header: { kid: 'unknown' } }))],
  ['the wrong issuer', () => bearer(token({ issuer: 'https://other-issuer.example' }))],
  ['the wrong audience', () => bearer(token({ audience: 'another-service' }))],
  ['the wrong type', () => bearer(token({ header: { typ: 'JWT' } }))],
  ['an expired token', () => bearer(token({ expiresAt: NOW() - 120 }))],
  ['a token for later (nbf)', () => bearer(token({ more: { nbf: NOW() + 600 } }))],
  ['a claim cut and pasted into a signed token', () => bearer(cutAndPasted())],
  ['a person who is not in the directory', () => bearer(token({ subject: 'p-nobody' }))],
  ['a subject that is no id', () => bearer(token({ subject: '{"$gt":""}' }))],
  ['twelve kilobytes of claims', () => bearer(token({ more: { padding: 'x'.repeat(8_000) } }))],
];

async function opened(authorization: string): Promise<WireAnswer> {
  const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': newKey() };
  return send(sharedStack().api, { path: '/v1/cases', headers, body: JSON.stringify(referral('2026-03-26T15:20')) });
}

describe('N32: tokens that are not good', () => {
  it.each(ROWS)('%s: 401, the same words for all, and nothing is written', async (_what, authorization) => {
    const before = await record.counts();
    const answer = await opened(await authorization());
    expect([answer.status, answer.problem.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(answer.contentType).toContain('application/problem+json');
    expect(answer.text).toBe((await opened('')).text);
    expect(await record.counts()).toEqual(before);
  });
  it('sixty-four kilobytes are refused at the door', async () => {
    expect((await opened(`Bearer ${'a'.repeat(65_536)}`)).status).toBe(431);
  });
  it('the token that all rows are made from is good', async () => {
    expect((await opened(await bearer(token({})))).status).toBe(201);
  });
  it('a person who has left is refused from the next request on', async () => {
    const left = await bearer(tokenFor(sharedStack(), 'p-police-manager'));
    const people = record.mongo.main.collection<{ _id: string }>('people');
    const worklist = () => send(sharedStack().api, { method: 'GET', path: '/v1/cases', headers: { authorization: left } });
    expect((await worklist()).status).toBe(200);
    await people.updateOne({ _id: 'p-police-manager' }, { $set: { active: false } });
    expect((await worklist()).status).toBe(401);
    await people.updateOne({ _id: 'p-police-manager' }, { $set: { active: true } });
  });
  it.each(['/v1/cases', '/v1/cases/ZZZZ-ZZ', '/v1/cases/ZZZZ-ZZ/timeline', '/v1/nowhere'])('reading %s needs a token', async (path) => {
    expect((await send(sharedStack().api, { method: 'GET', path })).status).toBe(401);
  });
});

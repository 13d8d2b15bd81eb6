import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { JWK } from 'jose';

/** Issuer of the tokens that the embedded mode signs for itself; refused in production. */
export const LOCAL_ISSUER = 'https://local-issuer.marm.example';

/** The local issuer's private key, made on first use and readable by its owner alone. */
export async function loadOrMakeIssuerKey(file: string): Promise<JWK> {
  if (existsSync(file)) return readKey(file);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const fresh = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'ES256' };
  try {
    writeFileSync(file, JSON.stringify(fresh), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process made it first: that one counts.
    if (!existsSync(file)) throw error;
  }
  return readKey(file);
}

const readKey = (file: string): JWK => JSON.parse(readFileSync(file, 'utf8')) as JWK;

/** The public half of a key, for a key set. */
export const publicHalf = ({ d: _private, ...rest }: JWK): JWK => rest;

/** Signs an access token for a person of the directory. `minutes` is how long it is good for. */
export async function issueToken(key: JWK, person: string, audience: string, minutes: number): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key.kid ?? '' })
    .setSubject(person)
    .setIssuer(LOCAL_ISSUER)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${minutes}m`)
    .sign(await importJWK(key, 'ES256'));
}

import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { ApiDeps } from '../deps';
import { Problem } from '../problem';
import { KeysUnavailableError } from './remoteKeys';

const LONGEST_TOKEN = 8_192;
const SUBJECT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
// A token that brings its own keys, or says where they are, or asks for extensions, is none of ours.
const NOT_OURS = ['jku', 'jwk', 'x5u', 'x5c', 'crit'];

/** Whom a good token is about, and the system that it was given to, where it says so. */
export interface TokenSubject {
  readonly subject: string;
  readonly client: string | null;
}

/**
 * Checks a bearer token: fixed algorithms, issuer, audience, type, a minute of skew at most. Null for one that is not good; why is nobody's
 * business but the issuer's. @throws Problem 503 while the keys of the issuer cannot be had
 */
export async function verifyToken(
  { keys, issuer, settings }: Pick<ApiDeps, 'keys' | 'issuer' | 'settings'>,
  header: string,
): Promise<TokenSubject | null> {
  const [, token] = /^Bearer ([\w.~+/=-]+)$/.exec(header) ?? [];
  if (token === undefined || token.length > LONGEST_TOKEN || bringsKeys(token)) return null;
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['ES256', 'RS256'],
      issuer,
      audience: settings.oidcAudience,
      typ: 'at+jwt',
      clockTolerance: 60,
      requiredClaims: ['sub', 'exp'],
    });
    const client = payload['client_id'] ?? payload['azp'] ?? null;
    if (payload.sub === undefined || !SUBJECT.test(payload.sub) || !(client === null || typeof client === 'string')) return null;
    return { subject: payload.sub, client };
  } catch (error) {
    if (error instanceof KeysUnavailableError) throw keysUnavailable();
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

function bringsKeys(token: string): boolean {
  try {
    const header = decodeProtectedHeader(token);
    return NOT_OURS.some((name) => Object.hasOwn(header, name));
  } catch {
    return true;
  }
}

const keysUnavailable = (): Problem =>
  new Problem(503, 'SIGN_IN_UNAVAILABLE', 'The sign-in service cannot be reached just now: try again in a moment.', { retryAfterS: 30 });

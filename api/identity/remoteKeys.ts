import { createLocalJWKSet, errors } from 'jose';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

/** The issuer's keys cannot be had: nobody can be told apart from anybody else. */
export class KeysUnavailableError extends Error {}

/** How the keys of an issuer are kept; all in ms. */
export interface KeyTimes {
  /** The issuer is not asked again before this, whatever tokens come: not for unknown keys, nor after a failure. */
  readonly cooldownMs: number;
  /** After this they are fetched anew. */
  readonly freshMs: number;
  /** How long they are good while the issuer does not answer. */
  readonly mostMs: number;
  readonly timeoutMs: number;
}

const TIMES: KeyTimes = { cooldownMs: 30_000, freshMs: 600_000, mostMs: 3_600_000, timeoutMs: 5_000 };
const MOST_BYTES = 256_000;

interface Kept {
  readonly keyOf: ReturnType<typeof createLocalJWKSet>;
  readonly at: number;
}

/**
 * The keys of an issuer, found as it publishes them (/.well-known/openid-configuration) at the first token, then kept. `now` is a clock in ms
 * that only ever goes on.
 * @throws KeysUnavailableError while there are none that may be used
 */
export function remoteKeys(issuer: string, times: KeyTimes = TIMES, now: () => number = () => performance.now()): JWTVerifyGetKey {
  const store = keyStore(() => fetchKeys(issuer, times.timeoutMs), times, now);
  return async (header, token) => {
    const kept = await store.current();
    try {
      return await kept.keyOf(header, token);
    } catch (error) {
      // Perhaps a new key: the issuer is asked for it, but not for every token with a name of its own.
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return (await store.renewed()).keyOf(header, token);
    }
  };
}

function keyStore(get: () => Promise<JSONWebKeySet>, { cooldownMs, freshMs, mostMs }: KeyTimes, now: () => number) {
  let kept: Kept | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;
  const since = (at: number): number => now() - at;
  const ask = async (): Promise<void> => {
    askedAt = now();
    kept = { keyOf: createLocalJWKSet(await get()), at: askedAt };
  };
  // One question at a time, whoever waits for it. A failure is told by there being no keys, or old ones.
  const renew = async (): Promise<void> => {
    if (asking === undefined && since(askedAt) < cooldownMs) return;
    asking ??= ask()
      .catch(() => undefined)
      .finally(() => {
        asking = undefined;
      });
    await asking;
  };
  const usable = (): Kept => {
    if (!kept || since(kept.at) > mostMs) throw new KeysUnavailableError('the issuer’s keys cannot be had');
    return kept;
  };
  return {
    async current(): Promise<Kept> {
      if (!kept || since(kept.at) > freshMs) await renew();
      return usable();
    },
    async renewed(): Promise<Kept> {
      await renew();
      return usable();
    },
  };
}

const discovered = z.object({ issuer: z.string(), jwks_uri: z.url() });
const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

async function fetchKeys(issuer: string, timeoutMs: number): Promise<JSONWebKeySet> {
  const found = discovered.parse(await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, timeoutMs));
  if (found.issuer !== issuer) throw new Error('the issuer calls itself otherwise');
  // Whoever is asked over https must not send us to keys that anybody on the way could change.
  if (issuer.startsWith('https:') && !found.jwks_uri.startsWith('https:')) throw new Error('the keys are not offered over https');
  return keySet.parse(await fetchJson(found.jwks_uri, timeoutMs));
}

async function fetchJson(address: string, timeoutMs: number): Promise<unknown> {
  const answer = await fetch(address, {
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { accept: 'application/json' },
  });
  const text = answer.ok ? await answer.text() : '';
  if (text === '' || text.length > MOST_BYTES) throw new Error(`the issuer answers ${answer.status}`);
  return JSON.parse(text) as unknown;
}

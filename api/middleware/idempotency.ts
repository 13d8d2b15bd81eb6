import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { canonicalJson, sha256 } from '../../persistence';
import type { StoredRequest } from '../../persistence';
import type { ApiDeps } from '../deps';
import { Problem } from '../problem';

const LEASE_MS = 30_000;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** A request that may be done: its command id, and the reference that an earlier try reserved. */
export interface Begun {
  readonly commandId: string;
  readonly ref: string | null;
}

/** Base32 of a SHA-256, in lower case: the command id of every retry of one request. */
export function commandIdOf(subject: string, route: string, key: string): string {
  const digest = createHash('sha256').update(`${subject}\n${route}\n${key}`).digest();
  let bits = '';
  for (const byte of digest) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** Reads the Idempotency-Key. @throws Problem 400 */
export function keyOf(request: Request): string {
  const key = request.get('idempotency-key');
  if (key !== undefined && /^[\x21-\x7e]{32,200}$/.test(key)) return key;
  throw new Problem(
    400,
    'IDEMPOTENCY_KEY_MISSING',
    'Send an Idempotency-Key of 32 to 200 visible characters, new for each thing you do and the same for each retry.',
  );
}

/**
 * Does a thing once per Idempotency-Key: the first request does it, a retry is told what became of it, another body is refused.
 * Only final 2xx and 4xx are kept; after anything else the same key may try again.
 */
export async function once<T>(
  deps: ApiDeps,
  request: Request,
  actor: string,
  work: { replay(stored: StoredRequest): Promise<T>; run(begun: Begun): Promise<{ status: number; ref: string; answer: T }> },
): Promise<T> {
  const route = `${request.method} ${request.originalUrl.split('?')[0] ?? ''}`;
  const commandId = commandIdOf(actor, route, keyOf(request));
  const { requests } = deps.repositories;
  const begun = await requests.begin({
    commandId,
    actor,
    route,
    bodyHash: sha256(canonicalJson(request.body)),
    now: deps.wallClock(),
    leaseMs: LEASE_MS,
  });
  if (begun.kind === 'other-body')
    throw new Problem(422, 'IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key belongs to another request: use a new one.');
  if (begun.kind === 'in-flight')
    throw new Problem(409, 'IN_FLIGHT', 'This request is being done: ask again in a moment.', { retryAfterS: 1 });
  if (begun.kind === 'replay') return work.replay(begun.stored);
  return runAndKeep(deps, commandId, () => work.run({ commandId, ref: begun.ref }));
}

async function runAndKeep<T>(deps: ApiDeps, commandId: string, run: () => Promise<{ status: number; ref: string; answer: T }>): Promise<T> {
  const { requests } = deps.repositories;
  try {
    const { status, ref, answer } = await run();
    if (status < 300 && status !== 202) await requests.finish(commandId, status, null, ref);
    else await requests.release(commandId);
    return answer;
  } catch (error) {
    const final = error instanceof Problem && error.status < 500 && error.status !== 429;
    if (final) await requests.finish(commandId, error.status, error.code, null);
    else await requests.release(commandId).catch(() => undefined);
    throw error;
  }
}

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { issueToken, loadOrMakeIssuerKey } from '../config';
import { addresses, stateDir } from './addresses';

const TRIES = 5;

/** A refusal of the API, as one line for people. */
export class CliError extends Error {}

interface ProblemBody {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

export interface Target {
  readonly as: string;
  readonly api?: string;
}

/** A token of the local issuer for a person. */
export const tokenFor = async (person: string, minutes: number): Promise<string> =>
  issueToken(
    await loadOrMakeIssuerKey(join(stateDir(), 'keys', 'issuer.jwk.json')),
    person,
    process.env['MARM_OIDC_AUDIENCE'] ?? 'marm-engine',
    minutes,
  );

/** Reads from the API. @throws CliError */
export const get = (target: Target, path: string): Promise<unknown> => call(target, 'GET', path, undefined);

/** Posts to the API; tries again under the same key while the engine is busy. @throws CliError */
export const post = (target: Target, path: string, body: unknown): Promise<unknown> => call(target, 'POST', path, body);

/** Replaces what stands at an address, if it is still at the version read. @throws CliError */
export const put = (target: Target, path: string, body: unknown, version: number): Promise<unknown> =>
  call(target, 'PUT', path, body, { 'if-match': `"${version}"` });

/** Deletes what stands at an address. @throws CliError */
export const remove = (target: Target, path: string): Promise<unknown> => call(target, 'DELETE', path, undefined);

/** Posts a file as it is. @throws CliError */
export const postFile = (target: Target, path: string, file: string, type: string): Promise<unknown> =>
  call(target, 'POST', path, file, { 'content-type': type });

/** Reads a file from the API, as text. @throws CliError */
export async function getFile(target: Target, path: string): Promise<string> {
  return (await download(target, path, {})).toString('utf8');
}

/** Reads or posts and gives the bytes of the answer, as a file. @throws CliError */
export async function download(
  target: Target,
  path: string,
  asked: { readonly body?: unknown; readonly accept?: string },
): Promise<Buffer> {
  const method = asked.body === undefined ? 'GET' : 'POST';
  const accept: Readonly<Record<string, string>> = asked.accept === undefined ? {} : { accept: asked.accept };
  const response = await reach(target, method, path, asked.body, accept);
  return response.ok ? Buffer.from(await response.arrayBuffer()) : ((await answerOf(response)) as never);
}

const call = async (...request: Parameters<typeof reach>): Promise<unknown> => answerOf(await reach(...request));

async function reach(
  target: Target,
  method: string,
  path: string,
  body: unknown,
  more: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const api = target.api ?? addresses().api;
  const headers = {
    authorization: `Bearer ${await tokenFor(target.as, 5)}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
    ...more,
  };
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  for (let n = 1; ; n += 1) {
    const response = await fetch(`${api}${path}`, { method, headers, ...sent }).catch(() => {
      throw new CliError(`The engine does not answer at ${api}. Start it with: npm start`);
    });
    const again = [202, 429, 503].includes(response.status) && n < TRIES;
    if (!again) return response;
    await pause(Math.min(5, Number(response.headers.get('retry-after') ?? 1)) * 1_000);
  }
}

async function answerOf(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => ({}));
  if (response.ok) return body;
  const { code, detail, errors = [] } = body as ProblemBody;
  throw new CliError(
    [`${code ?? response.status}: ${detail ?? 'the request failed'}`, ...errors.map((one) => `  ${one.pointer}: ${one.detail}`)].join('\n'),
  );
}

/** The captured mails. @throws CliError */
export async function inbox(query: Readonly<Record<string, string>>): Promise<unknown> {
  const address = addresses().inbox;
  const response = await fetch(`${address}/api/messages?${new URLSearchParams(query).toString()}`).catch(() => {
    throw new CliError(`The inbox does not answer at ${address}. Start the engine with: npm start`);
  });
  return response.json();
}

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { issueToken, loadOrMakeIssuerKey } from '../../config';
import type { StackAddresses } from './stack';

/** An answer of the API: status, headers, and its JSON body. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** The answer to a command. */
export interface Receipt {
  readonly ref: string;
  readonly seq: number | null;
  readonly commandId: string;
  readonly links: { readonly self: string; readonly outcome: string };
}

/** A problem (RFC 9457). */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

/** A ledger row as the API tells it. */
export interface NoticeBody {
  readonly notice: string;
  readonly clock: string | null;
  readonly threshold: string | null;
  readonly role: string;
  readonly recipient: string;
  readonly dueAt: string;
  readonly outcome: string;
}

/** A running deadline as the API tells it. */
export interface ClockBody {
  readonly clock: string;
  readonly key: string;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly next: { readonly threshold: string; readonly at: string } | null;
  readonly explanation: { readonly text: string; readonly source: string };
}

/** One entry of the timeline. */
export interface EntryBody {
  readonly seq: number;
  readonly command: string | null;
  readonly commandId: string | null;
  readonly events: readonly { readonly type: string; readonly [field: string]: unknown }[];
}

/** The API as one person uses it. */
export interface Caller {
  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>>;
  /** Posts under a new Idempotency-Key unless the headers give one. */
  post<T = Receipt>(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer<T>>;
  put<T = Record<string, unknown>>(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer<T>>;
  remove<T = Record<string, unknown>>(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer<T>>;
  /** Gives a command by its name in the address, such as decide-triage. */
  give<T = Receipt>(ref: string, command: string, data: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer<T>>;
}

/** A new key for one request and its retries. */
export const newKey = (): string => randomUUID();

/** A token of a stack's own issuer. */
export const tokenFor = async ({ stateDir }: Pick<StackAddresses, 'stateDir'>, person: string, minutes = 30): Promise<string> =>
  issueToken(await loadOrMakeIssuerKey(join(stateDir, 'keys', 'issuer.jwk.json')), person, 'marm-engine', minutes);

/** Calls the API of a stack as a person of its directory. */
export async function callerOf(stack: Pick<StackAddresses, 'api' | 'stateDir'>, person: string): Promise<Caller> {
  const authorization = `Bearer ${await tokenFor(stack, person)}`;
  const call = async <T>(path: string, init: RequestInit): Promise<Answer<T>> => {
    const response = await fetch(`${stack.api}${path}`, init);
    return { status: response.status, headers: response.headers, body: (await response.json()) as T };
  };
  const send =
    (method: string) =>
    <T>(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer<T>> =>
      call(path, {
        method,
        headers: { authorization, 'content-type': 'application/json', 'idempotency-key': newKey(), ...headers },
        body: JSON.stringify(body),
      });
  const post = send('POST');
  return {
    get: (path) => call(path, { headers: { authorization } }),
    post,
    put: send('PUT'),
    remove: (path, headers = {}) => call(path, { method: 'DELETE', headers: { authorization, 'idempotency-key': newKey(), ...headers } }),
    give: (ref, command, data, headers) => post(`/v1/cases/${ref}/commands/${command}`, { data }, headers),
  };
}

/** The people of the synthetic directory who act in these tests. */
export const PEOPLE = {
  referrer: 'p-referrer-ox',
  coordinator: 'p-officer-ox',
  fireLead: 'p-fire-lead',
  stranger: 'p-police-lead',
} as const;

/** A referral as small as it may be; `clock` starts it on a training clock. */
export const referral = (clock?: string, more: object = {}): object => ({
  profile: 'oxfordshire',
  command: 'submitReferral',
  data: { reasons: ['SELF_NEGLECT'], risks: 'Synthetic: blocked exits.', consent: { position: 'GIVEN' } },
  ...(clock === undefined ? {} : { training: { clock } }),
  ...more,
});

/** Opens a case and gives its reference. @throws Error when it is not created */
export async function open(caller: Caller, body: object): Promise<string> {
  const { status, body: receipt } = await caller.post('/v1/cases', body);
  if (status !== 201) throw new Error(`not created: ${status} ${JSON.stringify(receipt)}`);
  return receipt.ref;
}

/** Lives a training case through to an instant. @throws Error when that fails */
export async function forwardTo(caller: Caller, ref: string, to: string): Promise<void> {
  const { status, body } = await caller.post<Record<string, unknown>>(`/v1/cases/${ref}/forward`, { to });
  if (status !== 200) throw new Error(`not moved on: ${status} ${JSON.stringify(body)}`);
}

/** The messages of a case and what became of each. */
export const noticesOf = async (caller: Caller, ref: string): Promise<readonly NoticeBody[]> =>
  (await caller.get<{ notices: readonly NoticeBody[] }>(`/v1/cases/${ref}/notices`)).body.notices;

/** What happened in a case. */
export const timelineOf = async (caller: Caller, ref: string): Promise<readonly EntryBody[]> =>
  (await caller.get<{ entries: readonly EntryBody[] }>(`/v1/cases/${ref}/timeline`)).body.entries;

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callerOf, newKey, open, PEOPLE, referral, tokenFor } from '../support/api';
import { partDraft, saveDraft } from '../support/drafts';
import { mountedRoutes } from '../support/mountedRoutes';
import { startOwnApi } from '../support/ownApi';
import type { OwnApi } from '../support/ownApi';
import { sharedStack } from '../support/stack';

/** Who asks about one and the same case. */
const ASKERS = {
  coordinator: PEOPLE.coordinator,
  governance: 'p-governance-ox',
  leadWorker: PEOPLE.fireLead,
  outsider: PEOPLE.stranger,
  excluded: 'p-mental-health-lead',
  glass: 'p-gp-lead',
  system: 'client-housing-ox',
  nobody: null,
  administrator: 'p-directory-ox',
} as const;
type Who = keyof typeof ASKERS;
const ORDER = Object.keys(ASKERS) as readonly Who[];

interface Row {
  readonly route: string;
  readonly body?: object;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Status by asker, in the order of ASKERS. */
  readonly expected: readonly number[];
  /** The administrator of the directory, who is an outsider to every case unless said here. */
  readonly administrator?: number;
}

const row = (route: string, expected: readonly number[], more: Partial<Row> = {}): Row => ({ route, expected, ...more });
const EVERYBODY = [200, 200, 200, 200, 200, 200, 200, 200];
const PEOPLE_ONLY = (status: number): readonly number[] => [status, status, status, status, status, status, 403, 401];
/** What only the administrator of the directory may. */
const KEPT = PEOPLE_ONLY(403);
/** Changes that harm nobody, with what the administrator is told. */
const CHANGES: readonly (readonly [string, object, number])[] = [
  ['people/', { id: 'p-synthetic-matrix', name: 'Synthetic', organisation: 'org-ox-council' }, 201],
  ['people/:person/amend', {}, 200],
  ['people/:person/absence', { periods: [] }, 200],
  // Too far ahead: 422 is what they get who may record it.
  ['people/:person/leave', { on: '2099-12-31' }, 422],
  ['people/:person/offices', { offices: [] }, 200],
  ['people/:person/hand-over-all', { to: 'p-gp-lead', dryRun: true }, 200],
  ['organisations/', { id: 'org-synthetic-matrix', name: 'Synthetic' }, 201],
  ['organisations/:organisation/amend', {}, 200],
  ['services/', { id: 'svc-synthetic-matrix', organisation: 'org-ox-council', name: 'Synthetic' }, 201],
  ['services/:service/amend', {}, 200],
  ['imports/', { rows: [{ id: 'p-synthetic-row', name: 'Synthetic', organisation: 'org-ox-council' }] }, 200],
];
const progress = { data: { action: 'a1', note: 'Synthetic: looked in.' } };

/**
 * Written from what each of them may, not from the code. Coordinator: all. Information-governance lead: the reference, and the access. Lead
 * worker: the case, the own service. Outsider: nothing. Excluded: nothing, though a lead worker too. Glass: reads the case, changes nothing.
 * System: refers, and reads how its own service's case stands. The routes at the end change what the others rely on.
 *                                                     coord. govern. lead outsider excl. glass system nobody
 */
const TABLE: readonly Row[] = [
  row('GET /', EVERYBODY),
  row('GET /health/live', EVERYBODY),
  row('GET /health/ready', EVERYBODY),
  row('GET /openapi.json', EVERYBODY),
  row('GET /problems/:code', EVERYBODY),
  row('POST /v1/cases', [201, 201, 201, 201, 201, 201, 201, 401], { body: referral('2026-03-26T15:20') }),
  row('GET /v1/cases', PEOPLE_ONLY(200)),
  row('GET /v1/cases/:ref', [200, 200, 200, 404, 404, 200, 200, 401]),
  row('GET /v1/cases/:ref/timeline', [200, 404, 200, 404, 404, 200, 403, 401]),
  row('GET /v1/cases/:ref/clocks', [200, 404, 200, 404, 404, 200, 403, 401]),
  row('GET /v1/cases/:ref/forecast', [200, 404, 200, 404, 404, 200, 403, 401]),
  row('GET /v1/cases/:ref/notices', [200, 404, 200, 404, 404, 200, 403, 401]),
  row('GET /v1/cases/:ref/commands', [200, 200, 200, 404, 404, 200, 403, 401]),
  row('GET /v1/cases/:ref/commands/:commandId', [200, 404, 200, 404, 404, 200, 403, 401]),
  row('POST /v1/cases/:ref/commands/:name', [200, 403, 200, 404, 404, 403, 403, 401], { body: progress }),
  // A time that has passed: 422 is what they get who may move the case on.
  row('POST /v1/cases/:ref/forward', [422, 404, 422, 404, 404, 403, 403, 401], { body: { to: '2020-01-01T00:00' } }),
  row('GET /v1/cases/:ref/access-log', [200, 200, 403, 404, 404, 403, 403, 401]),
  row('GET /v1/cases/:ref/exclusions', [200, 200, 403, 404, 404, 403, 403, 401]),
  row('POST /v1/cases/:ref/exclusions', [201, 201, 403, 404, 404, 403, 403, 401], {
    body: { person: 'p-nursing-do-lead', reason: 'Synthetic.' },
  }),
  row('POST /v1/drafts', PEOPLE_ONLY(201), { body: partDraft() }),
  row('GET /v1/drafts', PEOPLE_ONLY(200)),
  row('GET /v1/drafts/:id', [200, 404, 404, 404, 404, 404, 403, 401]),
  row('PUT /v1/drafts/:id', [200, 404, 404, 404, 404, 404, 403, 401], { body: partDraft(), headers: { 'if-match': '"1"' } }),
  // Not complete: 400 is what its author is told.
  row('POST /v1/drafts/:id/send', [400, 404, 404, 404, 404, 404, 403, 401], { body: {} }),
  row('DELETE /v1/drafts/:id', [200, 404, 404, 404, 404, 404, 403, 401]),
  row('GET /v1/cases/:ref/decisions', [200, 404, 200, 404, 404, 200, 403, 401]),
  row('GET /v1/cases/:ref/decisions/:seq', [200, 404, 200, 404, 404, 200, 403, 401]),
  row('GET /v1/cases/:ref/clocks/:clock/:key/sheet', [200, 404, 200, 404, 404, 200, 403, 401]),
  row('GET /v1/cases/:ref/disclosures', [200, 200, 403, 404, 404, 403, 403, 401]),
  row('POST /v1/cases/:ref/exports', [200, 200, 403, 404, 404, 403, 403, 401], { body: { format: 'json', purpose: 'AUDIT' } }),
  row('POST /v1/cases/:ref/exclusions/:exclusion/end', [200, 200, 403, 404, 404, 403, 403, 401], { body: {} }),
  // Who sees the case by a role needs no look without one; the last of these lets an outsider and a lead in, and one who looks look again.
  row('POST /v1/cases/:ref/break-glass', [409, 201, 409, 201, 404, 409, 403, 401], { body: { reason: 'Synthetic.', hours: 1 } }),
  // Only the coordinator of a locality looks for cases by number.
  row('POST /v1/search', [200, 403, 403, 403, 403, 403, 403, 401], { body: { uprn: '100090000001' } }),
  // Names are for everybody who works here; the rest is for who keeps the directory, and for people themselves and their managers.
  row('GET /v1/directory/me/proposals', PEOPLE_ONLY(200)),
  row('GET /v1/directory/offices', PEOPLE_ONLY(200), { query: 'office=COORDINATOR&locality=oxfordshire' }),
  row('GET /v1/directory/people/', PEOPLE_ONLY(200)),
  row('GET /v1/directory/people/:person', PEOPLE_ONLY(200)),
  row('GET /v1/directory/organisations/', PEOPLE_ONLY(200)),
  row('GET /v1/directory/organisations/:organisation', PEOPLE_ONLY(200)),
  row('GET /v1/directory/services/', PEOPLE_ONLY(200)),
  row('GET /v1/directory/services/:service', PEOPLE_ONLY(200)),
  row('GET /v1/directory/people/:person/history', KEPT, { administrator: 200 }),
  row('GET /v1/directory/people/:person/open-roles', KEPT, { administrator: 200 }),
  row('GET /v1/directory/export', KEPT, { administrator: 200 }),
  ...CHANGES.map(([path, body, administrator]) => row(`POST /v1/directory/${path}`, KEPT, { body, administrator })),
];

let own: OwnApi;
let ref: string;
let commandId: string;
let draft: string;
let exclusion: string;

const tokens = new Map<Who, string>();

beforeAll(async () => {
  const stack = sharedStack();
  own = await startOwnApi(stack, () => ({
    // The case must stand still while everybody asks: a command that is let through changes nothing.
    create: () => Promise.resolve({ kind: 'accepted', seq: 1 }),
    command: () => Promise.resolve({ kind: 'accepted', seq: 1 }),
    query: () => Promise.reject(new Error('nobody asks the case itself')),
  }));
  for (const who of ORDER) if (ASKERS[who] !== null) tokens.set(who, await tokenFor(stack, ASKERS[who]));
  const referrer = await callerOf(stack, PEOPLE.referrer);
  const coordinator = await callerOf(stack, PEOPLE.coordinator);
  ref = await open(referrer, referral('2026-03-26T15:20'));
  const triage = await coordinator.give(ref, 'decide-triage', { outcome: 'MARM', rationale: 'Synthetic.' });
  commandId = triage.body.commandId;
  await coordinator.give(ref, 'complete-meeting', {
    heldOn: '2026-03-26',
    attendance: [
      { service: 'svc-fire-safety', status: 'ATTENDED' },
      { service: 'svc-mental-health', status: 'ATTENDED' },
    ],
    outcomes: ['PLAN_AGREED'],
    rationale: 'Synthetic.',
    reviewOn: '2026-05-07',
    actions: [{ id: 'a1', text: 'Synthetic.', service: 'svc-fire-safety', dueOn: '2026-05-01' }],
  });
  const made = await coordinator.post<{ id: string }>(`/v1/cases/${ref}/exclusions`, {
    person: ASKERS.excluded,
    reason: 'Synthetic: a relative.',
  });
  if (made.status !== 201) throw new Error('nobody is excluded');
  const other = { person: 'p-nursing-do-manager', reason: 'Synthetic: to be ended.' };
  exclusion = (await coordinator.post<{ id: string }>(`/v1/cases/${ref}/exclusions`, other)).body.id;
  await (await callerOf(stack, ASKERS.glass)).post(`/v1/cases/${ref}/break-glass`, { reason: 'Synthetic: at the door.', hours: 1 });
  draft = await saveDraft(await callerOf({ ...stack, api: own.api }, PEOPLE.coordinator), partDraft());
});
afterAll(() => own.close());

const pathOf = (route: string): string =>
  (route.split(' ')[1] ?? '')
    .replace(':ref', ref)
    .replace(':commandId', commandId)
    .replace(':name', 'update-progress')
    .replace(':code', 'not-found')
    .replace(':exclusion', exclusion)
    .replace(':seq', '2')
    .replace(':clock/:key', 'T-REVIEW/review:1')
    .replace(':person', 'p-gp-manager')
    .replace(':organisation', 'org-ox-council')
    .replace(':service', 'svc-fire-safety')
    .replace(':id', draft);

async function ask({ route, body, headers, query }: Row, who: Who): Promise<number> {
  const [method = ''] = route.split(' ');
  const token = tokens.get(who);
  const { status } = await fetch(`${own.api}${pathOf(route)}${query === undefined ? '' : `?${query}`}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': newKey(),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return status;
}

// Whoever may change it asks last, so that the others meet it as it was.
async function inTurn(one: Row): Promise<readonly number[]> {
  const got: number[] = [];
  for (const who of [...ORDER].reverse()) got.unshift(await ask(one, who));
  return got;
}

describe('given a case, and everybody who may ask about it', () => {
  it('then every mounted route has a row, and every row a route', () => {
    const named = TABLE.map(({ route }) => route.replace(/:(exclusion|person|organisation|service)/, ':id'));
    expect([...named].sort()).toEqual([...mountedRoutes(own.app)].sort());
  });
  it.each(TABLE)('then $route answers each of them as the table says', async (one) => {
    const got = await (one.route.startsWith('GET ') ? Promise.all(ORDER.map((who) => ask(one, who))) : inTurn(one));
    expect(Object.fromEntries(ORDER.map((who, n) => [who, got[n]]))).toEqual(
      Object.fromEntries(ORDER.map((who, n) => [who, one.expected[n] ?? one.administrator ?? one.expected[ORDER.indexOf('outsider')]])),
    );
  });
});

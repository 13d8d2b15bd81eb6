import { beforeAll, describe, expect, it } from '@jest/globals';
import { callerOf, forwardTo, open, PEOPLE, referral } from '../support/api';
import type { Caller, ProblemBody } from '../support/api';
import { sharedStack } from '../support/stack';

interface Entry {
  readonly seq: number;
  readonly command: string | null;
  readonly events: readonly object[];
  readonly corrections?: readonly {
    readonly field: string;
    readonly struck: unknown;
    readonly now: unknown;
    readonly by: string;
    readonly why: string;
  }[];
  readonly retracted?: { readonly words: string; readonly by: string };
}
interface CaseBody {
  readonly sight?: string;
  readonly why?: string;
  readonly person?: { readonly name: string | null };
  readonly meeting?: { readonly on: string } | null;
  readonly tier?: string | null;
  readonly clocks?: readonly { readonly clock: string; readonly dueOn: string }[];
  readonly incidents?: readonly { readonly id: string }[];
}

const IG_LEAD = 'p-governance-ox';
const FIRE = 'svc-fire-safety';
const WRONG = 'Synthetic: a neighbour’s illness, of another case.';
const timeline = async (caller: Caller, ref: string): Promise<readonly Entry[]> =>
  (await caller.get<{ entries: readonly Entry[] }>(`/v1/cases/${ref}/timeline`)).body.entries;

let coordinator: Caller;
let fire: Caller;
let lead: Caller;
let ref: string;

beforeAll(async () => {
  const referrer = await callerOf(sharedStack(), PEOPLE.referrer);
  coordinator = await callerOf(sharedStack(), PEOPLE.coordinator);
  fire = await callerOf(sharedStack(), PEOPLE.fireLead);
  lead = await callerOf(sharedStack(), IG_LEAD);
  const person = { name: 'Synthetic Person', address: '1 Test Street', contact: 'Ring after noon.' };
  const data = { reasons: ['SELF_NEGLECT'], risks: 'Synthetic: blocked exits.', consent: { position: 'GIVEN' }, person };
  ref = await open(referrer, referral('2026-03-26T15:20', { data }));
  await coordinator.give(ref, 'schedule-meeting', { on: '2026-04-08', mode: 'ONLINE', services: [{ service: FIRE }] });
});

describe('given a service that is invited and has not answered', () => {
  it('when it reads the case, then it sees whom it is about, when and what for, and nothing else', async () => {
    const { status, body } = await fire.get<CaseBody>(`/v1/cases/${ref}`);
    expect([status, body.sight, body.person, body.meeting?.on]).toEqual([
      200,
      'INVITATION',
      { name: 'Synthetic Person', address: '1 Test Street', bornOn: null },
      '2026-04-08',
    ]);
    expect(JSON.stringify(body)).not.toMatch(/SELF_NEGLECT|blocked exits|Ring after noon|p-officer-ox/);
    for (const path of ['/timeline', '/clocks', '/forecast', '/notices'])
      expect((await fire.get<ProblemBody>(`/v1/cases/${ref}${path}`)).status).toBe(404);
  });
  it('then its worklist names the case without its stage, and it may answer and contribute only', async () => {
    const list = await fire.get<{ cases: readonly { ref: string; stage: string | null }[] }>('/v1/cases?limit=100');
    expect(list.body.cases.find((one) => one.ref === ref)?.stage).toBeNull();
    const early = await fire.give<ProblemBody>(ref, 'confirm-receipt', { service: FIRE });
    expect([early.status, early.body.code]).toEqual([403, 'NOT_PERMITTED']);
  });
  it('when it answers that it knows the person, then it sees the case', async () => {
    expect((await fire.give(ref, 'respond-invite', { service: FIRE, answer: 'KNOWN' })).status).toBe(200);
    const { body } = await fire.get<CaseBody>(`/v1/cases/${ref}`);
    expect([body.sight, (await fire.get(`/v1/cases/${ref}/timeline`)).status]).toEqual([undefined, 200]);
  });
});

describe('given a meeting that was recorded on the wrong day, with a wrong reason', () => {
  let seq: number;
  beforeAll(async () => {
    await forwardTo(coordinator, ref, '2026-04-08T12:00');
    const held = await coordinator.give(ref, 'complete-meeting', {
      heldOn: '2026-04-08',
      attendance: [{ service: FIRE, status: 'ATTENDED' }],
      outcomes: ['PLAN_AGREED'],
      rationale: 'Synthetic: the wrong words.',
      reviewOn: '2026-05-20',
    });
    seq = held.body.seq ?? 0;
  });
  it('when both are corrected, then the dates move, and the original stays in the timeline with who and why', async () => {
    const day = await coordinator.give(ref, 'correct-entry', { seq, field: 'heldOn', date: '2026-04-07', reason: 'It was the Tuesday.' });
    const words = await coordinator.give(ref, 'correct-entry', { seq, field: 'rationale', text: 'The right words.', reason: 'A slip.' });
    expect([day.status, words.status]).toEqual([200, 200]);
    const { body } = await coordinator.get<CaseBody>(`/v1/cases/${ref}`);
    expect(body.clocks?.find((one) => one.clock === 'T-MINUTES')?.dueOn).toBe('2026-04-14');
    const entry = (await timeline(fire, ref)).find((one) => one.seq === seq);
    expect(entry?.corrections).toMatchObject([
      { field: 'heldOn', struck: '2026-04-08', now: '2026-04-07', by: PEOPLE.coordinator, why: 'It was the Tuesday.' },
      { field: 'rationale', struck: 'Synthetic: the wrong words.', now: 'The right words.', why: 'A slip.' },
    ]);
  });
  it('when what is asked for cannot be, then it says so', async () => {
    const unknown = await coordinator.give<ProblemBody>(ref, 'correct-entry', {
      seq: 9_999,
      field: 'heldOn',
      date: '2026-04-07',
      reason: 'x',
    });
    const field = await coordinator.give<ProblemBody>(ref, 'correct-entry', { seq, field: 'outcomes', code: 'LOW', reason: 'x' });
    const gone = await coordinator.give<ProblemBody>(ref, 'retract-entry', { seq, reason: 'x', incident: 'x' });
    expect([unknown.body.code, field.body.code, gone.body.code]).toEqual([
      'UNKNOWN_ENTRY',
      'FIELD_NOT_CORRECTABLE',
      'RETRACTION_NOT_POSSIBLE',
    ]);
    expect(field.body.detail).toContain('heldOn');
  });
});

describe('given an action that belongs to another case', () => {
  let seq: number;
  beforeAll(async () => {
    const added = await coordinator.give(ref, 'add-action', { id: 'wrong', text: WRONG, service: FIRE, dueOn: '2026-05-01' });
    seq = added.body.seq ?? 0;
    const before = await lead.get<CaseBody>(`/v1/cases/${ref}`);
    expect(before.body.why).toContain('none of its content so far');
    expect([before.body.sight, (await lead.get(`/v1/cases/${ref}/timeline`)).status]).toEqual(['REFERENCE', 404]);
    const retracted = await coordinator.give(ref, 'retract-entry', {
      seq,
      reason: 'Recorded on the wrong case.',
      incident: 'Synthetic: seen by one service.',
    });
    expect(retracted.status).toBe(200);
  });
  it('then nobody on the case reads it on any route, and the timeline says that it was retracted', async () => {
    const [entry] = (await timeline(coordinator, ref)).filter((one) => one.seq === seq);
    expect([entry?.events, entry?.retracted?.words, entry?.retracted?.by]).toEqual([
      [],
      'Retracted: recorded on the wrong case',
      PEOPLE.coordinator,
    ]);
    for (const caller of [coordinator, fire])
      for (const path of ['', '/timeline', '/clocks', '/forecast', '/notices', '/commands']) {
        const shown = JSON.stringify((await caller.get(`/v1/cases/${ref}${path}`)).body);
        expect(shown).not.toMatch(/neighbour|seen by one service/);
      }
  });
  it('then the information-governance lead reads it and the incident, and nothing else of the case', async () => {
    const { body } = await lead.get<CaseBody>(`/v1/cases/${ref}`);
    expect([body.sight, body.incidents?.map((one) => one.id)]).toEqual(['INCIDENT', [`incident-${seq}`]]);
    const entries = await timeline(lead, ref);
    expect(entries.map((one) => one.command)).toEqual(['addAction', 'retractEntry']);
    expect(JSON.stringify(entries)).toContain(WRONG);
    expect(JSON.stringify(entries)).toContain('seen by one service');
    expect((await lead.get(`/v1/cases/${ref}/clocks`)).status).toBe(404);
  });
  it('then only the lead closes the incident', async () => {
    const gap = { gap: `incident-${seq}`, entry: 'Looked at; both people were told.' };
    expect((await coordinator.give<ProblemBody>(ref, 'close-gap', gap)).body.code).toBe('NOT_YOUR_GAP');
    expect((await lead.give(ref, 'close-gap', gap)).status).toBe(200);
  });
});

import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { exportSchema } from '../../api/export/schema';
import { clockSheetSchema, sheetSchema } from '../../api/views/decisions';
import { disclosuresSchema } from '../../api/views/disclosure';
import { callerOf, open, PEOPLE, referral, tokenFor } from '../support/api';
import type { Caller, ProblemBody } from '../support/api';
import { marm } from '../support/cli';
import { eventually } from '../support/eventually';
import { readPdf } from '../support/pdf';
import { liveS1 } from '../support/s1';
import { sharedStack } from '../support/stack';

type Row = z.infer<typeof disclosuresSchema>['disclosures'][number];

const NAME = 'Łukasz Ünïcode';
const CARERS = 'Synthetic: a sister with a secret of her own.';
const WRONG = 'Synthetic: a neighbour’s illness, of another case.';
const LEAD = 'p-governance-ox';
const folder = mkdtempSync(join(tmpdir(), 'marm-records-'));

let coordinator: Caller;
let fire: Caller;
let lead: Caller;
let ref: string;
let wrong: number;

const rowsOf = async (caller: Caller): Promise<readonly Row[]> =>
  disclosuresSchema.parse((await caller.get(`/v1/cases/${ref}/disclosures`)).body).disclosures;

/** Takes the case out as somebody, as text. */
async function takeOut(
  person: string,
  body: object,
  accept = 'application/json',
): Promise<{ status: number; type: string; bytes: Buffer }> {
  const response = await fetch(`${sharedStack().api}/v1/cases/${ref}/exports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await tokenFor(sharedStack(), person)}`, 'content-type': 'application/json', accept },
    body: JSON.stringify(body),
  });
  return { status: response.status, type: response.headers.get('content-type') ?? '', bytes: Buffer.from(await response.arrayBuffer()) };
}

beforeAll(async () => {
  const referrer = await callerOf(sharedStack(), PEOPLE.referrer);
  coordinator = await callerOf(sharedStack(), PEOPLE.coordinator);
  fire = await callerOf(sharedStack(), PEOPLE.fireLead);
  lead = await callerOf(sharedStack(), LEAD);
  const consent = { position: 'REFUSED', grounds: 'RISK_TO_OTHERS', facts: 'Synthetic: a fire would reach the neighbours.' };
  const data = { reasons: ['SELF_NEGLECT'], risks: 'Synthetic: blocked exits.', consent, person: { name: NAME }, carers: CARERS };
  ref = await open(referrer, referral('2026-03-26T15:20', { data }));
  await liveS1(coordinator, ref);
  const added = await coordinator.give(ref, 'add-action', { id: 'wrong', text: WRONG, service: 'svc-fire-safety', dueOn: '2026-05-01' });
  wrong = added.body.seq ?? 0;
});

describe('given a case with a published plan, shared on a recorded ground', () => {
  it('then each service of another organisation that got the plan has one row, with the ground, by who published it', async () => {
    await eventually(async () => (await rowsOf(coordinator)).some((row) => row.kind === 'PLAN'), 5_000);
    const plans = (await rowsOf(coordinator)).filter((row) => row.kind === 'PLAN');
    expect(plans.map(({ recipient }) => recipient.service).sort()).toEqual(['svc-fire-safety', 'svc-gp', 'svc-housing']);
    for (const row of plans)
      expect(row).toMatchObject({ position: 'REFUSED', ground: 'RISK_TO_OTHERS', by: PEOPLE.coordinator, training: true });
  });
  it('when a partner reads it twice, then that is one row each for case and timeline, with the names of fields and no value', async () => {
    for (let n = 0; n < 2; n += 1) {
      await fire.get(`/v1/cases/${ref}`);
      await fire.get(`/v1/cases/${ref}/timeline`);
    }
    const looks = (await rowsOf(coordinator)).filter((row) => row.recipient.person === PEOPLE.fireLead);
    expect(looks.map((row) => [row.kind, row.recipient.organisation, row.ground, row.by])).toEqual([
      ['CASE', 'org-ox-fire', 'RISK_TO_OTHERS', null],
      ['TIMELINE', 'org-ox-fire', 'RISK_TO_OTHERS', null],
    ]);
    expect(looks[1]?.parts).toEqual(expect.arrayContaining(['ReferralReceived.person.name', 'ReferralReceived.consent.facts']));
    expect(JSON.stringify(await rowsOf(coordinator))).not.toMatch(/Łukasz|Synthetic/);
  });
  it('then the own organisation leaves no row, and a partner does not read the account', async () => {
    await coordinator.get(`/v1/cases/${ref}/timeline`);
    expect((await rowsOf(coordinator)).some((row) => row.recipient.organisation === 'org-ox-council')).toBe(false);
    const refused = await fire.get<ProblemBody>(`/v1/cases/${ref}/disclosures`);
    expect([refused.status, refused.body.code]).toEqual([403, 'NOT_PERMITTED']);
  });
});

describe('given an entry that was seen and is then retracted', () => {
  beforeAll(async () => {
    await coordinator.give(ref, 'retract-entry', { seq: wrong, reason: 'Another case.', incident: 'Synthetic: seen by one service.' });
  });
  it('then the account names those who were shown it, to whoever follows the incident', async () => {
    const told = (await rowsOf(lead)).filter((row) => row.retractedSince.includes(wrong));
    expect([...new Set(told.map((row) => row.recipient.person))]).toEqual([PEOPLE.fireLead]);
    expect(told.map((row) => row.kind)).toEqual(['CASE', 'TIMELINE']);
  });
  it('when the coordinator takes the case out, then it is whole, has its published form, and leaves out what was retracted and what is about others', async () => {
    const { status, bytes } = await takeOut(PEOPLE.coordinator, {
      format: 'json',
      purpose: 'SUBJECT_ACCESS',
      recipient: { body: 'PERSON' },
    });
    expect(status).toBe(200);
    const text = bytes.toString('utf8');
    const out = exportSchema.parse(JSON.parse(text));
    const { body } = await coordinator.get<{ entries: readonly object[] }>(`/v1/cases/${ref}/timeline`);
    expect(out.chronology.map(({ seq }) => seq)).toEqual(body.entries.map((_, n) => n + 1));
    expect([out.person.name, out.actionTexts['fire-visit'], out.consentHistory[0]?.grounds, out.riskHistory[0]?.tier]).toEqual([
      NAME,
      'Synthetic example: home fire safety visit.',
      'RISK_TO_OTHERS',
      'HIGH',
    ]);
    expect([out.head, out.unreadable, out.leftOut]).toEqual([out.chronology.at(-1)?.hash, 0, 1]);
    expect(text).not.toContain(WRONG);
    expect(text).not.toContain(CARERS);
    expect(out.chronology[wrong - 1]?.retracted?.words).toBe('Retracted: recorded on the wrong case');
    expect(out.disclosures.find(({ id }) => id === out.taken.disclosure)).toMatchObject({ kind: 'EXPORT', recipient: { body: 'PERSON' } });
  });
  it('when the information-governance lead takes it out with all of it, then both are there', async () => {
    const { bytes } = await takeOut(LEAD, { format: 'json', purpose: 'AUDIT', includeThirdParty: true });
    expect(bytes.toString('utf8')).toContain(WRONG);
    expect(bytes.toString('utf8')).toContain(CARERS);
  });
  it('when it is taken out as PDF, then the document is tagged and its narrative can be read', async () => {
    const { type, bytes } = await takeOut(PEOPLE.coordinator, { format: 'pdf', purpose: 'AUDIT' });
    if (process.env['MARM_KEEP_PDF'] !== undefined) writeFileSync(process.env['MARM_KEEP_PDF'], bytes);
    const { objects, text, tags } = readPdf(bytes);
    expect(type).toBe('application/pdf');
    expect([/\/Marked true/, /\/Lang \(en-GB\)/, new RegExp(`/Title \\(MARM case ${ref}\\)`)].filter((one) => !one.test(objects))).toEqual(
      [],
    );
    expect(tags).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'L', 'Table', 'TH', 'TD']));
    const flat = text.replace(/\s+/g, ' ');
    for (const one of [NAME, 'Chronology', 'Synthetic example: fire safety first.', 'TRAINING CASE', 'Risk to others'])
      expect(flat).toContain(one);
    expect(flat).not.toMatch(/neighbour’s illness|secret of her own|v-[0-9a-f]{32}/);
  });
  it('then a partner may not take it out, and what is asked wrongly says what', async () => {
    expect((await takeOut(PEOPLE.fireLead, { format: 'json', purpose: 'AUDIT' })).status).toBe(403);
    const bad = await coordinator.post<ProblemBody>(`/v1/cases/${ref}/exports`, { format: 'docx', purpose: 'AUDIT' });
    expect([bad.status, bad.body.errors?.map((one) => one.pointer)]).toEqual([400, ['/format']]);
  });
});

describe('given the decisions on record', () => {
  let triage = 0;
  it('then the sheet of triage says who, why, by which rule, what was known then, and what followed', async () => {
    const { body } = await coordinator.get<{ decisions: readonly { seq: number; command: string }[] }>(`/v1/cases/${ref}/decisions`);
    expect(body.decisions.map((one) => one.command)).toEqual(
      expect.arrayContaining(['submitReferral', 'decideTriage', 'completeMeeting', 'publishPlan']),
    );
    triage = body.decisions.find((one) => one.command === 'decideTriage')?.seq ?? 0;
    const sheet = sheetSchema.parse((await coordinator.get(`/v1/cases/${ref}/decisions/${triage}`)).body);
    expect(sheet.decision).toMatchObject({
      what: 'Outcome of triage',
      by: PEOPLE.coordinator,
      rule: 'Oxfordshire framework 6.1, third bullet',
      why: [{ field: 'rationale', value: 'Synthetic example: work of one agency has not been enough.' }],
    });
    expect(sheet.decision.roles).toContainEqual({ role: 'COORDINATOR' });
    expect([sheet.known?.stage, sheet.known?.person.consent.grounds]).toEqual(['RECEIVED', 'RISK_TO_OTHERS']);
    expect(sheet.known?.clocks.find((one) => one.clock === 'T-TRIAGE')?.explanation.text).toContain('30 March 2026');
    expect(sheet.followed.map((one) => one.command)).toContain('scheduleMeeting');
    expect((await coordinator.get(`/v1/cases/${ref}/decisions/9999`)).status).toBe(404);
  });
  it('then the sheet of a date says where it comes from and how it moved', async () => {
    await coordinator.give(ref, 'set-review-date', { reviewOn: '2026-05-13', reason: 'Synthetic: the landlord comes that week.' });
    const sheet = clockSheetSchema.parse((await coordinator.get(`/v1/cases/${ref}/clocks/T-REVIEW/review%3A1/sheet`)).body);
    expect([sheet.running, sheet.dueOn]).toEqual([true, '2026-05-13']);
    expect(sheet.moves[0]).toMatchObject({ what: 'ARMED', dueOn: '2026-05-20', by: PEOPLE.coordinator, command: 'completeMeeting' });
    expect(sheet.moves.find((one) => one.command === 'setReviewDate' && one.dueOn === '2026-05-13')?.why).toEqual([
      { field: 'reason', value: 'Synthetic: the landlord comes that week.' },
    ]);
  });
  it('then the command line lists them, and writes a sheet and an export to files that only their owner reads', async () => {
    const run = (...args: readonly string[]) => marm(sharedStack().stateDir, args);
    expect((await run('decisions', ref)).out).toMatch(/Outcome of triage.*p-officer-ox/);
    const [sheet, out] = [join(folder, 'sheet.pdf'), join(folder, 'out.json')];
    expect((await run('decision', ref, String(triage), '--out', sheet)).err).toBe('');
    expect((await run('export', ref, '--out', out)).err).toBe('');
    if (process.env['MARM_KEEP_PDF'] !== undefined) copyFileSync(sheet, `${process.env['MARM_KEEP_PDF']}.sheet.pdf`);
    expect(readPdf(readFileSync(sheet)).text).toContain('What was known then');
    expect(exportSchema.parse(JSON.parse(readFileSync(out, 'utf8'))).ref).toBe(ref);
  });
});

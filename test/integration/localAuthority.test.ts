import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CapturedMail } from '../../scripts/servers';
import { callerOf, forwardTo, open, PEOPLE, referral } from '../support/api';
import type { Caller, ProblemBody } from '../support/api';
import { eventually } from '../support/eventually';
import { mailsAbout } from '../support/mailbox';
import { sharedStack } from '../support/stack';

const STEPS = 'Synthetic: three visits refused; a decision under section 42 is asked for.';
const PARTS = ['timeline', 'clocks', 'forecast', 'notices'] as const;

interface Seen {
  readonly sight: string;
  readonly ring: readonly { readonly role: string; readonly name: string | null }[];
  readonly escalation?: { readonly status: string };
}

let coordinator: Caller;
let contact: Caller;
let stranger: Caller;
let ref: string;
beforeAll(async () => {
  coordinator = await callerOf(sharedStack(), PEOPLE.coordinator);
  contact = await callerOf(sharedStack(), 'p-la-ox');
  stranger = await callerOf(sharedStack(), PEOPLE.stranger);
  ref = await open(await callerOf(sharedStack(), PEOPLE.referrer), referral('2026-03-26T15:20'));
  await forwardTo(coordinator, ref, '2026-03-27T11:00');
});

const mails = async (): Promise<readonly CapturedMail[]> =>
  (await mailsAbout(sharedStack(), ref)).filter((mail) => mail.headers['x-marm-notice'] === 'N13');
/** 'ack+1WD 2026-03-31T08:00 la-ox' for each mail of the notification and its chase. */
const told = async (): Promise<readonly string[]> =>
  (await mails()).map(({ headers, date, to }) =>
    [headers['x-marm-threshold'] ?? '-', new Date(date ?? '').toISOString().slice(0, 16), to.split('@')[0]].join(' '),
  );

describe('given a case of which the local authority was not told', () => {
  it('then its contact cannot tell it from one that does not exist', async () => {
    expect((await contact.get(`/v1/cases/${ref}`)).status).toBe(404);
    expect((await contact.give(ref, 'record-la-acknowledgement', {})).status).toBe(404);
  });
});

describe('given the local authority is notified on Friday 27 March at 11:00', () => {
  beforeAll(async () => {
    expect((await coordinator.give(ref, 'notify-local-authority', { steps: STEPS })).status).toBe(200);
    await eventually(async () => (await mails()).length === 2);
  });

  it('then its contact and the manager have a mail at that minute, which says the reference and nothing of the case', async () => {
    expect([...(await told())].sort()).toEqual(['- 2026-03-27T11:00 la-ox', '- 2026-03-27T11:00 manager-ox']);
    const mail = (await mails()).find((one) => one.to.startsWith('la-ox@'));
    expect(mail?.subject).toBe(`[TRAINING] MARM case needs your attention - ref ${ref}`);
    expect(mail?.text).not.toMatch(/visits|section 42|exits|self-neglect/i);
  });
  it('then the contact reads the notification and whom to ring, and nothing else', async () => {
    const { status, body } = await contact.get<Seen>(`/v1/cases/${ref}`);
    expect([status, body.sight, body.escalation?.status]).toEqual([200, 'REFERENCE', 'NOTIFIED']);
    expect(body.ring.map(({ name }) => name)).toContain('Test MARM Officer Ash');
    expect(JSON.stringify(body)).toContain(STEPS);
    expect(JSON.stringify(body)).not.toMatch(/SELF_NEGLECT|blocked exits/);
    for (const part of PARTS) expect((await contact.get(`/v1/cases/${ref}/${part}`)).status).toBe(404);
    const { body: allowed } = await contact.get<{ commands: readonly { command: string; allowed: boolean }[] }>(
      `/v1/cases/${ref}/commands`,
    );
    expect(allowed.commands.filter((one) => one.allowed).map(({ command }) => command)).toEqual([
      'recordLaAcknowledgement',
      'recordLaDecision',
    ]);
    expect((await contact.give(ref, 'set-pace', { pace: 'EXPEDITED', reason: 'synthetic' })).status).toBe(403);
  });
  it('when its words are corrected, then the contact reads the right ones', async () => {
    const entries = (await coordinator.get<{ entries: readonly { seq: number; command: string | null }[] }>(`/v1/cases/${ref}/timeline`))
      .body.entries;
    const seq = entries.find(({ command }) => command === 'notifyLocalAuthority')?.seq;
    const right = 'Synthetic: two visits refused.';
    expect((await coordinator.give(ref, 'correct-entry', { seq, field: 'steps', text: right, reason: 'A slip.' })).status).toBe(200);
    const shown = JSON.stringify((await contact.get(`/v1/cases/${ref}`)).body);
    expect(shown).toContain(right);
    expect(shown).not.toContain(STEPS);
  });
  it('then somebody who is not on the case sees and does nothing', async () => {
    expect((await stranger.get(`/v1/cases/${ref}`)).status).toBe(404);
    expect((await stranger.get(`/v1/cases/${ref}/commands`)).status).toBe(404);
    expect((await stranger.give(ref, 'record-la-decision', { decision: 'OTHER_STEPS' })).status).toBe(404);
  });
});

describe('given nobody answers', () => {
  it('when Tuesday 31 March comes, then the contact is asked again, and acknowledges', async () => {
    await forwardTo(coordinator, ref, '2026-03-31T12:00');
    expect((await told()).slice(2)).toEqual(['ack+1WD 2026-03-31T08:00 la-ox']);
    expect((await contact.give(ref, 'record-la-acknowledgement', { reference: 'SG-1' })).status).toBe(200);
    const again = await contact.give<ProblemBody>(ref, 'record-la-acknowledgement', {});
    expect([again.status, again.body.code]).toEqual([409, 'ALREADY_ACKNOWLEDGED']);
  });
  it('when Wednesday comes without a decision, then the team manager hears of it, decides, and the chase is over', async () => {
    await forwardTo(coordinator, ref, '2026-04-01T12:00');
    expect((await told()).slice(3)).toEqual(['3WD 2026-04-01T08:00 la-manager-ox']);
    const manager = await callerOf(sharedStack(), 'p-la-manager-ox');
    expect((await manager.give(ref, 'record-la-decision', { decision: 'OTHER_STEPS', reason: 'synthetic' })).status).toBe(200);
    await forwardTo(coordinator, ref, '2026-04-20T12:00');
    expect(await told()).toHaveLength(4);
    const { body } = await coordinator.get<Seen & { clocks: readonly { clock: string }[] }>(`/v1/cases/${ref}`);
    expect([body.escalation?.status, body.clocks.filter((one) => one.clock === 'T-LA')]).toEqual(['OTHER_STEPS', []]);
  });
});

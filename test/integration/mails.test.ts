import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CapturedMail } from '../../scripts/servers';
import { callerOf, forwardTo, noticesOf, open, PEOPLE, referral } from '../support/api';
import type { Caller } from '../support/api';
import { mailsAbout, sentTwice } from '../support/mailbox';
import { liveS1, openS1 } from '../support/s1';
import { sharedStack } from '../support/stack';

let referrer: Caller;
let coordinator: Caller;

beforeAll(async () => {
  referrer = await callerOf(sharedStack(), PEOPLE.referrer);
  coordinator = await callerOf(sharedStack(), PEOPLE.coordinator);
});

/** 'N05 -5WD 2026-03-31T08:00' for each mail of one notice; the date is that of the training clock, in UTC. */
const told = (mails: readonly CapturedMail[], notice: string): readonly string[] =>
  mails
    .filter((mail) => mail.headers['x-marm-notice'] === notice)
    .map((mail) => [notice, mail.headers['x-marm-threshold'], new Date(mail.date ?? '').toISOString().slice(0, 16)].join(' '));

describe('given S1 lived through to its published plan', () => {
  let ref: string;
  let mails: readonly CapturedMail[];
  beforeAll(async () => {
    ref = await openS1(referrer);
    await liveS1(coordinator, ref);
    mails = await mailsAbout(sharedStack(), ref);
  });

  it('then the nudge to book goes on Tue 31 March at 09:00 BST, and on no other date', () => {
    expect(told(mails, 'N05').filter((one) => one.includes('WD'))).toEqual(['N05 -5WD 2026-03-31T08:00']);
  });
  it('then triage, contact and the invitations speak on their days only', () => {
    expect(new Set(told(mails, 'N03'))).toEqual(new Set(['N03 due 2026-03-30T08:00', 'N03 due 2026-04-01T08:00']));
    expect(new Set(told(mails, 'N06').map((one) => one.slice(-16)))).toEqual(new Set(['2026-03-31T13:00']));
  });
  it('then every mail has one recipient, a Message-ID of its own, and says that no person wrote it', () => {
    for (const mail of mails) {
      expect(mail.recipients).toEqual([mail.to]);
      expect(mail.headers['auto-submitted']).toBe('auto-generated');
      expect(mail.messageId).toMatch(/^<[0-9a-f]{40}@[^<>@\s]+>$/);
    }
    expect(sentTwice(mails)).toEqual([]);
  });
  it('then a subject is fixed words and the reference, marked as training', () => {
    for (const mail of mails) expect(mail.subject).toMatch(new RegExp(`^\\[TRAINING\\] MARM [a-z -]+ - ref ${ref}$`));
  });
  it('then answers go to the coordinator, and the body says what to do and where to sign in', () => {
    const nudge = mails.find((mail) => mail.headers['x-marm-notice'] === 'N05');
    expect(nudge?.headers['reply-to']).toContain('officer-ox@ox-council.example');
    expect(nudge?.text).toContain(`/cases/${ref}`);
    expect(nudge?.text).toContain('999');
  });
});

describe('given a referral for which nobody books a meeting', () => {
  it('then the nudges of the framework come on 31 March, 2 April and 8 April, and the missed aim on 10 April', async () => {
    const ref = await open(referrer, referral('2026-03-26T15:20'));
    await forwardTo(coordinator, ref, '2026-03-30T11:00');
    await coordinator.give(ref, 'decide-triage', { outcome: 'MARM', rationale: 'synthetic' });
    await forwardTo(coordinator, ref, '2026-04-10T12:00');
    const mails = await mailsAbout(sharedStack(), ref);
    expect([...new Set(told(mails, 'N05'))]).toEqual([
      'N05 -5WD 2026-03-31T08:00',
      'N05 -3WD 2026-04-02T08:00',
      'N05 -1WD 2026-04-08T08:00',
      'N05 +1WD 2026-04-10T08:00',
    ]);
    expect(sentTwice(mails)).toEqual([]);
  });
});

describe('given a message that has no holder in the directory', () => {
  it('then it goes to the hosting manager, and the vacancy is raised: never silence', async () => {
    const ref = await open(referrer, referral('2026-03-26T15:20'));
    await coordinator.give(ref, 'vacate-role', { role: 'TRIAGE_PARTNER' });
    await forwardTo(coordinator, ref, '2026-03-30T12:00');
    const triage = (await noticesOf(coordinator, ref)).filter((one) => one.notice === 'N03' && one.role === 'TRIAGE_PARTNER');
    expect(triage.map((one) => one.outcome)).toEqual(['sent']);
    const mails = await mailsAbout(sharedStack(), ref);
    expect(mails.filter((mail) => mail.headers['x-marm-notice'] === 'N03').map((mail) => mail.to)).toContain('host-ox@ox-council.example');
    const { body } = await coordinator.get<{ flags: readonly string[] }>(`/v1/cases/${ref}`);
    expect(body.flags).toContain('ROLE_VACANT');
  });
});

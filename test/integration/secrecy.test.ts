import { beforeAll, describe, expect, it } from '@jest/globals';
import { callerOf, forwardTo, open, PEOPLE, referral, timelineOf } from '../support/api';
import type { Caller } from '../support/api';
import { filesWith } from '../support/canary';
import { mailsAbout } from '../support/mailbox';
import { sharedStack } from '../support/stack';

const CANARY = 'CanaryOfTheNarrative';
const secret = (field: string): string => `${CANARY} ${field} Ünïcode`;

const telling = {
  data: {
    reasons: ['SELF_NEGLECT'],
    risks: secret('risks'),
    consent: { position: 'REFUSED', grounds: 'RISK_TO_OTHERS', facts: secret('facts') },
    person: { name: secret('name'), address: secret('address'), contact: secret('contact') },
    triedSoFar: secret('tried'),
    capacityNote: secret('capacity'),
  },
};
const meeting = {
  heldOn: '2026-04-08',
  attendance: [{ service: 'svc-fire-safety', status: 'ATTENDED' }],
  outcomes: ['PLAN_AGREED'],
  rationale: secret('rationale'),
  capacity: { outcome: 'PRESUMED_NOT_ASSESSED', reason: secret('reason') },
  reviewOn: '2026-05-20',
  actions: [{ id: 'a1', text: secret('action'), service: 'svc-fire-safety', dueOn: '2026-05-01' }],
};

describe('given a case whose every text field carries a canary', () => {
  const { stateDir } = sharedStack();
  let coordinator: Caller;
  let ref: string;
  beforeAll(async () => {
    const referrer = await callerOf(sharedStack(), PEOPLE.referrer);
    coordinator = await callerOf(sharedStack(), PEOPLE.coordinator);
    ref = await open(referrer, referral('2026-03-26T15:20', telling));
    await coordinator.give(ref, 'decide-triage', { outcome: 'MARM', rationale: secret('triage') });
    await forwardTo(coordinator, ref, '2026-04-08T12:00');
    await coordinator.give(ref, 'complete-meeting', meeting);
    await coordinator.give(ref, 'publish-plan', { contingency: secret('contingency') });
    await coordinator.give(ref, 'update-progress', { action: 'a1', note: secret('note') });
    // What is refused or malformed must not leak either.
    await coordinator.give(ref, 'decide-triage', { outcome: 'MARM', rationale: secret('refused') });
    await coordinator.give(ref, 'add-action', {
      id: secret('id'),
      text: secret('malformed'),
      service: secret('service'),
      dueOn: secret('date'),
    });
    await coordinator.get(`/v1/cases/${encodeURIComponent(secret('path'))}`);
  });

  it('then who may see the case reads all of it', async () => {
    const text = JSON.stringify(await timelineOf(coordinator, ref));
    for (const field of ['risks', 'facts', 'name', 'rationale', 'action', 'contingency', 'note']) expect(text).toContain(secret(field));
  });
  it('then no file of the engine holds it in clear: neither database, nor Temporal, nor logs, nor captured mail', () => {
    expect(filesWith(stateDir, CANARY)).toEqual([]);
  });
  it('then the search itself finds what does stand in clear there', () => {
    const found = filesWith(stateDir, ref);
    expect(found.some((file) => file.startsWith('mongo/'))).toBe(true);
    expect(found.some((file) => file.startsWith('temporal/'))).toBe(true);
    expect(found).toContain('inbox.jsonl');
    expect(found).toContain('logs/api.log');
  });
  it('then its mails say the reference, a date and fixed words only', async () => {
    const mails = await mailsAbout(sharedStack(), ref);
    expect(mails.length).toBeGreaterThan(0);
    expect(JSON.stringify(mails)).not.toMatch(/SELF_NEGLECT|RISK_TO_OTHERS|svc-fire-safety/);
  });
  it('then Temporal knows neither names nor addresses of the people who work on it', () => {
    const inTemporal = (text: string) => filesWith(stateDir, text).filter((file) => file.startsWith('temporal/'));
    expect(inTemporal('officer-ox@ox-council.example')).toEqual([]);
    expect(inTemporal('Test MARM Officer Ash')).toEqual([]);
  });
  it('then access tokens stand in no file', () => {
    expect(filesWith(stateDir, 'eyJhbGciOi')).toEqual([]);
  });
});

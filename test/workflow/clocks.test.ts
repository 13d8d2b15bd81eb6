import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FIRE_SERVICE, HELD, OFFICERS, openCase } from '../support/liveCase';
import type { LiveCase } from '../support/liveCase';
import { CONTACTED, TRIAGED } from '../support/story';
import { openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const RECEIVED = { clock: '2026-03-26T15:20' };
const BOOKED = { on: '2026-04-08', mode: 'IN_PERSON', services: [{ service: 'svc-fire-safety' }] };

const afterTriage = async (): Promise<LiveCase> => {
  const one = await openCase(bench, RECEIVED);
  await one.forward('2026-03-30T11:00');
  await one.must('decideTriage', TRIAGED);
  return one;
};

// What the relay got, each with the date of its instant, and nothing fired more than a minute after it.
async function heard(one: LiveCase, clock: string): Promise<readonly string[]> {
  expect(await one.lateness()).toBeLessThan(60_000);
  return one.spoken(clock);
}

const flagsOf = async (one: LiveCase): Promise<readonly string[]> => (await one.state()).state.flags.map(({ flag }) => flag);

describe('T-ACK', () => {
  it('given a referral in open hours, then the new case and the receipt go at once', async () => {
    const one = await openCase(bench, RECEIVED);
    await one.forward('2026-03-26T15:21');
    const instants = (await one.spoken('T-ACK')).map((line) => line.slice(0, 16));
    expect(new Set(instants)).toEqual(new Set(['2026-03-26T15:20']));
    const roles = (await one.rows())
      .filter((row) => row.notice.clock === 'T-ACK')
      .map((row) => `${row.notice.notice} ${row.notice.to.role}`);
    expect(roles).toEqual(['N01 COORDINATOR', 'N01 TRIAGE_PARTNER', 'N02 REFERRER']);
  });
  it('given a referral at night, then nothing goes before 08:00 of the next working day', async () => {
    const one = await openCase(bench, { clock: '2026-03-26T22:10' });
    await one.forward('2026-03-27T07:59');
    expect(await heard(one, 'T-ACK')).toEqual([]);
    await one.forward('2026-03-27T08:01');
    expect(await heard(one, 'T-ACK')).toEqual(['2026-03-27T08:00:00Z at-once COORDINATOR+TRIAGE_PARTNER+REFERRER']);
  });
});

describe('T-TRIAGE', () => {
  it('given nobody decides, then both triagers on the due day and both managers the working day after', async () => {
    const one = await openCase(bench, RECEIVED);
    await one.forward('2026-03-30T08:59');
    expect(await heard(one, 'T-TRIAGE')).toEqual([]);
    await one.forward('2026-03-31T09:01');
    expect(await heard(one, 'T-TRIAGE')).toEqual([
      '2026-03-30T08:00:00Z due COORDINATOR+TRIAGE_PARTNER',
      '2026-03-31T08:00:00Z +1WD COORDINATOR_MANAGER+TRIAGE_PARTNER_MANAGER',
    ]);
  });
});

describe('T-CONTACT', () => {
  it('given the referrer is not contacted, then two reminders and, on the third working day, the manager', async () => {
    const one = await afterTriage();
    await one.forward('2026-04-08T09:01');
    expect(await heard(one, 'T-CONTACT')).toEqual([
      '2026-04-01T08:00:00Z due COORDINATOR',
      '2026-04-02T08:00:00Z +1WD COORDINATOR',
      '2026-04-08T08:00:00Z +3WD COORDINATOR_MANAGER',
    ]);
  });
  it('given the contact is recorded, then it says nothing more', async () => {
    const one = await afterTriage();
    await one.must('recordReferrerContact', CONTACTED);
    await one.forward('2026-04-08T09:01');
    expect(await heard(one, 'T-CONTACT')).toEqual([]);
  });
});

describe('T-MEET', () => {
  it('given no booking, then three nudges, the missed aim with its flag, and a message five working days on', async () => {
    const one = await afterTriage();
    await one.forward('2026-04-09T12:00');
    expect(await flagsOf(one)).not.toContain('MEETING_AIM_MISSED');
    await one.forward('2026-04-17T09:01');
    expect(await heard(one, 'T-MEET')).toEqual([
      '2026-03-31T08:00:00Z -5WD COORDINATOR',
      '2026-04-02T08:00:00Z -3WD COORDINATOR+TRIAGE_PARTNER',
      '2026-04-08T08:00:00Z -1WD COORDINATOR+COORDINATOR_MANAGER',
      '2026-04-10T08:00:00Z +1WD COORDINATOR+COORDINATOR_MANAGER',
      '2026-04-17T08:00:00Z +6WD COORDINATOR+COORDINATOR_MANAGER',
    ]);
    expect(await flagsOf(one)).toContain('MEETING_AIM_MISSED');
  });
  it('given a booking inside the aim, then the nudges before it are quiet', async () => {
    const one = await afterTriage();
    await one.must('scheduleMeeting', BOOKED, { holders: FIRE_SERVICE });
    await one.forward('2026-04-08T09:01');
    expect(await heard(one, 'T-MEET')).toEqual([]);
  });
  it('given a referral that happened eleven days ago, then one catch-up for the nudges that passed', async () => {
    const one = await openCase(bench, { clock: '2026-04-07T10:00', occurredOn: '2026-03-26' });
    await one.forward('2026-04-07T10:01');
    expect(await heard(one, 'T-MEET')).toEqual([expect.stringMatching(/^2026-04-07T09:00.* catch-up COORDINATOR\+TRIAGE_PARTNER$/)]);
  });
});

describe('T-HELD', () => {
  it('given the booked day passes and nothing is recorded, then "was it held?" on the two working days after', async () => {
    const one = await afterTriage();
    await one.must('scheduleMeeting', BOOKED, { holders: FIRE_SERVICE });
    await one.forward('2026-04-10T09:01');
    // The officer coordinates and takes the notes: one message, not two.
    expect(await heard(one, 'T-HELD')).toEqual([
      '2026-04-09T08:00:00Z +1WD COORDINATOR',
      '2026-04-10T08:00:00Z +2WD COORDINATOR+COORDINATOR_MANAGER',
    ]);
  });
});

describe('T-ACTION', () => {
  it('given the action is not done, then the ladder over the May holiday, and the flag that it is stalled', async () => {
    const one = await afterTriage();
    await one.forward('2026-04-08T12:00');
    await one.must('completeMeeting', HELD, { holders: FIRE_SERVICE });
    await one.must('addAction', { id: 'fire-visit', text: 'synthetic', service: 'svc-fire-safety', dueOn: '2026-05-01' });
    await one.forward('2026-05-11T09:01');
    expect(await heard(one, 'T-ACTION')).toEqual([
      '2026-04-29T08:00:00Z -2WD LEAD_WORKER',
      '2026-05-01T08:00:00Z due LEAD_WORKER',
      '2026-05-05T08:00:00Z +1WD LEAD_WORKER',
      '2026-05-07T08:00:00Z +3WD LEAD_WORKER+RESPONSIBLE_MANAGER',
      '2026-05-11T08:00:00Z +5WD COORDINATOR+RESPONSIBLE_MANAGER',
    ]);
    expect(await flagsOf(one)).toContain('ACTION_STALLED');
  });
});

describe('T-ROLE', () => {
  it('given nobody is triage partner, then the hosting manager hears of it every working day until somebody is', async () => {
    const one = await openCase(bench, { ...RECEIVED, holders: OFFICERS.filter(({ role }) => role !== 'TRIAGE_PARTNER') });
    await one.forward('2026-03-30T09:01');
    expect(await heard(one, 'T-ROLE')).toEqual([
      '2026-03-27T09:00:00Z +1WD CONVENER_MANAGER',
      '2026-03-30T08:00:00Z +2WD CONVENER_MANAGER',
    ]);
    expect(await flagsOf(one)).toContain('ROLE_VACANT');
    await one.must('assignRole', { role: 'TRIAGE_PARTNER', person: 'p-triage-ox' });
    await one.forward('2026-04-02T09:01');
    expect(await heard(one, 'T-ROLE')).toHaveLength(2);
    expect(await flagsOf(one)).not.toContain('ROLE_VACANT');
  });
});

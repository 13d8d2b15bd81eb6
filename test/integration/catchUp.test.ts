import { beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, fromIso, isOpen, londonDateOf, nextOpening, toIso, withClosureDays } from '../../domain';
import type { CapturedMail } from '../../scripts/servers';
import { callerOf, forwardTo, open, PEOPLE, referral } from '../support/api';
import type { Caller } from '../support/api';
import { eventually } from '../support/eventually';
import { mailsAbout } from '../support/mailbox';
import { sharedStack } from '../support/stack';

const CALENDAR = withClosureDays([]);
let referrer: Caller;
let coordinator: Caller;

beforeAll(async () => {
  referrer = await callerOf(sharedStack(), PEOPLE.referrer);
  coordinator = await callerOf(sharedStack(), PEOPLE.coordinator);
});

const isReminder = (mail: CapturedMail): boolean => mail.headers['x-marm-threshold'] === 'catch-up';
/** Triage and the meeting each have one: what else a case may remind of is not counted here. */
const hasBoth = async (ref: string): Promise<boolean> => {
  const notices = (await remindersOf(ref)).map((mail) => mail.headers['x-marm-notice']);
  return notices.includes('N03') && notices.includes('N05');
};
const remindersOf = async (ref: string): Promise<readonly CapturedMail[]> => (await mailsAbout(sharedStack(), ref)).filter(isReminder);

/** When the case says that its catch-up for the meeting goes: told already, or still to come if nobody acts. */
async function reminderAt(ref: string): Promise<string | undefined> {
  const { body: told } = await coordinator.get<{ notices: readonly { notice: string; threshold: string | null; dueAt: string }[] }>(
    `/v1/cases/${ref}/notices`,
  );
  const sent = told.notices.find((one) => one.notice === 'N05' && one.threshold === 'catch-up');
  if (sent) return sent.dueAt;
  const { body: ahead } = await coordinator.get<{ entries: readonly { at: string; notice: string | null; threshold: string | null }[] }>(
    `/v1/cases/${ref}/forecast?days=14`,
  );
  return ahead.entries.find((one) => one.notice === 'N05' && one.threshold === 'catch-up')?.at;
}

describe('given a real referral, today, for something that was received eleven days ago', () => {
  it('then its reminders come in seconds inside open hours, otherwise at 08:00 of the next working day', async () => {
    const ref = await open(referrer, referral(undefined, { occurredOn: addDays(londonDateOf(Date.now()), -11) }));
    const { body } = await coordinator.get<{ entries: readonly { at: string }[] }>(`/v1/cases/${ref}/timeline`);
    const receivedAt = fromIso(body.entries[0]?.at ?? '') ?? 0;
    expect(await reminderAt(ref)).toBe(toIso(nextOpening(receivedAt, CALENDAR)));
    if (isOpen(receivedAt, CALENDAR)) {
      await eventually(() => hasBoth(ref));
    } else {
      expect(await remindersOf(ref)).toEqual([]);
    }
    expect((await coordinator.get(`/v1/cases/${ref}`)).body).toMatchObject({ training: false });
  });
});

describe('given the same on a training clock', () => {
  it('when it is Tuesday 7 April, 10:00, then the reminders are there at once', async () => {
    const ref = await open(referrer, referral('2026-04-07T10:00', { occurredOn: '2026-03-27' }));
    await eventually(() => hasBoth(ref));
    expect((await remindersOf(ref)).every((mail) => (mail.date ?? '').startsWith('2026-04-07T09:00'))).toBe(true);
  });

  it.each([
    ['an evening', '2026-03-26T18:00', '2026-03-15', '2026-03-27T07:59', '2026-03-27T08:01', '2026-03-27T08:00:00.000Z'],
    ['an early morning', '2026-03-26T07:59', '2026-03-15', '2026-03-26T07:59:30', '2026-03-26T08:01', '2026-03-26T08:00:00.000Z'],
    ['Good Friday', '2026-04-03T11:00', '2026-03-23', '2026-04-07T07:59', '2026-04-07T08:01', '2026-04-07T07:00:00.000Z'],
  ])('when it is %s, then they wait for 08:00 of the next working day', async (_when, clock, occurredOn, before, after, goesAt) => {
    const ref = await open(referrer, referral(clock, { occurredOn }));
    await forwardTo(coordinator, ref, before);
    expect(await remindersOf(ref)).toEqual([]);
    await forwardTo(coordinator, ref, after);
    const mails = await remindersOf(ref);
    expect(await hasBoth(ref)).toBe(true);
    expect(new Set(mails.map((mail) => new Date(mail.date ?? '').toISOString()))).toEqual(new Set([goesAt]));
  });
});

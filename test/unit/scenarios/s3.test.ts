import { describe, expect, it } from '@jest/globals';
import { clockViews, findProfile, fromIso, simulate } from '../../../domain';
import { daysOf, entriesOf, messagesOn, script, without } from '../../support/scripts';
import { refusals, spoken } from '../../support/story';

const entries = entriesOf('s3');
const oxfordshire = findProfile('oxfordshire')!;
const stateOn = (until: string) => {
  const read = script('s3');
  const result = simulate({ ...read, steps: read.steps.filter((step) => step.at <= `${until}T23:59`), until });
  if ('problems' in result || !result.state) throw new Error('the script is not sound');
  return result.state;
};
const dueOf = (day: string, clock: string, key?: string) =>
  clockViews(stateOn(day), oxfordshire, fromIso(`${day}T12:00:00Z`)!).find(
    (one) => one.clock === clock && (key === undefined || one.key === key),
  );

describe('S3: cuckooing in Oxfordshire, an assault and a section 42 enquiry', () => {
  it('given the pace settled at triage, then the aim moves from 28 to 21 October, and nobody is nudged', () => {
    expect(refusals(entries)).toEqual([]);
    expect(dueOf('2026-10-14', 'T-MEET')).toMatchObject({ dueOn: '2026-10-28', endsAt: fromIso('2026-10-28T23:59:59Z') });
    expect(dueOf('2026-10-15', 'T-MEET')?.dueOn).toBe('2026-10-21');
    expect(daysOf(entries, 'T-MEET')).toEqual([]);
  });
  it('then the reminders of the review go at 09:00 by the clock of the day, after the clocks have gone back', () => {
    expect(spoken(entries, 'T-REVIEW').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '2026-11-04T09:00:00Z -10WD',
      '2026-11-11T09:00:00Z -5WD',
      '2026-11-17T09:00:00Z -1WD',
    ]);
  });
  it('given the tier CRITICAL, then coordinator and lead workers hear at that minute, and the review date stays without a question', () => {
    expect(messagesOn(entries, '2026-11-09')).toEqual(['N12 - COORDINATOR+LEAD_WORKER', 'N13 - LA_CONTACT', 'N13 - COORDINATOR_MANAGER']);
    expect(entries.find((one) => one.notice === 'N12')?.at).toBe('2026-11-09T10:30:00Z');
    expect(daysOf(entries, 'T-RERATE')).toEqual([]);
  });
  it('given acknowledgement and enquiry in time, then the local authority is chased by nobody, and the review stands', () => {
    expect(dueOf('2026-11-09', 'T-LA', 'acknowledgement')?.dueOn).toBe('2026-11-10');
    expect(daysOf(entries, 'T-LA')).toEqual([]);
    expect(stateOn('2026-11-11')).toMatchObject({
      stage: 'REVIEW_SCHEDULED',
      escalation: { status: 'S42_ENQUIRY' },
      review: { on: '2026-11-18' },
    });
  });
  it('given no acknowledgement, then the contact is reminded on the second day', () => {
    const silent = entriesOf('s3', without('recordLaAcknowledgement'));
    expect(spoken(silent, 'T-LA')).toEqual(['2026-11-11T09:00:00Z ack+1WD LA_CONTACT']);
  });
});

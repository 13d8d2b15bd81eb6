import { describe, expect, it } from '@jest/globals';
import { play, REFERRAL, refusals, step } from '../../support/story';

const opened = step('2026-03-26T15:20', 'submitReferral', REFERRAL);

describe('given a day so far back that it must be a slip of the pen', () => {
  it('when a referral names it, then it is refused: its catch-up would not fit into one entry', () => {
    expect(refusals(play([{ ...opened, occurredOn: '2015-12-31' }], '2026-03-27'))).toEqual(['DATE_TOO_LONG_AGO']);
  });
  it('when it lies ten years back, then it is taken', () => {
    expect(refusals(play([{ ...opened, occurredOn: '2016-01-01' }], '2026-03-27'))).toEqual([]);
  });
});

describe('given a meeting in an hour in which the clocks change', () => {
  const booking = (on: string, startsAt: string) => step('2026-03-27T10:00', 'scheduleMeeting', { on, startsAt, mode: 'ONLINE' });

  it.each([
    ['the hour that spring leaves out', '2026-03-29', '01:30'],
    ['the hour that autumn has twice', '2026-10-25', '01:30'],
  ])('when it is %s, then it is refused', (_what, on, startsAt) => {
    expect(refusals(play([opened, booking(on, startsAt)], '2026-03-27'))).toEqual(['MEETING_TIME_UNCLEAR']);
  });
  it('when a booked meeting is moved into it, then that is refused too', () => {
    const moved = step('2026-03-27T11:00', 'postponeMeeting', { on: '2026-03-29', reason: 'CALENDAR' });
    expect(refusals(play([opened, booking('2026-03-28', '01:30'), moved], '2026-03-27'))).toEqual(['MEETING_TIME_UNCLEAR']);
  });
  it('when it is the hour before or after, then it is booked', () => {
    expect(refusals(play([opened, booking('2026-03-29', '02:00')], '2026-03-27'))).toEqual([]);
    expect(refusals(play([opened, booking('2026-03-29', '00:59')], '2026-03-27'))).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { DRAFT_REMINDERS, draftReminderOn, dueDraftReminder, ENGLAND_AND_WALES, fromIso } from '../../../domain';

/** Saved on the Thursday before Easter 2026: Good Friday and Easter Monday are no working days. */
const SAVED = '2026-04-02T16:30:00Z';
const dueAt = (now: string, told: readonly string[] = []) =>
  dueDraftReminder({ lastSavedAt: fromIso(SAVED)!, told }, fromIso(now)!, ENGLAND_AND_WALES)?.label;

describe('a draft saved on Thursday 2 April 2026', () => {
  it('has its reminders on these days, the manager’s among them', () => {
    expect(DRAFT_REMINDERS.map((one) => [one.label, one.to, draftReminderOn(one, '2026-04-02', ENGLAND_AND_WALES)])).toEqual([
      ['+1WD', 'AUTHOR', '2026-04-07'],
      ['+3WD', 'AUTHOR', '2026-04-09'],
      ['+5WD', 'AUTHOR_MANAGER', '2026-04-13'],
      ['+28d', 'AUTHOR', '2026-04-30'],
    ]);
  });
  it.each([
    ['2026-04-06T23:00:00Z', '+1WD'],
    ['2026-04-06T22:59:59Z', undefined],
    ['2026-04-08T09:05:00Z', '+1WD'],
    ['2026-04-09T08:05:00Z', '+3WD'],
    ['2026-04-13T08:05:00Z', '+5WD'],
    ['2026-04-29T08:05:00Z', '+5WD'],
    ['2026-04-30T08:05:00Z', '+28d'],
    ['2026-07-01T08:05:00Z', '+28d'],
  ])('at %s has %s to be told', (now, label) => {
    expect(dueAt(now)).toBe(label);
  });
  it('given a reminder was given, then it is not given again, and one that was missed is not made up for', () => {
    expect(dueAt('2026-04-08T08:05:00Z', ['+1WD'])).toBeUndefined();
    expect(dueAt('2026-04-09T08:05:00Z', ['+1WD'])).toBe('+3WD');
    expect(dueAt('2026-04-13T08:05:00Z', ['+5WD'])).toBeUndefined();
  });
});

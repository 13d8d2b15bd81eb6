import { addDays, addWorkingDays, compareDates, londonDateOf } from '../calendar';
import type { Calendar, Instant, LondonDate } from '../calendar';

/** Who hears of a draft that is not sent. */
export type DraftReader = 'AUTHOR' | 'AUTHOR_MANAGER';

/** T-DRAFT: a referral or call that was saved and not sent; nobody else knows of it (local default). */
export const DRAFT_REMINDERS = [
  { label: '+1WD', workingDays: 1, to: 'AUTHOR' },
  { label: '+3WD', workingDays: 3, to: 'AUTHOR' },
  { label: '+5WD', workingDays: 5, to: 'AUTHOR_MANAGER' },
  { label: '+28d', days: 28, to: 'AUTHOR' },
] as const satisfies readonly ({ readonly label: string; readonly to: DraftReader } & (
  { readonly workingDays: number } | { readonly days: number }
))[];

export type DraftReminder = (typeof DRAFT_REMINDERS)[number];
export type DraftLabel = DraftReminder['label'];

/** The London date of a reminder, counted from the day on which the draft was saved last; calendar days are rolled to no working day. */
export function draftReminderOn(reminder: DraftReminder, savedOn: LondonDate, calendar: Calendar): LondonDate {
  return 'days' in reminder ? addDays(savedOn, reminder.days) : addWorkingDays(savedOn, reminder.workingDays, calendar);
}

/**
 * What is to be said of a draft now: the latest reminder whose day has come and that was not given; undefined when there is nothing to say.
 * Those before it are not made up for. `told` are the labels given since the draft was saved last.
 */
export function dueDraftReminder(
  draft: { readonly lastSavedAt: Instant; readonly told: readonly string[] },
  now: Instant,
  calendar: Calendar,
): DraftReminder | undefined {
  const savedOn = londonDateOf(draft.lastSavedAt);
  const today = londonDateOf(now);
  const latest = DRAFT_REMINDERS.filter((one) => compareDates(draftReminderOn(one, savedOn, calendar), today) <= 0).at(-1);
  return latest && !draft.told.includes(latest.label) ? latest : undefined;
}

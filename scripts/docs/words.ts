import type { DueRule, SourceTag } from '../../domain/profiles';

const TAGS: Readonly<Record<SourceTag, string>> = {
  S: 'the locality’s own document',
  P: 'another published protocol',
  L: 'law or standard',
  D: 'local default until the locality confirms it',
};

/** What the letters of the column "Source" mean. */
export const SOURCE_KEY = `Source: ${Object.entries(TAGS)
  .map(([tag, words]) => `**${tag}** ${words}`)
  .join('; ')}.`;

/** '14 calendar days'; a rule that these words do not know is shown as data. */
export function dueWords(rule: DueRule): string {
  const [[kind, amount] = ['', '']] = Object.entries(rule);
  const days = (what: string): string => `${String(amount)} ${what} ${amount === 1 ? 'day' : 'days'}`;
  const known: Readonly<Record<string, string>> = {
    calendarDays: days('calendar'),
    workingDays: days('working'),
    years: `${String(amount)} years, or the last working day before`,
    workingDaysBefore: `${days('working')} before`,
    sameDay: 'the same working day',
    yearsOfAge: `the birthday at ${String(amount)}`,
    agreed: 'the date agreed',
  };
  return Object.keys(rule).length === 1 && known[kind] !== undefined ? known[kind] : JSON.stringify(rule);
}

/** '5 working days before', for the label of a threshold. */
export function thresholdWords(label: string): string {
  if (label === 'due') return 'on the due date';
  if (label === 'at-once') return 'at once';
  if (label === 'on-or-after') return 'on the due date, or on the next working day';
  const days = Math.abs(Number.parseInt(label, 10));
  return `${days} ${label.endsWith('d') ? 'calendar' : 'working'} ${days === 1 ? 'day' : 'days'} ${label.startsWith('-') ? 'before' : 'after'}`;
}

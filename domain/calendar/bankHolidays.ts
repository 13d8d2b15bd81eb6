import { dayNumber } from './days';
import type { Calendar, LondonDate } from './types';

/**
 * Bank holidays of England and Wales with their names.
 * Source: GOV.UK bank holidays (Open Government Licence v3.0). Substitute days stand in place of those that fall on a weekend.
 */
export const BANK_HOLIDAYS: Readonly<Record<LondonDate, string>> = {
  '2024-01-01': 'New Year’s Day',
  '2024-03-29': 'Good Friday',
  '2024-04-01': 'Easter Monday',
  '2024-05-06': 'Early May bank holiday',
  '2024-05-27': 'Spring bank holiday',
  '2024-08-26': 'Summer bank holiday',
  '2024-12-25': 'Christmas Day',
  '2024-12-26': 'Boxing Day',
  '2025-01-01': 'New Year’s Day',
  '2025-04-18': 'Good Friday',
  '2025-04-21': 'Easter Monday',
  '2025-05-05': 'Early May bank holiday',
  '2025-05-26': 'Spring bank holiday',
  '2025-08-25': 'Summer bank holiday',
  '2025-12-25': 'Christmas Day',
  '2025-12-26': 'Boxing Day',
  '2026-01-01': 'New Year’s Day',
  '2026-04-03': 'Good Friday',
  '2026-04-06': 'Easter Monday',
  '2026-05-04': 'Early May bank holiday',
  '2026-05-25': 'Spring bank holiday',
  '2026-08-31': 'Summer bank holiday',
  '2026-12-25': 'Christmas Day',
  '2026-12-28': 'Boxing Day (substitute day)',
  '2027-01-01': 'New Year’s Day',
  '2027-03-26': 'Good Friday',
  '2027-03-29': 'Easter Monday',
  '2027-05-03': 'Early May bank holiday',
  '2027-05-31': 'Spring bank holiday',
  '2027-08-30': 'Summer bank holiday',
  '2027-12-27': 'Christmas Day (substitute day)',
  '2027-12-28': 'Boxing Day (substitute day)',
  '2028-01-03': 'New Year’s Day (substitute day)',
  '2028-04-14': 'Good Friday',
  '2028-04-17': 'Easter Monday',
  '2028-05-01': 'Early May bank holiday',
  '2028-05-29': 'Spring bank holiday',
  '2028-08-28': 'Summer bank holiday',
  '2028-12-25': 'Christmas Day',
  '2028-12-26': 'Boxing Day',
};

interface Bundle {
  readonly version: string;
  readonly holidays: readonly LondonDate[];
  readonly horizonOn: LondonDate;
}

const NEWEST: Bundle = { version: 'ew-2024-2028.1', holidays: Object.keys(BANK_HOLIDAYS), horizonOn: '2028-12-31' };

/** Every list of bank holidays that a build has carried: a case computes with the one it began with. */
const BUNDLES: Readonly<Record<string, Bundle>> = { [NEWEST.version]: NEWEST };

/** What differs from the bundled bank holidays: the closure days of the locality, and days that were pinned to a case. */
export interface CalendarParts {
  readonly version: string;
  readonly bundle: string;
  readonly localClosureDays: readonly LondonDate[];
  readonly added: readonly LondonDate[];
  readonly removed: readonly LondonDate[];
  /** The last day for which bank holidays are known, where a pinned calendar says more than the bundle. */
  readonly horizonOn: LondonDate | null;
}

/** The calendar of a case: the bundle that it began with, the locality's closure days, and what was pinned since. */
export function calendarFrom(parts: CalendarParts): Calendar {
  const { version, localClosureDays, added, removed } = parts;
  const bundle = BUNDLES[parts.bundle] ?? NEWEST;
  if (version === NEWEST.version && localClosureDays.length === 0) return ENGLAND_AND_WALES;
  const holidays = [...bundle.holidays, ...added].filter((day) => !removed.includes(day));
  return build({ version, holidays, horizonOn: parts.horizonOn ?? bundle.horizonOn }, localClosureDays);
}

/** The calendar of a locality: the bank holidays of England and Wales and its own closure days. */
export const withClosureDays = (localClosureDays: readonly LondonDate[]): Calendar =>
  localClosureDays.length === 0 ? ENGLAND_AND_WALES : build(NEWEST, localClosureDays);

const build = (bundle: Bundle, localClosureDays: readonly LondonDate[]): Calendar => ({
  id: 'england-and-wales',
  ...bundle,
  localClosureDays,
  closed: new Set([...bundle.holidays, ...localClosureDays].map(dayNumber)),
});

/** The calendar that every locality starts from. */
export const ENGLAND_AND_WALES: Calendar = build(NEWEST, []);

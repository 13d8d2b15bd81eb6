import { compareDates, isLondonDate } from '../calendar';
import type { LondonDate } from '../calendar';

const OF_AGE = 18;

/** The 18th birthday of somebody born on a day (London date); born on 29 February it counts as 1 March (local default). */
export function eighteenthBirthday(bornOn: LondonDate): LondonDate {
  const year = String(Number(bornOn.slice(0, 4)) + OF_AGE).padStart(4, '0');
  const monthAndDay = bornOn.slice(4) === '-02-29' ? '-03-01' : bornOn.slice(4);
  return `${year}${monthAndDay}`;
}

/** True for somebody who on a day has not yet had the 18th birthday; false for a day of birth that is not known or lies in the vault. */
export const isUnder18 = (bornOn: string | null | undefined, on: LondonDate): bornOn is LondonDate =>
  typeof bornOn === 'string' && isLondonDate(bornOn) && compareDates(on, eighteenthBirthday(bornOn)) < 0;

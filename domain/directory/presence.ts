import { compareDates } from '../calendar';
import type { LondonDate } from '../calendar';
import type { AbsencePeriod, Person } from './entries';

/** How many are asked in turn before nobody stands in (local default). */
const MOST_ASKED = 4;

/** True for somebody who has left: not active any more, or past their last day. */
export const hasLeft = ({ active, leaving }: Pick<Person, 'active' | 'leaving'>, on: LondonDate): boolean =>
  !active || (leaving !== undefined && compareDates(leaving.on, on) < 0);

/** The absence of somebody on a day, if they are away. */
export const absenceOn = ({ absences = [] }: Pick<Person, 'absences'>, on: LondonDate): AbsencePeriod | undefined =>
  absences.find(({ from, to }) => compareDates(from, on) <= 0 && compareDates(on, to) <= 0);

/** True for somebody who works that day: neither away nor gone. */
export const isHere = (person: Pick<Person, 'active' | 'leaving' | 'absences'>, on: LondonDate): boolean =>
  !hasLeft(person, on) && absenceOn(person, on) === undefined;

/** Who acts, whom to look at next, or nobody. */
export type Turn = { readonly acts: Person } | { readonly ask: string } | 'NOBODY';

/**
 * Who acts for somebody on a day: that person, else who stands in, else who stands in for that one (local default). `asked` are those looked
 * at so far, the person first; two who stand in for each other, and a row of more than four, end with nobody.
 */
export function whoseTurn(asked: readonly Person[], on: LondonDate): Turn {
  const last = asked.at(-1);
  if (last === undefined) return 'NOBODY';
  if (isHere(last, on)) return { acts: last };
  const next = hasLeft(last, on) ? last.leaving?.to : absenceOn(last, on)?.standsIn;
  const known = next === null || next === undefined || asked.some(({ id }) => id === next);
  return known || asked.length >= MOST_ASKED ? 'NOBODY' : { ask: next };
}

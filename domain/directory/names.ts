import { addDays, compareDates } from '../calendar';
import type { LondonDate } from '../calendar';
import type { Person } from './entries';

/** The name of somebody on a day: who was this when? */
export const nameOn = ({ name, formerNames = [] }: Person, on: LondonDate): string =>
  formerNames.find(({ until }) => compareDates(on, until) <= 0)?.name ?? name;

/** The same person under another name from a day on; the old name stays known for the days before. A name of less than a day is not kept. */
export function renamed(person: Person, name: string, from: LondonDate): Person {
  if (name === person.name) return person;
  const { formerNames = [] } = person;
  const until = addDays(from, -1);
  const known = formerNames.some((one) => compareDates(until, one.until) <= 0);
  return { ...person, name, formerNames: known ? formerNames : [...formerNames, { name: person.name, until }] };
}

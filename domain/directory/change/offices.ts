import type { LondonDate } from '../../calendar';
import { PROFILES } from '../../profiles';
import type { Person } from '../entries';
import { isSameOffice, isShared } from '../offices';
import type { OfficeHeld } from '../offices';
import { hasLeft } from '../presence';
import { isLastAdministrator, KEEP_ONE } from './administrators';
import { ofPerson, together } from './books';
import type { Books } from './books';
import { refused } from './refusals';
import type { DirectoryDecision } from './refusals';

/** The offices that a person gets and loses by a new list. */
export const officesMoved = (person: Person, offices: readonly OfficeHeld[]): readonly OfficeHeld[] => [
  ...gained(person, offices),
  ...person.offices.filter((one) => !offices.some((other) => isSameOffice(one, other))),
];

const gained = (person: Person, offices: readonly OfficeHeld[]): readonly OfficeHeld[] =>
  offices.filter((one) => !person.offices.some((other) => isSameOffice(one, other)));

/**
 * The offices of a person, all of them. One that somebody else holds moves, so that there is never a day with two holders or none.
 * Nobody gives an office to themselves (local default).
 */
export function setOffices(books: Books, person: Person, offices: readonly OfficeHeld[], by: string, today: LondonDate): DirectoryDecision {
  const double = offices.findIndex((one, at) => offices.findIndex((other) => isSameOffice(one, other)) !== at);
  if (double >= 0) return refused('OFFICE_UNCLEAR', 'This office is named twice: name it once.', `/offices/${double}`);
  const unknown = offices.findIndex(({ locality }) => !PROFILES.some(({ id }) => id === locality));
  if (unknown >= 0) return refused('UNKNOWN_LOCALITY', 'There is no such locality.', `/offices/${unknown}/locality`);
  const more = gained(person, offices);
  if (more.length > 0 && person.id === by)
    return refused('OWN_OFFICE', 'Nobody gives an office to themselves: ask another administrator of the directory.', '/offices');
  if (more.length > 0 && hasLeft(person, today))
    return refused('PERSON_HAS_LEFT', 'This person has left: give the office to somebody who is there.', '/offices');
  const keeps = offices.some(({ role }) => role === 'DIRECTORY_ADMIN');
  if (!keeps && isLastAdministrator(books, person, today)) return KEEP_ONE;
  return { changes: together(ofPerson(person, { ...person, offices }), ...takenFrom(books, person, more)) };
}

const takenFrom = ({ people }: Books, person: Person, offices: readonly OfficeHeld[]) =>
  [...people.values()]
    .filter(({ id }) => id !== person.id)
    .map((other) => {
      const left = other.offices.filter((one) => isShared(one) || !offices.some((moved) => isSameOffice(one, moved)));
      return ofPerson(other, { ...other, offices: left });
    });

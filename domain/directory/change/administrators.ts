import type { LondonDate } from '../../calendar';
import { PROFILES } from '../../profiles';
import type { Person } from '../entries';
import { hasLeft } from '../presence';
import { ofOrganisations, ofPerson, together } from './books';
import type { Books } from './books';
import { refused } from './refusals';
import type { DirectoryDecision } from './refusals';

/** The refusal that keeps the directory from being without anybody who keeps it. */
export const KEEP_ONE = refused(
  'LAST_ADMINISTRATOR',
  'Nobody else administers this directory: give the office DIRECTORY_ADMIN of the locality to somebody else first.',
);

/** True for somebody without whom a locality would have no administrator of the directory. */
export const isLastAdministrator = ({ people }: Books, person: Person, today: LondonDate): boolean =>
  localitiesOf(person).some(
    (locality) =>
      ![...people.values()].some((other) => other.id !== person.id && !hasLeft(other, today) && localitiesOf(other).includes(locality)),
  );

const localitiesOf = ({ offices }: Person): readonly string[] =>
  offices.filter(({ role }) => role === 'DIRECTORY_ADMIN').map(({ locality }) => locality);

/** Who is to keep the directory of a locality that nobody keeps yet. */
export interface FirstAdministrator {
  readonly id: string;
  readonly locality: string;
  readonly name: string | null;
  readonly organisation: string | null;
}

/**
 * The first administrator of a locality's directory, with the organisation where there is none. For a new installation, on which nobody could
 * give the office.
 */
export function firstAdministrator(books: Books, first: FirstAdministrator, today: LondonDate): DirectoryDecision {
  const { id, locality, name, organisation } = first;
  if (!PROFILES.some((one) => one.id === locality)) return refused('UNKNOWN_LOCALITY', `There is no locality ${locality}: check its name.`);
  const keeper = [...books.people.values()].find((one) => !hasLeft(one, today) && localitiesOf(one).includes(locality));
  if (keeper) return refused('ADMINISTRATOR_EXISTS', `${keeper.id} keeps the directory of ${locality} already: ask there.`);
  const before = books.people.get(id) ?? null;
  const place = before?.organisation ?? organisation;
  if (place === null || (!before && name === null))
    return refused('UNKNOWN_PERSON', `${id} is not in the directory yet: say the name and the organisation.`);
  const blank: Person = { id, name: name ?? id, email: null, organisation: place, service: null, offices: [], manager: null, active: true };
  const { leaving: _gone, ...person } = before ?? blank;
  const after = { ...person, active: true, offices: [...person.offices, { role: 'DIRECTORY_ADMIN', locality }] } as const;
  const known = books.organisations.has(place);
  const added = ofOrganisations(known ? [] : [{ before: null, after: { id: place, name: place, locality, services: [] } }]);
  return { changes: together(ofPerson(before, after), added) };
}

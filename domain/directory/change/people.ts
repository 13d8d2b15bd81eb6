import type { LondonDate } from '../../calendar';
import type { Person } from '../entries';
import { renamed } from '../names';
import { hasLeft } from '../presence';
import { findService, ofPerson } from './books';
import type { Books } from './books';
import { isLastAdministrator, KEEP_ONE } from './administrators';
import { refused } from './refusals';
import type { DirectoryDecision, DirectoryRefusal } from './refusals';

/** What is written of a person by hand or from a file; the rest has ways of its own. */
export interface PersonData {
  readonly name: string;
  readonly email: string | null;
  readonly telephone: string | null;
  readonly organisation: string;
  readonly service: string | null;
  readonly manager: string | null;
}

/** A new person, or why not. */
export function addPerson(books: Books, id: string, data: PersonData): DirectoryDecision {
  if (books.people.has(id))
    return refused('PERSON_EXISTS', 'There is a person of this id already: change that one, or choose another id.', '/id');
  return newPerson(books, id, data, true);
}

/** A person whose id is known to be free, or what is wrong with the rest. */
export function newPerson(books: Books, id: string, { telephone, ...data }: PersonData, active: boolean): DirectoryDecision {
  const person: Person = { id, ...data, ...(telephone === null ? {} : { telephone }), offices: [], active };
  const refusal = checkPerson(books, person);
  return refusal ? { refusal } : { changes: ofPerson(null, person) };
}

/** A person with some fields changed, or why not. A new name counts from today; somebody who is made active again leaves no longer. */
export function changePerson(
  books: Books,
  person: Person,
  data: Partial<PersonData> & { readonly active?: boolean },
  today: LondonDate,
): DirectoryDecision {
  const after = written(person, data, today);
  const refusal = checkPerson(books, after);
  if (refusal) return { refusal };
  if (hasLeft(after, today) && isLastAdministrator(books, person, today)) return KEEP_ONE;
  return { changes: ofPerson(person, after) };
}

function written(person: Person, data: Partial<PersonData> & { readonly active?: boolean }, today: LondonDate): Person {
  const { name = person.name, telephone, ...rest } = data;
  const { telephone: before, leaving, ...named } = renamed(person, name, today);
  const number = telephone === undefined ? before : telephone;
  const back = data.active === true && hasLeft(person, today);
  return {
    ...named,
    ...rest,
    ...(number === null || number === undefined ? {} : { telephone: number }),
    ...(leaving === undefined || back ? {} : { leaving }),
  };
}

/** What is wrong with where a person works and who manages them; undefined when nothing. */
function checkPerson(books: Books, person: Pick<Person, 'id' | 'organisation' | 'service' | 'manager'>): DirectoryRefusal | undefined {
  return wrongPlace(books, person) ?? wrongManager(books, person);
}

function wrongPlace(books: Books, { organisation, service }: Pick<Person, 'organisation' | 'service'>): DirectoryRefusal | undefined {
  if (!books.organisations.has(organisation))
    return refused('UNKNOWN_ORGANISATION', 'There is no such organisation in the directory: add it first.', '/organisation').refusal;
  if (service === null || findService(books, service)?.organisation.id === organisation) return undefined;
  return refused('UNKNOWN_SERVICE', 'This organisation has no such service: add it first, or leave the service out.', '/service').refusal;
}

function wrongManager({ people }: Books, { id, manager }: Pick<Person, 'id' | 'manager'>): DirectoryRefusal | undefined {
  if (manager === null) return undefined;
  if (manager === id) return refused('MANAGER_UNCLEAR', 'Nobody is their own manager: name somebody else, or nobody.', '/manager').refusal;
  if (people.has(manager)) return undefined;
  return refused('UNKNOWN_PERSON', 'There is no such manager in the directory: add that person first.', '/manager').refusal;
}

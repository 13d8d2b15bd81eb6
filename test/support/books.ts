import type { Books, Organisation, Person, Service } from '../../domain';

/** A person of the synthetic council, all of whose other fields do not matter to a test. */
export const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: `Test ${id}`,
  email: `${id}@council.example`,
  organisation: 'org-council',
  service: null,
  offices: [],
  manager: null,
  active: true,
  ...more,
});

/** A service for which nobody speaks yet. */
export const service = (id: string, more: Partial<Service> = {}): Service => ({
  id,
  name: `Test ${id}`,
  leadWorker: null,
  responsibleManager: null,
  ...more,
});

/** An organisation of Oxfordshire. */
export const organisation = (id: string, more: Partial<Organisation> = {}): Organisation => ({
  id,
  name: `Test ${id}`,
  locality: 'oxfordshire',
  services: [],
  ...more,
});

/** A directory of these entries. */
export const booksOf = (people: readonly Person[], organisations: readonly Organisation[] = [organisation('org-council')]): Books => ({
  people: new Map(people.map((one) => [one.id, one])),
  organisations: new Map(organisations.map((one) => [one.id, one])),
});

/** Who keeps the directory of Oxfordshire. */
export const administrator = (id = 'p-admin', more: Partial<Person> = {}): Person =>
  person(id, { offices: [{ role: 'DIRECTORY_ADMIN', locality: 'oxfordshire' }], ...more });

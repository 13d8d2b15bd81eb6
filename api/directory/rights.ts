import { findService, mayInDirectory } from '../../domain';
import type { About, Books, DirectoryDeed, Organisation, Person } from '../../domain';
import { notFound, Problem } from '../problem';

/** An organisation as far as rights go; for one that is not there, those of any administrator. */
export const aboutOrganisation = (organisation: Organisation | undefined): About =>
  organisation ? { locality: organisation.locality, organisation } : {};

/** A person as far as rights go. */
export function aboutPerson(books: Books, person: Person): About {
  const service = person.service === null ? undefined : findService(books, person.service)?.service;
  return { ...aboutOrganisation(books.organisations.get(person.organisation)), person, ...(service ? { service } : {}) };
}

/** @throws Problem 403 for somebody who may not do this with that entry */
export function need(actor: Person, deed: DirectoryDeed, about: About): void {
  if (!mayInDirectory(actor, deed, about))
    throw new Problem(
      403,
      'NOT_PERMITTED',
      'This is for the administrator of the directory, or for the organisation’s own manager: ask there.',
    );
}

/** A person of the books. @throws Problem 404 */
export function known(books: Books, id: string): Person {
  const person = books.people.get(id);
  if (!person) throw notFound();
  return person;
}

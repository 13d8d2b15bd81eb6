import { differing } from './change/books';
import type { DirectoryChanges, Organisation, Person } from './entries';
import { isSameOffice, officeName } from './offices';

/** Everything that a change is about: people, organisations, services by id, and offices by name, each once. */
export const touchedBy = ({ people, organisations }: DirectoryChanges): readonly string[] => [
  ...new Set([
    ...people.flatMap(({ before, after }) => [after.id, ...officesMovedBy(before, after)]),
    ...organisations.flatMap(({ before, after }) => [after.id, ...servicesOf(before, after)]),
  ]),
];

function officesMovedBy(before: Person | null, after: Person): readonly string[] {
  const [had, has] = [before?.offices ?? [], after.offices];
  const lost = had.filter((one) => !has.some((other) => isSameOffice(one, other)));
  const got = has.filter((one) => !had.some((other) => isSameOffice(one, other)));
  return [...lost, ...got].map(officeName);
}

const servicesOf = (before: Organisation | null, after: Organisation): readonly string[] =>
  after.services
    .filter((one) => {
      const old = before?.services.find(({ id }) => id === one.id);
      return !old || differing(old, one).length > 0;
    })
    .map(({ id }) => id);

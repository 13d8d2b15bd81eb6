import type { LondonDate } from '../../calendar';
import type { Person } from '../entries';
import { hasLeft } from '../presence';
import type { Books } from './books';
import { refused } from './refusals';

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

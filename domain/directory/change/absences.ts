import { addDays, compareDates } from '../../calendar';
import type { LondonDate } from '../../calendar';
import type { AbsencePeriod, Person } from '../entries';
import { hasLeft } from '../presence';
import { ofPerson } from './books';
import type { Books } from './books';
import { refused } from './refusals';
import type { DirectoryDecision } from './refusals';

const FARTHEST_DAYS = 2 * 366;

/** When a person is away, all periods of it, and who stands in. Periods that have ended are dropped: the record of changes has them. */
export function setAbsences(books: Books, person: Person, periods: readonly AbsencePeriod[], today: LondonDate): DirectoryDecision {
  const sorted = periods.filter(({ to }) => compareDates(today, to) <= 0).sort((a, b) => compareDates(a.from, b.from));
  for (const [at, period] of periods.entries()) {
    const wrong = wrongPeriod(books, person, period, today);
    if (wrong) return refused('ABSENCE_UNCLEAR', wrong.message, `/periods/${at}/${wrong.field}`);
  }
  const overlap = sorted.find((one, at) => at > 0 && compareDates(one.from, sorted[at - 1]?.to ?? '') <= 0);
  if (overlap) return refused('ABSENCE_UNCLEAR', `Two periods share the ${overlap.from}: give each day once.`, '/periods');
  const { absences: _before, ...rest } = person;
  return { changes: ofPerson(person, sorted.length === 0 ? rest : { ...rest, absences: sorted }) };
}

interface Wrong {
  readonly field: keyof AbsencePeriod;
  readonly message: string;
}

function wrongPeriod({ people }: Books, { id }: Person, { from, to, standsIn }: AbsencePeriod, today: LondonDate): Wrong | undefined {
  if (compareDates(to, from) < 0) return { field: 'to', message: 'The last day lies before the first.' };
  if (compareDates(addDays(today, FARTHEST_DAYS), to) < 0)
    return { field: 'to', message: 'That day is more than two years ahead: check the year.' };
  if (standsIn === null) return undefined;
  if (standsIn === id) return { field: 'standsIn', message: 'Somebody else has to stand in: name another person, or nobody.' };
  const other = people.get(standsIn);
  if (!other) return { field: 'standsIn', message: 'There is no such person in the directory.' };
  return hasLeft(other, from) ? { field: 'standsIn', message: 'That person has left by then: name somebody else.' } : undefined;
}

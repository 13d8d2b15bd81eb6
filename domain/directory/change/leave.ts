import { addDays, compareDates } from '../../calendar';
import type { LondonDate } from '../../calendar';
import type { Changed, Organisation, Person, Service } from '../entries';
import { hasLeft } from '../presence';
import { isLastAdministrator, KEEP_ONE } from './administrators';
import { ofOrganisations, ofPerson, together } from './books';
import type { Books } from './books';
import { refused } from './refusals';
import type { DirectoryDecision } from './refusals';

const FARTHEST_DAYS = 366;

/** The last day of somebody, and who acts from then on. */
export interface LeavingData {
  readonly on: LondonDate;
  readonly handOverTo: string | null;
}

/**
 * Somebody leaves at the end of a day: from the next one on they cannot sign in. Where a successor of the same organisation is named,
 * services name that one in their place, so that new cases do.
 */
export function leave(books: Books, person: Person, { on, handOverTo }: LeavingData, by: string, today: LondonDate): DirectoryDecision {
  if (person.id === by) return refused('OWN_LEAVING', 'Nobody takes themselves out of the directory: ask another administrator.');
  if (compareDates(addDays(today, FARTHEST_DAYS), on) < 0)
    return refused('LEAVING_UNCLEAR', 'That day is more than a year ahead: check the year.', '/on');
  const successor = handOverTo === null ? null : books.people.get(handOverTo);
  if (successor === undefined) return refused('UNKNOWN_PERSON', 'There is no such person in the directory.', '/handOverTo');
  if (successor?.id === person.id) return refused('LEAVING_UNCLEAR', 'Name somebody else to hand over to.', '/handOverTo');
  if (successor && hasLeft(successor, addDays(on, 1)))
    return refused('PERSON_HAS_LEFT', 'That person has left by then: hand over to somebody else.', '/handOverTo');
  if (isLastAdministrator(books, person, today)) return KEEP_ONE;
  const gone: Person = { ...person, leaving: { on, to: handOverTo } };
  return { changes: together(ofPerson(person, gone), ofOrganisations(successor ? succeeded(books, person, successor) : [])) };
}

// A service is spoken for by its own organisation only.
function succeeded({ organisations }: Books, person: Person, successor: Person): readonly Changed<Organisation>[] {
  const own = organisations.get(person.organisation);
  if (!own || successor.organisation !== own.id) return [];
  return [{ before: own, after: { ...own, services: own.services.map((one) => inPlace(one, person.id, successor.id)) } }];
}

function inPlace(service: Service, from: string, to: string): Service {
  const { leadWorker, responsibleManager, safeguardingLead } = service;
  return {
    ...service,
    leadWorker: leadWorker === from ? to : leadWorker,
    responsibleManager: responsibleManager === from ? to : responsibleManager,
    ...(safeguardingLead === from ? { safeguardingLead: to } : {}),
  };
}

/** Where the directory still names somebody: services they speak for, offices they hold, people whom they manage. */
export interface StillNamed {
  readonly services: readonly string[];
  readonly offices: Person['offices'];
  readonly manages: readonly string[];
}

/** What is left to be named anew in the directory itself when somebody leaves. */
export const stillNamed = ({ people, organisations }: Books, id: string): StillNamed => ({
  services: [...organisations.values()].flatMap(({ services }) => services.filter((one) => names(one, id)).map((one) => one.id)),
  offices: people.get(id)?.offices ?? [],
  manages: [...people.values()].filter(({ manager }) => manager === id).map((one) => one.id),
});

const names = ({ leadWorker, responsibleManager, safeguardingLead }: Service, id: string): boolean =>
  [leadWorker, responsibleManager, safeguardingLead].includes(id);

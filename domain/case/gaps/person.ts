import { londonDateOf } from '../../calendar';
import { isUnder18 } from '../age';
import type { CommandData, CommandName } from '../commands/table';
import { isWithoutConsent } from '../consent';
import type { CaseState } from '../state';
import { without } from './rule';
import type { GapRule } from './rule';

const found = (data: Readonly<Record<string, unknown>>, ...outcomes: readonly string[]): boolean =>
  outcomes.some((outcome) => outcome === data['outcome']);

// Said again, the same position keeps the grounds that it has.
function isWithoutGrounds(data: Readonly<Record<string, unknown>>, { person: { consent } }: CaseState): boolean {
  const { position, grounds } = data as CommandData<'recordConsent'>;
  return isWithoutConsent(position) && grounds === undefined && (consent.position !== position || consent.grounds === null);
}

// The lead of children's services must be invited while the person is under 18.
const childrensLead = (command: CommandName): GapRule => ({
  command,
  item: 'CHILDRENS_LEAD_INVITED',
  requirement: 'Care Act 2014, sections 58 to 66; local default',
  owner: 'COORDINATOR',
  missing: (data, { person, lastAt }) => isUnder18(person.bornOn, londonDateOf(lastAt)) && data['childrensLeadInvited'] !== true,
});

/** What the record asks for of the person's consent, capacity, advocate and representatives. */
export const PERSON_GAPS: readonly GapRule[] = [
  {
    command: 'recordConsent',
    item: 'SHARING_GROUNDS',
    requirement: 'Oxfordshire framework 5.3',
    owner: 'COORDINATOR',
    missing: isWithoutGrounds,
  },
  {
    command: 'recordConsent',
    item: 'NOT_YET_REASON',
    requirement: 'local default: why the person has not been asked yet',
    owner: 'COORDINATOR',
    missing: (data) => data['position'] === 'NOT_YET_SOUGHT' && data['notYetBecause'] === undefined,
  },
  {
    command: 'recordCapacity',
    item: 'CAPACITY_REASON',
    requirement: 'Oxfordshire framework 5.1: a decision not to assess is justified',
    owner: 'COORDINATOR',
    missing: (data) => found(data, 'PRESUMED_NOT_ASSESSED') && data['reason'] === undefined,
  },
  {
    command: 'recordCapacity',
    item: 'RISKS_DISCUSSED',
    requirement: 'Oxfordshire framework 5.1: which risks were discussed with the person',
    owner: 'COORDINATOR',
    missing: (data) => found(data, 'PRESUMED_NOT_ASSESSED', 'HAS') && data['risksDiscussed'] === undefined,
  },
  {
    command: 'recordCapacity',
    item: 'DIFFERING_VIEWS',
    requirement: 'Oxfordshire framework 5.1: the views, and how the difference is settled',
    owner: 'COORDINATOR',
    missing: (data) => found(data, 'DIFFERING_VIEWS') && (data['views'] === undefined || data['route'] === undefined),
  },
  {
    command: 'recordCapacity',
    item: 'ADVOCATE_CONSIDERED',
    requirement: 'Oxfordshire framework 6.2; Dorset learning, Individual: capacity is in doubt',
    owner: 'COORDINATOR',
    missing: (data, { person }) =>
      found(data, 'LACKS', 'UNABLE_TO_ASSESS', 'DIFFERING_VIEWS') && person.advocacy.status === 'NOT_CONSIDERED',
  },
  {
    command: 'recordBestInterests',
    item: 'WISHES_CONSIDERED',
    requirement: 'Oxfordshire framework 5.1: the person’s views and wishes',
    owner: 'COORDINATOR',
    missing: without('wishes'),
  },
  {
    command: 'recordRepresentative',
    item: 'DOCUMENT_SEEN',
    requirement: 'local default: the document behind an authority is seen',
    owner: 'COORDINATOR',
    missing: (data) => data['kind'] !== 'FAMILY_OR_CARER' && data['documentSeen'] !== true,
  },
  childrensLead('scheduleMeeting'),
  childrensLead('scheduleReview'),
];

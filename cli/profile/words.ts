import { ROLE_TABLE } from '../../domain';
import type { ProtocolProfile, Sourced, ThresholdPolicy } from '../../domain';
import { DEFAULT_WORDS, WORDS } from '../../notifications/words';

/** What the clocks are about; a clock that is not listed is called by its name. */
const CLOCKS: Readonly<Record<string, string>> = {
  'T-TRIAGE': 'The triage discussion',
  'T-CONTACT': 'Contact with the referrer after triage',
  'T-HANDOVER': 'A hand-over to another process',
  'T-MEET': 'The meeting',
  'T-INVITE': 'A service’s answer to its invitation',
  'T-INFO': 'A service’s written contribution',
  'T-REMIND': 'The reminder of a meeting',
  'T-HELD': 'Whether a booked meeting was held',
  'T-SUMMARY': 'The list of actions of a meeting',
  'T-MINUTES': 'The record of a meeting, with its plan',
  'T-FEEDBACK': 'Word to the person',
  'T-ABSENT': 'A contribution in writing of a service that was not at a meeting',
  'T-PLANDIST': 'Receipt of the plan',
  'T-ACCEPT': 'A service’s answer to a proposed action',
  'T-ACTION': 'An agreed action',
  'T-SILENT': 'An action of which nothing is heard',
  'T-REVIEW': 'The review',
  'T-RERATE': 'A nearer review date after the tier was raised',
  'T-CONCERN': 'The answer to a concern',
  'T-LA': 'The local authority’s answers to a notification',
  'T-CONSENT': 'Sharing without consent looked at again',
  'T-CAPACITY': 'Capacity and best interests',
  'T-ADVOCATE': 'Advocate',
  'T-AGE18': '18th birthday',
  'T-CHALLENGE': 'A stage of a challenge',
  'T-CLOSE': 'Answers to a proposed closure',
  'T-ROLE': 'A vacant role',
};

const AUDIENCES: Readonly<Record<string, string>> = {
  ALL_LEAD_WORKERS: 'all lead workers',
  ALL_RESPONSIBLE_MANAGERS: 'all responsible managers',
  ATTENDEES: 'everyone expected',
  ATTENDEES_OR_COORDINATOR: 'everyone expected, or the coordinator if nothing is booked',
  UNCONFIRMED_RECIPIENTS: 'services that have not confirmed',
  CHALLENGE_HOLDERS: 'who holds the stage of the challenge',
  NEXT_CHALLENGE_HOLDERS: 'who holds its next stage',
  UNANSWERED_SERVICES: 'services that have not answered',
  LA_NOTIFIER: 'whoever notified the local authority',
  LA_CONTACT_UNLESS_ACKNOWLEDGED: 'the local authority’s safeguarding contact, until it has acknowledged',
};

const SHORT: Readonly<Record<string, string>> = {
  LEAD_WORKER: 'the lead worker',
  RESPONSIBLE_MANAGER: 'the responsible manager',
  RAISER: 'who has raised the challenge',
  CHAIR: 'the Chair',
  NOTE_TAKER: 'the note-taker',
  RELATIONSHIP_HOLDER: 'who is to tell the person',
};

/** What the settings are called; one that is not listed is called by its field. */
const SETTINGS: Readonly<Record<string, string>> = {
  basis: 'Stands on',
  intake: 'A case begins with',
  convenor: 'Who convenes',
  triage: 'Triage',
  referrerContactRequired: 'The referrer is contacted after triage',
  reasonCodes: 'Reasons',
  requiredRoles: 'Never vacant',
  chairDefaultsTo: 'Chairs until a Chair is named',
  noteTakerDefaultsTo: 'Takes notes until a note-taker is named',
  newCaseNotice: 'Hears of a new case',
  convenerIsCoordinator: 'Who calls the meeting coordinates it',
  reviewCapDays: 'Suggested longest time to the review, in days by tier',
  escalationPrompts: 'Asks whether the local authority should be told',
  escalationConsentGate: 'Personal data goes to the local authority with consent or recorded grounds only',
  laClock: 'The local authority’s time to answer is agreed with it, or watched from inside',
  challengeStage4Holder: 'Holds the last stage of a challenge',
  outOfHoursLine: 'Said out of hours',
};

/** What a clock is about. */
export const clockWords = (id: string): string => CLOCKS[id] ?? id;

/** What a role or an audience is called in a locality. */
export function audienceWords(one: string, locality: string): string {
  if (one === 'COORDINATOR') return `the ${(WORDS[locality] ?? DEFAULT_WORDS).coordinator}`;
  const row = isRole(one) ? ROLE_TABLE[one] : undefined;
  const holder = row && holderWords(row, locality).replace(/ \(.*\)$/, '');
  return AUDIENCES[one] ?? SHORT[one] ?? (holder === undefined ? capsToWords(one) : `${holder.charAt(0).toLowerCase()}${holder.slice(1)}`);
}

const isRole = (one: string): one is keyof typeof ROLE_TABLE => Object.hasOwn(ROLE_TABLE, one);

/** Who holds a role in a locality, as the role table says. */
export const holderWords = (row: (typeof ROLE_TABLE)[keyof typeof ROLE_TABLE], locality: string): string =>
  locality === 'dorset' ? row.dorset : row.oxfordshire;

/** 'MEETING_AIM_MISSED' as 'meeting aim missed'. */
export const capsToWords = (code: string): string => code.toLowerCase().replaceAll('_', ' ');

/** What a setting is called. */
export function settingWords(name: string): string {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return SETTINGS[name] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** '1 working day', '5 working days'. */
export const workingDays = (days: number): string => `${days} working ${days === 1 ? 'day' : 'days'}`;

/** When a step comes: 'on the due day', '5 working days before', '90 calendar days before', '3 working days after'. */
export function whenWords({ at }: ThresholdPolicy): string {
  if (at === 'due') return 'on the due day';
  if (at === 'at-once') return 'at once';
  if (at === 'on-or-after') return 'on the due day, or on the next working day';
  if (at.endsWith('d')) return `${Math.abs(Number.parseInt(at, 10))} calendar days before`;
  return `${workingDays(Math.abs(Number.parseInt(at, 10)))} ${at.startsWith('-') ? 'before' : 'after'}`;
}

/** Where a value comes from: '[S] Oxfordshire framework 6.1'; for a local default the tag says it all. */
export const sourceWords = ({ source, cite }: Sourced<unknown>): string =>
  source === 'D' && cite.startsWith('local default, not in') ? '[D]' : `[${source}] ${cite}`;

/** True for a value that says where it comes from. */
export const isSourced = (value: unknown): value is Sourced<unknown> =>
  typeof value === 'object' && value !== null && 'value' in value && 'source' in value && 'cite' in value;

/** 'oxfordshire@2023-24.v7+1' */
export const nameOf = ({ id, version }: Pick<ProtocolProfile, 'id' | 'version'>): string => `${id}@${version}`;

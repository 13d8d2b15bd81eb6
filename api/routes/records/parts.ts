import type { Sight } from '../../../domain';
import type { DisclosureKind, Shown } from '../../../domain/record';

const KINDS: Readonly<Record<Exclude<Sight, 'NOTHING'>, DisclosureKind>> = {
  CASE: 'CASE',
  INVITATION: 'INVITATION',
  INCIDENT: 'INCIDENT',
  REFERENCE: 'ESCALATION',
};

// Of the answer to reading a case: what says nothing of the person, so that its being shown is no disclosure.
const NOT_PERSONAL: readonly string[] = [
  'ref',
  'seq',
  'sight',
  'why',
  'ring',
  'training',
  'trainingClock',
  'purpose',
  'locality',
  'profile',
];

/** What reading a case shows, by the names of its parts; a reference with whom to ring shows nothing personal. */
export const partsShown = (sight: Exclude<Sight, 'NOTHING'>, shown: object): Shown => ({
  kind: KINDS[sight],
  parts: Object.entries(shown)
    .filter(([name, value]) => !NOT_PERSONAL.includes(name) && value !== null && value !== undefined)
    .flatMap(([name, value]) => (name === 'person' && sight === 'INVITATION' ? namesOf(value).map((one) => `person.${one}`) : [name])),
});

const namesOf = (value: unknown): readonly string[] => Object.keys(value as object);

/** The names of the fields of which a text stands in a value, such as `ReferralReceived.risks`; never what the text says. */
export const textsShown = (value: unknown, at: string): readonly string[] => [...new Set(texts(value, at))].sort();

function texts(value: unknown, at: string): readonly string[] {
  if (typeof value === 'string') return /^v-[0-9a-f]{32}$/.test(value) ? [at] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => texts(item, at));
  const { type, ...rest } = value as Readonly<Record<string, unknown>>;
  const begin = typeof type === 'string' && 'at' in rest ? type : at;
  return Object.entries(rest).flatMap(([name, item]) => texts(item, inner(begin, name)));
}

// What commands filled in is named without the frame that it is kept in.
const inner = (at: string, name: string): string => {
  if (['data', 'entries', 'events', 'action', 'challenge'].includes(name)) return at;
  return at === '' ? name : `${at}.${name}`;
};

import type { ProtocolProfile, Sourced } from '../types';
import { finding } from './finding';
import type { Finding } from './finding';

/** What a profile may say without a source. */
const WITHOUT_SOURCE = ['id', 'version', 'localClosureDays', 'timers', 'deviations'];
const TAGS = ['S', 'P', 'L', 'D'];

/** Every value says where it comes from, and what is called the locality's own names its paragraph. */
export function checkSources(profile: ProtocolProfile): readonly Finding[] {
  const bare = Object.entries(profile)
    .filter(([name, value]) => !WITHOUT_SOURCE.includes(name) && !isSourced(value))
    .map(([name]) => finding('NO_SOURCE', `/${name}`, 'This value does not say where it comes from: give its source and paragraph.'));
  return [...bare, ...sourcedIn(profile, '').flatMap(({ place, sourced }) => checkSource(place, sourced))];
}

function checkSource(place: string, { source, cite }: Sourced<unknown>): readonly Finding[] {
  const wrong = !TAGS.includes(source) || cite.trim() === '' || (source !== 'D' && cite.startsWith('local default'));
  return wrong ? [finding('NO_SOURCE', place, 'Give a tag of S, P, L or D, and the paragraph behind it.')] : [];
}

const isSourced = (value: unknown): value is Sourced<unknown> =>
  typeof value === 'object' && value !== null && 'value' in value && 'source' in value && 'cite' in value;

function sourcedIn(value: unknown, place: string): readonly { readonly place: string; readonly sourced: Sourced<unknown> }[] {
  if (isSourced(value)) return [{ place, sourced: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => sourcedIn(one, `${place}/${name}`));
}

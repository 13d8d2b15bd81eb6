import type { ProtocolProfile, Sourced } from '../../domain';
import { isSourced, sourceWords } from './words';

/** One place in which two profiles differ; null where one of them has nothing there. */
export interface Difference {
  readonly place: string;
  readonly a: string | null;
  readonly b: string | null;
}

/** What differs between two profiles or two versions of one, value by value. */
export function profileDiff(a: ProtocolProfile, b: ProtocolProfile): readonly Difference[] {
  const [left, right] = [valuesOf(a), valuesOf(b)];
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((place) => ({ place, a: left.get(place) ?? null, b: right.get(place) ?? null }))
    .filter((one) => one.a !== one.b);
}

/** What differs, as lines to read. */
export const diffText = (differences: readonly Difference[], a: string, b: string): readonly string[] =>
  differences.length === 0
    ? ['They are the same.']
    : differences.flatMap((one) => [one.place, `  ${a}: ${one.a ?? 'nothing'}`, `  ${b}: ${one.b ?? 'nothing'}`]);

const valuesOf = (profile: ProtocolProfile): ReadonlyMap<string, string> => new Map(flat(profile, ''));

function flat(value: unknown, place: string): readonly (readonly [string, string])[] {
  if (isSourced(value)) return flatSourced(value, place);
  if (Array.isArray(value)) return flatList(value, place);
  if (typeof value !== 'object' || value === null) return [[place, typeof value === 'string' ? value : JSON.stringify(value)]];
  return Object.entries(value).flatMap(([name, one]) => flat(one, place === '' ? name : `${place}.${name}`));
}

// A single value and its source are one line; of a group the source stands apart.
function flatSourced(sourced: Sourced<unknown>, place: string): readonly (readonly [string, string])[] {
  const values = flat(sourced.value, place);
  const [only, ...more] = values;
  if (only?.[0] === place && more.length === 0) return [[place, `${only[1]}  ${sourceWords(sourced)}`]];
  return [...values, [`${place} source`, sourceWords(sourced)]];
}

// Steps of a ladder are compared by when they come, so that one more step does not move all others; other lists as a whole.
function flatList(list: readonly unknown[], place: string): readonly (readonly [string, string])[] {
  const steps = list.every((one) => typeof one === 'object' && one !== null && 'at' in one);
  if (!steps || list.length === 0) return [[place, list.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(', ')]];
  return list.flatMap((one) => flat(one, `${place}[${stepName(one as { at: string; label?: string })}]`));
}

const stepName = ({ at, label }: { readonly at: string; readonly label?: string }): string => label ?? at;

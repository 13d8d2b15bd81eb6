import type { Mending } from './mended';

const isText = (value: unknown): value is string => typeof value === 'string' && /^v-[0-9a-f]{32}$/.test(value);

/** For each text that was corrected, the one that stands in its place: reference to reference. */
const replacements = ({ corrections }: Mending): ReadonlyMap<string, string> =>
  new Map([...corrections.values()].flat().flatMap(({ struck, now }) => (isText(struck) && isText(now) ? [[struck, now] as const] : [])));

/** A value with every corrected text as it stands today, texts still as references. State keeps the reference that was first given. */
export function asCorrected<T>(value: T, mending: Mending): T {
  const instead = replacements(mending);
  const newest = (ref: string): string => {
    const next = instead.get(ref);
    return next === undefined ? ref : newest(next);
  };
  const within = (one: unknown): unknown => {
    if (typeof one === 'string') return newest(one);
    if (Array.isArray(one)) return one.map(within);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, within(inner)]));
  };
  return within(value) as T;
}

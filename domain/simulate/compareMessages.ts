import type { Entry } from './entries';

/** What becomes of the messages of a case: those that no longer come, those that are new, and those that come at another time. */
export interface MessageChanges {
  readonly gone: readonly Entry[];
  readonly new: readonly Entry[];
  readonly moved: readonly { readonly from: Entry; readonly to: Entry }[];
}

// The same message: what it says, of which deadline, at which step, to whom.
const nameOf = ({ notice, clock, key, threshold, to }: Entry): string => JSON.stringify([notice, clock, key, threshold, [...to].sort()]);
const nameAndTimeOf = (one: Entry): string => `${one.at} ${nameOf(one)}`;

/** Compares two lists of messages, each in order of time. */
export function compareMessages(before: readonly Entry[], after: readonly Entry[]): MessageChanges {
  const unchanged = pair(before, after, nameAndTimeOf);
  const moved = pair(unchanged.left, unchanged.right, nameOf);
  return { gone: moved.left, new: moved.right, moved: moved.pairs };
}

interface Pairing {
  readonly pairs: readonly { readonly from: Entry; readonly to: Entry }[];
  readonly left: readonly Entry[];
  readonly right: readonly Entry[];
}

// The first of a name with the first of that name, the second with the second.
function pair(left: readonly Entry[], right: readonly Entry[], by: (one: Entry) => string): Pairing {
  const free = [...right];
  const alone: Entry[] = [];
  const pairs = left.flatMap((from) => {
    const at = free.findIndex((one) => by(one) === by(from));
    if (at < 0) alone.push(from);
    return at < 0 ? [] : free.splice(at, 1).map((to) => ({ from, to }));
  });
  return { pairs, left: alone, right: free };
}

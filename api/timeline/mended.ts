import { originalValue, rightValue } from '../../domain';
import type { CaseEvent } from '../../domain';
import type { Commit } from '../../persistence';

type Corrected = CaseEvent<'EntryCorrected'>;
type Retracted = CaseEvent<'EntryRetracted'>;

/** One field as it was struck through and as it is now; texts as references. */
export interface Mended {
  readonly field: string;
  readonly service?: string;
  readonly action?: string;
  readonly struck: unknown;
  readonly now: unknown;
  readonly by: string;
  readonly at: number;
  readonly why: string;
  /** The entry that corrects. */
  readonly entry: number;
}

/** Who retracted an entry, when, and in which entry. */
export interface Retraction {
  readonly by: string;
  readonly at: number;
  readonly entry: number;
}

/** What was mended in a case: corrections by entry, and retractions by entry. An entry that corrects a retracted one is retracted with it. */
export interface Mending {
  readonly corrections: ReadonlyMap<number, readonly Mended[]>;
  readonly retracted: ReadonlyMap<number, Retraction>;
  /** References of texts that nobody but the information-governance lead may read. */
  readonly hiddenRefs: ReadonlySet<string>;
}

interface At<E> {
  readonly commit: Commit;
  readonly event: E;
}

const corrected = (commits: readonly Commit[]): readonly At<Corrected>[] =>
  commits.flatMap((commit) => commit.events.flatMap((event) => (event.type === 'EntryCorrected' ? [{ commit, event }] : [])));
const taken = (commits: readonly Commit[]): readonly At<Retracted>[] =>
  commits.flatMap((commit) => commit.events.flatMap((event) => (event.type === 'EntryRetracted' ? [{ commit, event }] : [])));

/** Works out from the commits of a case what was corrected, what was retracted, and which texts are hidden with it. */
export function mendingOf(commits: readonly Commit[]): Mending {
  const changes = corrected(commits);
  const direct = new Map(taken(commits).map(({ commit, event }) => [event.seq, retractionOf(commit)] as const));
  const withIts = changes.flatMap(({ commit, event }) => {
    const retraction = direct.get(event.seq);
    return retraction ? [[commit.seq, retraction] as const] : [];
  });
  const retracted = new Map([...direct, ...withIts]);
  const hidden = commits.filter((commit) => retracted.has(commit.seq)).flatMap((commit) => refsIn(commit.events));
  const incidents = taken(commits).map(({ event }) => event.data.incident);
  return { corrections: correctionsOf(commits, changes), retracted, hiddenRefs: new Set([...hidden, ...incidents]) };
}

const retractionOf = ({ actor, at, seq }: Commit): Retraction => ({ by: actor, at, entry: seq });

function correctionsOf(commits: readonly Commit[], changes: readonly At<Corrected>[]): ReadonlyMap<number, readonly Mended[]> {
  const found = new Map<number, readonly Mended[]>();
  for (const { commit, event } of changes) {
    const before = found.get(event.seq) ?? [];
    const original = commits.find((one) => one.seq === event.seq)?.events ?? [];
    found.set(event.seq, [...before, mended(commit, event, before, original)]);
  }
  return found;
}

// A second correction of the same field strikes what the first one said.
function mended({ actor, at, seq }: Commit, { data }: Corrected, before: readonly Mended[], original: readonly CaseEvent[]): Mended {
  const { field, service, action, reason } = data;
  const about = field === 'status' ? { service } : {};
  const same = (one: Mended) => one.field === field && one.action === action && (field !== 'status' || one.service === service);
  const last = before.findLast(same);
  return {
    field,
    ...(about.service === undefined ? {} : { service: about.service }),
    ...(action === undefined ? {} : { action }),
    struck: last ? last.now : originalValue(original, data),
    now: rightValue(data),
    by: actor,
    at,
    why: reason,
    entry: seq,
  };
}

/** Every reference to a text in a value, however deep. */
function refsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^v-[0-9a-f]{32}$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(refsIn);
}

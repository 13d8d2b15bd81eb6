import { isDeepStrictEqual } from 'node:util';
import { applyCommit, evolve, findProfile, fold, isTerminal, nextDue, nextPending, reconcile, settle, takeStep } from '../../../domain';
import type { CaseEvent, CaseState, ProtocolProfile } from '../../../domain';
import fc from 'fast-check';
import { live, LOCALITIES, tries } from '../randomLives';
import type { Life, Locality, Try } from '../randomLives';
import { checkLedger } from './ledger';

const DAY = 86_400_000;
const YEAR = 365 * DAY;
const MOST_BYTES = 128_000;

const MOST_TRIES = 60;

/** What random lives are made from; the same seed gives the same ones. */
export const LIVES = fc.tuple(fc.constantFrom(...LOCALITIES), tries(MOST_TRIES));

/** A life with what it was made from. */
export interface Lived {
  readonly locality: Locality;
  readonly tries: readonly Try[];
  readonly life: Life;
}

/** Something that holds in every life, whoever does what and when. */
export interface Invariant {
  readonly name: string;
  /** True for one that takes its time: a few lives show it as well. */
  readonly slow?: true;
  /** @throws Error that says where it does not hold */
  readonly check: (lived: Lived) => void;
}

/** A life from its tries, ready to be checked. */
export const lived = (locality: Locality, tries: readonly Try[]): Lived => ({ locality, tries, life: live(locality, tries) });

const profileOf = ({ locality }: Lived): ProtocolProfile => findProfile(locality)!;
const eventsOf = ({ life }: Lived): readonly CaseEvent[] => life.steps.flatMap((step) => step.events);
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function mustEqual(found: unknown, expected: unknown, what: string): void {
  if (!isDeepStrictEqual(found, expected)) throw new Error(`${what}\n${JSON.stringify(found)}\nis not\n${JSON.stringify(expected)}`);
}

// When a threshold was noticed may differ; what happened may not.
const withoutFiring = (events: readonly CaseEvent[]): readonly CaseEvent[] =>
  events.map((one) => (one.type === 'ThresholdPassed' ? { ...one, firedAt: 0 } : one));
// The list of entries names commits: it comes with them, not with their events.
const withoutCount = (state: CaseState): CaseState => ({ ...state, seq: 0, lastAt: 0, entries: [] });

function isWatched({ life, ...rest }: Lived): void {
  for (const { state, at } of life.steps) {
    if (state.stage === null || isTerminal(state.stage)) continue;
    if (nextDue(state, at) === null) throw new Error(`no date, ahead or overdue, in ${state.stage} after ${life.accepted.join(', ')}`);
    // A proposed closure waits for a person: its date stays on the worklist, and "you may confirm" is said once (local default).
    if (state.stage !== 'CLOSING' && !nextPending(state, profileOf({ life, ...rest })))
      throw new Error(`nothing will speak in ${state.stage} after ${life.accepted.join(', ')}`);
  }
}

function endsInSilence(one: Lived): void {
  const { state } = one.life;
  if (state.stage === null || !isTerminal(state.stage)) return;
  const later = settle(state, profileOf(one), state.lastAt + YEAR).filter(
    (event) => event.type === 'NoticeDue' && event.notice.planned && !isCarried(state, event.notice),
  );
  mustEqual(later, [], `messages after the end in ${state.stage}`);
}

// What a person has named to run on after the closure speaks on, a challenge through all its stages.
const isCarried = ({ closing }: CaseState, { clock, key }: { clock: string | null; key: string }): boolean =>
  closing.carried.some((one) => one.clock === clock && one.key.split('/')[0] === key.split('/')[0]);

function survivesJson(one: Lived): void {
  for (const { events, state } of one.life.steps) {
    mustEqual(throughJson(events), events, 'events through JSON');
    mustEqual(throughJson(state), state, 'state through JSON');
  }
}

const foldsToTheSame = (one: Lived): void => {
  const folded = one.life.steps.reduce<CaseState | null>((state, step) => applyCommit(state, throughJson(step)), null);
  mustEqual(folded, one.life.state, 'the fold of all recorded steps');
};

function settlesTheSame(one: Lived): void {
  const { state } = one.life;
  const profile = profileOf(one);
  const end = state.lastAt + 90 * DAY;
  const once = settle(state, profile, end);
  const daily: CaseEvent[] = [];
  let current = state;
  for (let at = state.lastAt + DAY; at <= end; at += DAY) {
    const events = settle(current, profile, at);
    daily.push(...events);
    current = fold(current, events);
  }
  mustEqual(withoutFiring(daily), withoutFiring(once), 'settled day by day');
  const later = applyCommit(state, { seq: state.seq, at: end, events: once });
  mustEqual(settle(later, profile, end), [], 'settled once more');
  const next = nextPending(later, profile);
  if (next && next.at <= end) throw new Error(`settling makes no progress beyond ${next.at}`);
}

function decidesTheSame(one: Lived): void {
  const daily = live(one.locality, one.tries, { everyHours: 24 });
  mustEqual(daily.accepted, one.life.accepted, 'commands accepted while somebody looks in daily');
  const end = daily.state.lastAt + DAY;
  const [looked, settledLate] = [daily, one.life].map((life) => livedTo(life, profileOf(one), end));
  mustEqual(looked, settledLate, 'what happened while somebody looked in daily');
}

function livedTo({ state, steps }: Life, profile: ProtocolProfile, end: number): object {
  const last = settle(state, profile, end);
  return {
    state: withoutCount(fold(state, last)),
    events: withoutFiring([...steps.flatMap(({ events }) => events), ...last]),
  };
}

function isAtRest(one: Lived): void {
  for (const { state, at } of one.life.steps)
    mustEqual(reconcile(state, profileOf(one), at), [], `reconciled again in ${state.stage ?? '-'}`);
}

function staysSmall(one: Lived): void {
  const taken = takeStep(one.life.state, profileOf(one), one.life.state.lastAt + YEAR);
  if ('refusal' in taken) throw new Error('silence is never refused');
  const bytes = JSON.stringify(taken.state).length;
  if (bytes > MOST_BYTES) throw new Error(`the state has ${bytes} bytes after a year of silence`);
}

// Facts out of order never come, but an engine that throws at one would never start again.
function acceptsEveryFact(one: Lived): void {
  const facts = eventsOf(one);
  for (const state of [fold(null, []), one.life.state]) for (const fact of facts) evolve(state, fact);
  fold(null, [...facts].reverse());
}

/** Everything that holds in every life of a case. */
export const INVARIANTS: readonly Invariant[] = [
  {
    name: 'never leaves a living case without a date, nor, but for a proposed closure, without something that will speak',
    check: isWatched,
  },
  { name: 'says nothing after the end', check: endsInSilence },
  { name: 'keeps state and events unchanged through JSON', check: survivesJson },
  { name: 'folds its events to the same state', check: foldsToTheSame },
  {
    name: 'passes no threshold and sends no planned message early, twice, or of what is over',
    check: (one) => {
      checkLedger(eventsOf(one));
    },
  },
  { name: 'settles the same however late, and makes progress', check: settlesTheSame, slow: true },
  { name: 'decides the same however late deadlines are settled', check: decidesTheSame, slow: true },
  { name: 'is at rest after each step', check: isAtRest },
  { name: 'keeps the state small', check: staysSmall, slow: true },
  { name: 'takes every fact in every state', check: acceptsEveryFact },
];

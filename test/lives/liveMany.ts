import fc from 'fast-check';
import { toIso } from '../../domain';
import type { CommandName, Stage } from '../../domain';
import { INVARIANTS, lived, LIVES } from '../support/lives/invariants';
import type { Invariant, Lived } from '../support/lives/invariants';
import type { Asked } from './arguments';

/** What came of many lives. */
export interface Outcome {
  readonly lives: number;
  /** How many commands were accepted in all of them. */
  readonly commands: number;
  /** Which commands were accepted at least once. */
  readonly kinds: readonly CommandName[];
  /** In how many lives each stage was reached. */
  readonly reached: Readonly<Partial<Record<Stage, number>>>;
  /** The first life that broke an invariant, made as short as it goes, and how to see it again. */
  readonly broken: { readonly path: string; readonly why: string; readonly life: string } | null;
}

const SHORTEN_FOR_MS = 60_000;

class Broken extends Error {}

/** Lives many random lives and checks every invariant in each; the same seed gives the same lives. */
export function liveMany({ lives, seed, path }: Asked): Outcome {
  const seen: Seen = { lives: 0, commands: 0, kinds: new Set(), reached: {} };
  // Once one is broken, the search for a shorter life looks at that one alone.
  let broken: Invariant | undefined;
  let giveUpAt = Infinity;
  const property = fc.property(LIVES, ([locality, list]) => {
    // A life that nobody looks at any more counts as sound, which ends the search.
    if (Date.now() > giveUpAt) return;
    const one = lived(locality, list);
    if (!broken) count(seen, one);
    const failing = (broken ? [broken] : INVARIANTS).find((invariant) => reasonAgainst(invariant, one) !== undefined);
    if (!failing) return;
    if (!broken) giveUpAt = Date.now() + SHORTEN_FOR_MS;
    broken = failing;
    throw new Broken(`Broken: a case ${failing.name}.\n${reasonAgainst(failing, one) ?? ''}\n\n${inWords(one)}`);
  });
  const found = fc.check(property, { numRuns: lives, seed, ...(path === undefined ? {} : { path }) });
  const outcome = { ...seen, kinds: [...seen.kinds] };
  if (!found.failed) return { ...outcome, broken: null };
  return {
    ...outcome,
    broken: {
      path: found.counterexamplePath ?? '',
      why: found.errorInstance instanceof Error ? found.errorInstance.message : String(found.errorInstance),
      life: JSON.stringify(found.counterexample),
    },
  };
}

function reasonAgainst({ check }: Invariant, one: Lived): string | undefined {
  try {
    check(one);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, MOST_OF_A_REASON) : String(error);
  }
}

const MOST_OF_A_REASON = 1_500;

const inWords = ({ locality, life }: Lived): string =>
  [`In ${locality}:`, ...life.steps.map(({ at, command }) => `  ${toIso(at)} ${command ?? ''}`)].join('\n');

interface Seen {
  lives: number;
  commands: number;
  readonly kinds: Set<CommandName>;
  readonly reached: Partial<Record<Stage, number>>;
}

function count(seen: Seen, { life }: Lived): void {
  life.accepted.forEach((command) => seen.kinds.add(command));
  seen.lives += 1;
  seen.commands += life.accepted.length;
  for (const stage of new Set(life.steps.map(({ state }) => state.stage))) if (stage) seen.reached[stage] = (seen.reached[stage] ?? 0) + 1;
}

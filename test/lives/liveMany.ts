import fc from 'fast-check';
import type { Stage } from '../../domain';
import { INVARIANTS, lived, LIVES } from '../support/lives/invariants';
import type { Lived } from '../support/lives/invariants';
import type { Asked } from './arguments';

/** What came of many lives. */
export interface Outcome {
  readonly lives: number;
  /** How many commands were accepted in all of them. */
  readonly commands: number;
  /** In how many lives each stage was reached. */
  readonly reached: Readonly<Partial<Record<Stage, number>>>;
  /** The first life that broke an invariant, made as short as it goes, and how to see it again. */
  readonly broken: { readonly seed: number; readonly path: string; readonly why: string; readonly life: string } | null;
}

/** Lives many random lives and checks every invariant in each; the same seed gives the same lives. */
export function liveMany({ lives, seed, path }: Asked): Outcome {
  const seen = { lives: 0, commands: 0, reached: {} as Partial<Record<Stage, number>> };
  const property = fc.property(LIVES, ([locality, list]) => {
    const one = lived(locality, list);
    count(seen, one);
    for (const { name, check } of INVARIANTS) named(name, one, check);
  });
  const found = fc.check(property, { numRuns: lives, seed, ...(path === undefined ? {} : { path }) });
  if (!found.failed) return { ...seen, broken: null };
  const { counterexamplePath, counterexample, errorInstance } = found;
  return {
    ...seen,
    broken: {
      seed,
      path: counterexamplePath ?? '',
      why: errorInstance instanceof Error ? errorInstance.message : String(errorInstance),
      life: JSON.stringify(counterexample),
    },
  };
}

function named(name: string, one: Lived, check: (one: Lived) => void): void {
  try {
    check(one);
  } catch (error) {
    throw new Error(`Broken: a case ${name}.\n${error instanceof Error ? error.message : String(error)}`);
  }
}

function count(seen: { lives: number; commands: number; reached: Partial<Record<Stage, number>> }, { life }: Lived): void {
  seen.lives += 1;
  seen.commands += life.accepted.length;
  for (const stage of new Set(life.steps.map(({ state }) => state.stage))) if (stage) seen.reached[stage] = (seen.reached[stage] ?? 0) + 1;
}

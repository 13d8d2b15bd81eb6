import { beforeAll, describe, it } from '@jest/globals';
import fc from 'fast-check';
import { INVARIANTS, lived, LIVES } from '../../support/lives/invariants';
import type { Lived } from '../../support/lives/invariants';

const MANY = 20;
const FEW = 4;

// Other lives in each run. More of them, one seed again, and the shortest life that shows a failure: npm run lives.
describe('given random lives in both localities, then a case', () => {
  const seed = Math.floor(Math.random() * 1_000_000_000);
  let lives: readonly Lived[] = [];
  beforeAll(() => {
    lives = fc.sample(LIVES, { numRuns: MANY, seed }).map(([locality, list]) => lived(locality, list));
  });

  it.each(INVARIANTS.map((one) => [one.name, one] as const))('%s', (_name, { check, slow }) => {
    try {
      lives.slice(0, slow ? FEW : MANY).forEach(check);
    } catch (error) {
      throw new Error(`To see it again, made short: npm run lives -- --lives ${MANY} --seed ${seed}`, { cause: error });
    }
  });
});

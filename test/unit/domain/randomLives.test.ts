import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { INVARIANTS, lived } from '../../support/lives/invariants';
import { LOCALITIES, tries } from '../../support/randomLives';
import { runs } from '../../support/runs';

const LIVES = 60;
const FEW_LIVES = 10;
const MOST_TRIES = 40;

// More of them, with any seed: npm run lives.
describe('given random lives in both localities, then a case', () => {
  it.each(INVARIANTS.map((one) => [one.name, one] as const))('%s', (_name, { check, slow }) => {
    fc.assert(
      fc.property(fc.constantFrom(...LOCALITIES), tries(MOST_TRIES), (locality, list) => {
        check(lived(locality, list));
      }),
      { numRuns: runs(slow ? FEW_LIVES : LIVES) },
    );
  });
});

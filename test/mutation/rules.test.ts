import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// One file that holds every test about the rules; those that look at much at once come last, since the first test that fails ends the try of a mutant.
const ABOUT_RULES = 'domain,corrections,intake,person,roles,running,clocks,calendar,profiles,simulate,scenarios,access';
// Left out: what reads a generated page or compares a lock with the code, which would notice any change, and what takes too long for each mutant:
// random lives, and who may give which command in which stage.
const LEFT_OUT = ['lifecycle', 'lock', 'matrix', 'randomLives', 'pure', 'turningBack', 'ledger', 'properties'];

// `MARM_MUTATION_TESTS=calendar` lets only some folders of tests judge, for a quick look at a part.
for (const folder of (process.env['MARM_MUTATION_TESTS'] ?? ABOUT_RULES).split(',')) {
  const path = join(__dirname, '..', 'unit', folder);
  for (const file of readdirSync(path).sort())
    // Tests register while their file is read, which no import that waits could do.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    if (!LEFT_OUT.includes(file.replace('.test.ts', ''))) require(join(path, file));
}

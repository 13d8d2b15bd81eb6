const { projects, testTimeout } = require('../../jest.config.cjs');

// Few random runs, and the same ones each time: a mutant must not live or die by chance.
process.env.MARM_TEST_RUNS = '5';

const unit = projects.find(({ displayName }) => displayName === 'unit');
const ABOUT_RULES = 'access,calendar,clocks,domain,profiles,scenarios,simulate';
// `MARM_MUTATION_TESTS=calendar` lets only some folders of tests judge, for a quick look at a part.
const folders = (process.env.MARM_MUTATION_TESTS ?? ABOUT_RULES).split(',');

/**
 * The unit tests that are about the rules, for `npm run mutation`. Left out: what compares pages or locks with the code, which would notice
 * any change, and what plays random lives, which takes too long for hundreds of mutants.
 */
module.exports = {
  ...unit,
  displayName: 'mutation',
  rootDir: '../..',
  testTimeout,
  testMatch: folders.map((folder) => `<rootDir>/test/unit/${folder}/**/*.test.ts`),
  testPathIgnorePatterns: ['/node_modules/', 'profiles/lock.test.ts$', 'domain/(randomLives|pure|turningBack|ledger).test.ts$'],
  setupFiles: ['<rootDir>/test/mutation/sameEveryTime.ts'],
};

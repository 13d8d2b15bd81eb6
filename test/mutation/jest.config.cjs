const { projects, testTimeout } = require('../../jest.config.cjs');

// Few random runs, and the same ones each time: a mutant must not live or die by chance.
process.env.MARM_TEST_RUNS = '5';

const unit = projects.find(({ displayName }) => displayName === 'unit');
const ABOUT_RULES = ['access', 'calendar', 'clocks', 'domain', 'profiles', 'scenarios', 'simulate'];

/** The unit tests that are about the rules, for `npm run mutation`; what compares pages or locks with the code would notice any change. */
module.exports = {
  ...unit,
  displayName: 'mutation',
  rootDir: '../..',
  testTimeout,
  testMatch: ABOUT_RULES.map((folder) => `<rootDir>/test/unit/${folder}/**/*.test.ts`),
  testPathIgnorePatterns: ['/node_modules/', 'profiles/lock.test.ts$'],
  setupFiles: ['<rootDir>/test/mutation/sameEveryTime.ts'],
};

const { projects, testTimeout } = require('../../jest.config.cjs');

// Few random runs, and the same ones each time: a mutant must not live or die by chance.
process.env.MARM_TEST_RUNS = '5';

const unit = projects.find(({ displayName }) => displayName === 'unit');

/** The unit tests that are about the rules, for `npm run mutation`. */
module.exports = {
  ...unit,
  displayName: 'mutation',
  rootDir: '../..',
  testTimeout,
  testMatch: ['<rootDir>/test/mutation/rules.test.ts'],
  setupFiles: ['<rootDir>/test/mutation/sameEveryTime.ts'],
};

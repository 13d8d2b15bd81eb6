const { appendFileSync } = require('node:fs');

/** Adds a line to the file named in MARM_TEST_COUNTS: what ran and how long it took. `npm test` prints them at its end. */
module.exports = class CountReporter {
  onRunComplete(_contexts, { numPassedTests, numTotalTests, startTime }) {
    const file = process.env.MARM_TEST_COUNTS;
    const seconds = Math.round((Date.now() - startTime) / 1000);
    if (file) appendFileSync(file, `${numPassedTests} of ${numTotalTests} tests passed in ${seconds} s\n`);
  }
};

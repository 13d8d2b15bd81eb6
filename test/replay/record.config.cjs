const { projects, testTimeout } = require('../../jest.config.cjs');

/** `npm run histories`: the servers of the workflow layer, and one file that plays cases and writes their histories down. */
module.exports = {
  ...projects.find(({ displayName }) => displayName === 'workflow'),
  rootDir: '../..',
  displayName: 'histories',
  testMatch: ['<rootDir>/test/replay/*.record.ts'],
  testTimeout,
};

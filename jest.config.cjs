const transform = {
  '^.+\\.[cm]?[tj]s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }],
};
const transformIgnorePatterns = ['/node_modules/(?!(jose|temporal-polyfill|temporal-utils)/)'];
const layer = (displayName, more = {}) => ({
  displayName,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
  transform,
  transformIgnorePatterns,
  modulePathIgnorePatterns: ['<rootDir>/.stryker/'],
  ...more,
});
const withEngine = { globalSetup: '<rootDir>/test/support/e2eSetup.ts', globalTeardown: '<rootDir>/test/support/e2eTeardown.ts' };
const withServers = { globalSetup: '<rootDir>/test/support/globalSetup.ts', globalTeardown: '<rootDir>/test/support/globalTeardown.ts' };
const withStack = { globalSetup: '<rootDir>/test/support/stackSetup.ts', globalTeardown: '<rootDir>/test/support/stackTeardown.ts' };

/** One project per layer; each layer after `replay` runs against real servers that its set-up starts and its teardown ends. */
module.exports = {
  testTimeout: 60_000,
  projects: [layer('unit'), layer('replay'), layer('workflow', withServers), layer('integration', withStack), layer('e2e', withEngine)],
};

const Module = require('node:module');
const { bind } = require('jest-each');
const { expect } = require('expect');
const mocha = require('mocha');
const fc = require('fast-check');

// Few random runs, and the same ones each time: a mutant must not live or die by chance.
process.env.MARM_TEST_RUNS = '5';
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_260_326, endOnFailure: true });

/** What the tests of the rules take from Jest, with Mocha beneath it, so that all mutants are tried in one process. */
const register = (name) => {
  const give = (title, run) => mocha[name](title, run);
  return Object.assign(give, { each: bind(give, false) });
};
const globals = {
  expect,
  describe: register('describe'),
  it: register('it'),
  beforeAll: (run) => mocha.before(run),
  afterAll: (run) => mocha.after(run),
  beforeEach: (run) => mocha.beforeEach(run),
  afterEach: (run) => mocha.afterEach(run),
};

const load = Module._load;
Module._load = (request, ...rest) => (request === '@jest/globals' ? globals : load(request, ...rest));

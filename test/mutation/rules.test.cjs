const { readdirSync } = require('node:fs');
const { join, sep } = require('node:path');
const Mocha = require('mocha');

// The tests about the rules, translated beside their sources in the folder that Stryker works in. The first file that fails ends the try of a mutant, so those that notice most in least time come first.
const FOLDERS = 'scenarios,domain,corrections,intake,person,roles,running,clocks,profiles,simulate,calendar,access,drafts'.split(',');
const FIRST = ['s1', 's7', 's6', 's10', 's8', 's9', 's3', 's4', 's2', 's5', 'rules', 'gaps'];
const LAST = ['bothLocalities', 'northmarsh', 'challenges', 'absences', 'calendar', 'edges', 'workingDays'];
// Left out: what reads a generated page or compares a lock with the code, which would notice any change, and what takes too long for each mutant:
// random lives, and who may give which command in which stage.
const LEFT_OUT = ['lifecycle', 'lock', 'matrix', 'randomLives', 'pure', 'turningBack', 'ledger', 'properties'];

const tests = join(__dirname, '..');
const domain = join(tests, '..', 'domain');
// The rules are read once, before any mutant is at work in them.
for (const file of readdirSync(domain, { recursive: true })) if (file.endsWith('.js')) require(join(domain, file));

const nameOf = (file) => file.slice(file.lastIndexOf(sep) + 1).replace('.test.js', '');
const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(tests, 'unit', folder))
    .filter((file) => file.endsWith('.test.js'))
    .sort()
    .map((file) => join(tests, 'unit', folder, file)),
).filter((file) => !LEFT_OUT.includes(nameOf(file)));
const rank = (file) => (FIRST.includes(nameOf(file)) ? FIRST.indexOf(nameOf(file)) : LAST.includes(nameOf(file)) ? 200 : 100);
files.sort((a, b) => rank(a) - rank(b));

/** Reads a file of tests anew and runs it, so that what it works out while it is read is worked out by the mutant too. */
function run(file) {
  for (const known of Object.keys(require.cache))
    if (known.startsWith(join(tests, sep)) && !known.startsWith(__dirname)) delete require.cache[known];
  const inner = new Mocha({ bail: true, timeout: 0, reporter: class {} });
  inner.cleanReferencesAfterRun(true);
  inner.addFile(file);
  let problem;
  return new Promise((resolve, reject) => {
    inner
      .run((failures) => {
        inner.dispose();
        if (failures > 0) reject(problem ?? new Error('failed'));
        else resolve();
      })
      .on('fail', (_test, error) => {
        problem ??= error;
      });
  });
}

describe('the rules', () => {
  for (const file of files) it(file.slice(tests.length + 1), () => run(file));
});

const { createHash } = require('node:crypto');
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const config = require('../../stryker.config.json');

// One line in so many is looked at, always the same ones. What a mutant changes must lie within it: the removal of whole functions, which is
// noticed most easily, is left out by that.
const ONE_IN = Number(process.env.MARM_MUTATION_ONE_IN ?? 7);

const isChosen = (place) => createHash('sha256').update(place).digest().readUInt32BE() % ONE_IN === 0;
const root = join(__dirname, '..', '..');
const folders = ['domain/calendar', 'domain/clocks', 'domain/case'];
const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
);
const linesOf = (file) => readFileSync(join(root, file), 'utf8').split('\n');

/** Stryker's settings for a random sample of all mutants: `npm run mutation:sample`. */
module.exports = {
  ...config,
  mutate: files.flatMap((file) => linesOf(file).flatMap((_line, n) => (isChosen(`${file}:${n + 1}`) ? [`${file}:${n + 1}-${n + 1}`] : []))),
  incremental: false,
  jsonReporter: { fileName: '.stryker/sample.json' },
};

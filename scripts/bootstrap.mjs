// `npm start` and `npm test` on a fresh machine: installs and builds what is missing, then goes on. Needs nothing but Node.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const SOURCES = [
  'domain',
  'workflows',
  'activities',
  'persistence',
  'notifications',
  'temporal',
  'worker',
  'api',
  'config',
  'cli',
  'scripts',
];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`marm-engine needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const hashOf = (files) =>
  files.reduce((hash, file) => hash.update(file).update(readFileSync(join(root, file))), createHash('sha256')).digest('hex');
const stamped = (file, value) => existsSync(join(root, file)) && readFileSync(join(root, file), 'utf8') === value;

function step(title, command, args, quiet) {
  if (!quiet) console.log(`\n== ${title}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: quiet ? ['ignore', 2, 2] : 'inherit', env: process.env });
  if (status !== 0) process.exit(status ?? 1);
}

export function install(quiet = false) {
  const lock = hashOf(['package-lock.json']);
  if (stamped('node_modules/.marm-lock', lock)) return;
  step('Installing what package-lock.json names', npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], quiet);
  writeFileSync(join(root, 'node_modules/.marm-lock'), lock);
}

const filesUnder = (folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    : [];

export function build(quiet = false) {
  const sources = hashOf([...SOURCES.flatMap(filesUnder).sort(), 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']);
  if (stamped('dist/.sources', sources)) return;
  step('Building', npm, ['run', '--silent', 'build'], quiet);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist/.sources'), sources);
}

function start() {
  install();
  build();
  const child = spawn(process.execPath, [join(root, 'dist/scripts/start.js')], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)));
}

/** One of the scripts of the project, such as `generateDocs`, built if it is stale. */
function runScript(name) {
  install();
  build();
  const { status } = spawnSync(process.execPath, [join(root, 'dist/scripts', `${name}.js`)], { cwd: root, stdio: 'inherit' });
  process.exit(status ?? 1);
}

const LAYERS = ['unit', 'replay', 'workflow', 'integration', 'e2e'];
const COUNT = ['--', '--reporters=default', '--reporters=<rootDir>/test/support/countReporter.cjs'];

function test() {
  const begun = Date.now();
  install();
  step('Lint', npm, ['run', '--silent', 'lint']);
  step('Types', npm, ['run', '--silent', 'typecheck']);
  build();
  const counts = join(root, 'dist/test-counts.txt');
  rmSync(counts, { force: true });
  process.env.MARM_TEST_COUNTS = counts;
  for (const layer of LAYERS) step(`Tests: ${layer}`, npm, ['run', '--silent', `test:${layer}`, ...COUNT]);
  const lines = readFileSync(counts, 'utf8').trim().split('\n');
  console.log(['', ...lines.map((line, n) => `${LAYERS[n].padEnd(12)} ${line}`)].join('\n'));
  console.log(`\nAll checks passed in ${Math.round((Date.now() - begun) / 1000)} s.`);
}

const [, self, verb, argument] = process.argv;
if (self === fileURLToPath(import.meta.url)) {
  if (verb === 'start') start();
  else if (verb === 'build') build();
  else if (verb === 'run') runScript(argument);
  else test();
}

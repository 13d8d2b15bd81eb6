// `npm run verify:security`: runs the tests that prove security, as test/security.json names them, and says which proof is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const proofs = JSON.parse(readFileSync(join(root, 'test', 'security.json'), 'utf8'));
const files = [...new Set(proofs.flatMap((proof) => proof.files))];

const missing = files.filter((file) => !existsSync(join(root, file)));
if (missing.length > 0) {
  console.error(`test/security.json names files that are not there: ${missing.join(', ')}`);
  process.exit(1);
}
for (const { id, proves } of proofs) console.log(`${id}  ${proves}`);

const layers = [...new Set(files.map((file) => file.split('/')[1]))].sort((a, b) => (a === 'unit' ? -1 : b === 'unit' ? 1 : 0));
const failed = layers.filter((layer) => {
  const ofLayer = files.filter((file) => file.split('/')[1] === layer);
  const args = ['node_modules/jest/bin/jest.js', '--selectProjects', layer, '--runInBand', '--runTestsByPath', ...ofLayer];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status !== 0;
});
console.log(
  failed.length === 0 ? `Proved: ${proofs.map(({ id }) => id).join(', ')}.` : `Not proved: the ${failed.join(' and ')} tests failed.`,
);
process.exit(failed.length === 0 ? 0 : 1);

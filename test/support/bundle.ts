import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const root = join(__dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'marm-engine');

/** The file of the workflow bundle of these very sources; bundled when they have changed, since that takes seconds. */
export async function workflowBundle(): Promise<string> {
  const file = join(cache, `workflows-${hashOfSources()}.js`);
  if (existsSync(file)) return file;
  const { code } = await bundleWorkflowCode({ workflowsPath: join(root, 'workflows', 'index.ts'), logger: new DefaultLogger('ERROR') });
  mkdirSync(cache, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, code);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

function hashOfSources(): string {
  const sources = ['domain', 'workflows'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const files = [...sources.filter((name) => name.endsWith('.ts')).sort(), 'package-lock.json'];
  const hash = files.reduce((sum, name) => sum.update(name).update(readFileSync(join(root, name))), createHash('sha256'));
  return hash.digest('hex').slice(0, 16);
}

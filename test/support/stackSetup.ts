import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { discard, newStateDir, stackEnv, startStack } from './stack';
import type { Stack } from './stack';

declare global {
  var marmSharedStack: Stack | undefined;
}

/** Builds what is stale and starts the one engine that the files of the integration layer share. */
export default async function setUp(): Promise<void> {
  const bootstrap = join(resolve(__dirname, '..', '..'), 'scripts', 'bootstrap.mjs');
  const { status } = spawnSync(process.execPath, [bootstrap, 'build'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('The build failed: see above.');
  const stateDir = newStateDir();
  globalThis.marmSharedStack = await startStack(await stackEnv(stateDir));
  process.env['MARM_TEST_STACK_DIR'] = stateDir;
}

/** Ends the shared engine and takes its folder away. */
export async function tearDown(): Promise<void> {
  const stack = globalThis.marmSharedStack;
  if (!stack) return;
  globalThis.marmSharedStack = undefined;
  await discard(stack);
}

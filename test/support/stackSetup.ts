import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { newStateDir, stackEnv, startStack } from './stack';
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

/** Ends the shared engine and takes its folder away; a failed end keeps it, to be looked at. */
export async function tearDown(): Promise<void> {
  const stack = globalThis.marmSharedStack;
  if (!stack) return;
  globalThis.marmSharedStack = undefined;
  if ((await stack.interrupt()) === 0) rmSync(stack.stateDir, { recursive: true, force: true });
}

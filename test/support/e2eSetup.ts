import { pasteUpTo } from '../../scripts/demo/firstScreen';
import { startDemoStack } from '../../scripts/demo/stack';
import type { DemoStack } from '../../scripts/demo/stack';
import { openBrowser } from '../../scripts/servers/chromium';

declare global {
  var marmDemoStack: DemoStack | undefined;
}

/** Starts the engine as a newcomer does and pastes the README's first commands; every page then shows that case. */
export default async function setUp(): Promise<void> {
  // Without a browser the layer fails at once, with the line that says how to get one.
  await (await openBrowser()).close();
  const stack = await startDemoStack();
  globalThis.marmDemoStack = stack;
  try {
    const { ref, printed } = await pasteUpTo(null, stack.stateDir);
    process.env['MARM_E2E'] = JSON.stringify({ ...stack.addresses, stateDir: stack.stateDir, ref, printed });
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

/** Ends the servers that `globalSetup` started, and nothing else. */
export default async function tearDown(): Promise<void> {
  const stack = globalThis.marmTestStack;
  if (!stack) return;
  await stack.capture.close();
  for (const server of stack.servers) await server.stop();
  globalThis.marmTestStack = undefined;
}

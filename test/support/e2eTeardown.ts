/** Ends what `e2eSetup` started, and nothing else. */
export default async function tearDown(): Promise<void> {
  await globalThis.marmDemoStack?.stop();
  globalThis.marmDemoStack = undefined;
}

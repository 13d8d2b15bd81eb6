import { setTimeout as pause } from 'node:timers/promises';

/** Waits until a check gives a value; the last error is told when time runs out. */
export async function eventually<T>(check: () => Promise<T | undefined | false> | T | undefined | false, timeoutMs = 20_000): Promise<T> {
  let last: unknown = 'the condition never held';
  const until = Date.now() + timeoutMs;
  while (Date.now() < until) {
    try {
      const found = await check();
      if (found !== undefined && found !== false) return found;
    } catch (error) {
      last = error;
    }
    await pause(50);
  }
  throw last instanceof Error ? last : new Error(String(last));
}

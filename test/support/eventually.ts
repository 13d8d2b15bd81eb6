import { setTimeout as pause } from 'node:timers/promises';

/** Waits until a check gives a value; the last error is told when time runs out. */
export async function eventually<T>(check: () => Promise<T | undefined | false> | T | undefined | false, timeoutMs = 20_000): Promise<T> {
  let last: unknown = 'the condition never held';
  for (const until = Date.now() + timeoutMs; Date.now() < until; await pause(50)) {
    try {
      const found = await check();
      if (found !== undefined && found !== false) return found;
    } catch (error) {
      last = error;
    }
  }
  throw last instanceof Error ? last : new Error(String(last));
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Checkpointer } from '../persistence';

/** The longest time that a new entry of a case goes without a checkpoint while all is well. */
const EVERY_MS = 5_000;
const WHOLE_RECORD_EVERY_MS = 86_400_000;

/** Runs the checkpoints of a worker beside its cases, until it is stopped; what a worker before it left behind is caught up first. */
export function runCheckpoints(
  checkpointer: Checkpointer,
  log: { error(facts: object, text: string): void },
): { readonly stop: () => Promise<void> } {
  const ending = new AbortController();
  const running = loop(checkpointer, log, ending.signal);
  return {
    async stop() {
      ending.abort();
      await running;
      await checkpointer.pass();
    },
  };
}

async function loop(checkpointer: Checkpointer, log: { error(facts: object, text: string): void }, ending: AbortSignal): Promise<void> {
  let caughtUp = false;
  while (!ending.aborted) {
    try {
      if (!caughtUp) await checkpointer.findMoved();
      caughtUp = true;
      await checkpointer.pass();
      await checkpointer.wholeRecord(WHOLE_RECORD_EVERY_MS);
    } catch (error) {
      log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'checkpoints could not be written; they are tried again');
    }
    await pause(EVERY_MS, undefined, { signal: ending }).catch(() => undefined);
  }
}

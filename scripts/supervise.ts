import { hasEnded } from './servers';
import type { Running } from './servers';

export interface Supervised {
  /** Settles when the first start is done. @throws what that start threw */
  readonly ready: Promise<void>;
  /** Ends it, also while it is still starting. */
  stop(): Promise<void>;
}

/** Starts one server or process; `spawned` is told of the child at once, before the server is ready. */
export type Start = (spawned: (running: Running) => void) => Promise<Running>;

/** Keeps one server or process running: when it ends unasked it is started again, after 1, 2, 4 ... up to 30 seconds. */
export function supervise(name: string, start: Start, hooks: { spawned(running: Running): void; say(line: string): void }): Supervised {
  let stopping = false;
  let running: Running | undefined;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  const begin = async (): Promise<void> => {
    const started = await start((spawned) => {
      running = spawned;
      hooks.spawned(spawned);
    });
    if (hasEnded(started.child)) again();
    else started.child.once('exit', again);
  };
  const again = (): void => {
    if (stopping) return;
    const wait = Math.min(30, 2 ** failures);
    failures += 1;
    hooks.say(`${name} ended unasked; starting it again in ${wait} s.`);
    timer = setTimeout(() => void restart(), wait * 1_000);
  };
  const restart = async (): Promise<void> => {
    try {
      await begin();
      hooks.say(`${name} runs again.`);
      setTimeout(() => {
        failures = 0;
      }, 60_000).unref();
    } catch {
      again();
    }
  };
  return {
    ready: begin(),
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await running?.stop(15_000);
    },
  };
}

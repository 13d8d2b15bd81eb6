import { hasEnded } from './servers';
import type { Running } from './servers';

export interface Supervised {
  stop(): Promise<void>;
}

/** Keeps one server or process running: when it ends unasked it is started again, after 1, 2, 4 ... up to 30 seconds. */
export async function supervise(
  name: string,
  start: () => Promise<Running>,
  hooks: { started(running: Running): void; say(line: string): void },
): Promise<Supervised> {
  let stopping = false;
  let running = await start();
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  hooks.started(running);

  const watch = (watched: Running): void => {
    const again = (): void => {
      if (stopping) return;
      const wait = Math.min(30, 2 ** failures);
      failures += 1;
      hooks.say(`${name} ended unasked; starting it again in ${wait} s.`);
      timer = setTimeout(() => void restart(), wait * 1_000);
    };
    if (hasEnded(watched.child)) again();
    else watched.child.once('exit', again);
  };
  const restart = async (): Promise<void> => {
    try {
      running = await start();
      hooks.started(running);
      hooks.say(`${name} runs again.`);
      setTimeout(() => {
        failures = 0;
      }, 60_000).unref();
      watch(running);
    } catch {
      failures += 1;
      timer = setTimeout(() => void restart(), Math.min(30, 2 ** failures) * 1_000);
    }
  };
  watch(running);
  return {
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await running.stop(15_000);
    },
  };
}

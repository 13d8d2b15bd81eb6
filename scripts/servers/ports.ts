import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** True if nothing listens on a loopback port. */
export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });

const FIRST = 20_000;
const COUNT = 10_000;

/** A port that nothing listens on, below those that the system gives to outgoing connections: such a one could take it before the server does. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = FIRST + randomInt(COUNT);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port was found between ${FIRST} and ${FIRST + COUNT}.`);
}

/** The port set by `setting`, which must be free; without a setting the preferred one, or any free one. @throws Error naming the setting */
export async function choosePort(setting: string, set: string | undefined, preferred: number): Promise<number> {
  const wanted = set === undefined || set === '' ? preferred : Number(set);
  if (await isFree(wanted)) return wanted;
  if (set !== undefined && set !== '') throw new Error(`Setting ${setting}: port ${set} is in use; choose another one.`);
  return freePort();
}

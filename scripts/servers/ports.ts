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

/** One port to choose: the setting that names it, what it is set to, and which one is taken where it is free. */
export interface WantedPort {
  readonly setting: string;
  readonly set: string | undefined;
  readonly preferred: number;
}

/** Chooses ports: a set one must be free, without a setting the preferred one or any free one. @throws Error naming the setting */
export async function choosePorts<Name extends string>(
  wanted: Readonly<Record<Name, WantedPort>>,
): Promise<Readonly<Record<Name, number>>> {
  const chosen = new Map<string, number>();
  const isTaken = (port: number) => [...chosen.values()].includes(port);
  // What is set comes first, so that a fallback never takes a port that somebody has named.
  const inOrder = Object.entries<WantedPort>(wanted).sort(([, a], [, b]) => Number(isSet(b.set)) - Number(isSet(a.set)));
  for (const [name, port] of inOrder) chosen.set(name, isSet(port.set) ? await named(port, isTaken) : await anyFree(port, isTaken));
  return Object.fromEntries(chosen) as Record<Name, number>;
}

const isSet = (set: string | undefined): boolean => set !== undefined && set !== '';

async function named({ setting, set }: WantedPort, isTaken: (port: number) => boolean): Promise<number> {
  const port = Number(set);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`Setting ${setting}: "${set ?? ''}" is not a port; give a number from 1 to 65535.`);
  if (isTaken(port) || !(await isFree(port))) throw new Error(`Setting ${setting}: port ${port} is in use; choose another one.`);
  return port;
}

async function anyFree({ preferred }: WantedPort, isTaken: (port: number) => boolean): Promise<number> {
  if (!isTaken(preferred) && (await isFree(preferred))) return preferred;
  for (;;) {
    const port = await freePort();
    if (!isTaken(port)) return port;
  }
}

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

/** A port that nothing listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });

/** The port set by `setting`, which must be free; without a setting the preferred one, or any free one. @throws Error naming the setting */
export async function choosePort(setting: string, set: string | undefined, preferred: number): Promise<number> {
  const wanted = set === undefined || set === '' ? preferred : Number(set);
  if (await isFree(wanted)) return wanted;
  if (set !== undefined && set !== '') throw new Error(`Setting ${setting}: port ${set} is in use; choose another one.`);
  return freePort();
}

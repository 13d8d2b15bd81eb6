import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface Addresses {
  readonly api: string;
  readonly inbox: string;
  readonly temporalUi: string;
}

/** The state folder of the embedded engine. */
export const stateDir = (): string => resolve(process.env['MARM_STATE_DIR'] ?? '.marm');

/** Where the engine is: as `npm start` wrote it down, else the usual ports. */
export function addresses(): Addresses {
  const file = join(stateDir(), 'addresses.json');
  const usual = { api: 'http://127.0.0.1:3000', inbox: 'http://127.0.0.1:8025', temporalUi: 'http://127.0.0.1:8233' };
  return existsSync(file) ? { ...usual, ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<Addresses>) } : usual;
}

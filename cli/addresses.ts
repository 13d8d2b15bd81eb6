import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface Addresses {
  readonly api: string;
  readonly inbox: string;
  readonly temporalUi: string;
}

/** Where the servers are, for operations. */
export interface Servers {
  readonly temporal: string;
  readonly namespace: string;
  readonly mongo: string;
}

/** The state folder of the embedded engine. */
export const stateDir = (): string => resolve(process.env['MARM_STATE_DIR'] ?? '.marm');

/** Where the engine is: as `npm start` wrote it down, else the usual ports. */
export const addresses = (): Addresses => ({
  api: 'http://127.0.0.1:3000',
  inbox: 'http://127.0.0.1:8025',
  temporalUi: 'http://127.0.0.1:8233',
  ...writtenDown(),
});

/** Where the servers are: as the environment names them, as `npm start` wrote it down, else the usual ports. */
export function servers(): Servers {
  const { temporal = '127.0.0.1:7233', mongo = 'mongodb://127.0.0.1:27017/?directConnection=true' } = writtenDown();
  return {
    temporal: process.env['TEMPORAL_ADDRESS'] ?? temporal,
    namespace: process.env['TEMPORAL_NAMESPACE'] ?? 'marm',
    mongo: process.env['MONGODB_URI'] ?? mongo,
  };
}

/** Where the proof of the record is: the key that signs checkpoints, and the file outside the database that they are added to. */
export const proofFiles = (): { readonly key: string; readonly sink: string } => ({
  key: process.env['MARM_CHECKPOINT_KEY_FILE'] ?? join(stateDir(), 'keys', 'checkpoint.pem'),
  sink: process.env['MARM_CHECKPOINT_SINK'] ?? join(stateDir(), 'checkpoints.jsonl'),
});
/** The key file of the vault: as the environment names it, else in the state folder. */
export const vaultKeyFile = (): string => process.env['MARM_VAULT_KEY_FILE'] ?? join(stateDir(), 'keys', 'vault.key');

function writtenDown(): Partial<Addresses & Servers> {
  const file = join(stateDir(), 'addresses.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Addresses & Servers>) : {};
}

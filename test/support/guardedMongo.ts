import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, obtainMongo, run, untilReady } from '../../scripts/servers';
import { connectMongo } from '../../persistence';

const ADMIN = 'synthetic-admin';

/** A database server of its own that knows users and asks for one. */
export interface GuardedMongo {
  readonly kind: 'mongod' | 'secantus';
  /** The address for a user; with none, the address without one. */
  uriFor(user?: { readonly name: string; readonly password: string }): string;
  readonly adminUri: string;
  stop(): Promise<void>;
}

/** Starts a server without users, makes an administrator, and starts it anew so that it asks who is there. */
export async function startGuardedMongo(): Promise<GuardedMongo> {
  const folder = mkdtempSync(join(tmpdir(), 'marm-guarded-'));
  const { kind, binary } = await obtainMongo(process.env['MARM_CACHE_DIR'] ?? join(homedir(), '.cache', 'marm-engine'), () => undefined);
  const port = await freePort();
  const at = (who = '') => `mongodb://${who}127.0.0.1:${port}/?directConnection=true${who === '' ? '' : '&authSource=admin'}`;
  const start = async (...more: readonly string[]) => {
    const data = join(folder, 'data');
    mkdirSync(data, { recursive: true });
    const args =
      kind === 'mongod'
        ? ['--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', data, ...more]
        : ['--host', '127.0.0.1', '--port', String(port), '--storage-path', data, ...more];
    const running = run('The guarded database', binary, args, { logFile: join(folder, 'mongo.log') });
    await untilReady(running, () => connectMongo(at(), 'marm', 500).then((one) => one.close().then(() => true)), 20_000);
    return running;
  };
  const open = await start();
  const connection = await connectMongo(at());
  await connection.main
    .getClient()
    .db('admin')
    .command({ createUser: ADMIN, pwd: ADMIN, roles: [{ role: 'root', db: 'admin' }] });
  await connection.close();
  await open.stop();
  const running = await start('--auth');
  return {
    kind,
    adminUri: at(`${ADMIN}:${ADMIN}@`),
    uriFor: (user) => at(user ? `${user.name}:${user.password}@` : ''),
    async stop() {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

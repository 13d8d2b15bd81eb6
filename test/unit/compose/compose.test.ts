import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readSettings, settingRows } from '../../../config';
import { SEARCH_ATTRIBUTES } from '../../../temporal/names';

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: object;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
}

const root = join(__dirname, '..', '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { services, volumes } = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const all = Object.entries(services);
const OURS = ['db-setup', 'worker', 'api'];
const CLI_TYPES = { KEYWORD: 'Keyword', KEYWORD_LIST: 'KeywordList', DATETIME: 'Datetime', BOOL: 'Bool' } as const;

/** An environment as Compose would hand it on, with `given` from .env. */
const handedOn = (environment: Readonly<Record<string, string>>, given: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value.replace(/\$\{(\w+):[-?]([^}]*)\}/g, (_all, key: string, otherwise: string) => given[key] ?? otherwise),
    ]),
  );

describe('the durable stack', () => {
  it('has every part: Temporal on PostgreSQL, MongoDB, mail, database set-up, worker and API', () => {
    const parts = ['postgresql', 'temporal-schema', 'temporal', 'temporal-namespace', 'temporal-ui', 'mongo', 'mail', ...OURS];
    expect(Object.keys(services).sort()).toEqual(parts.sort());
  });

  it('pins every image to an exact version', () => {
    const bases = [...read('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, image]) => image ?? '');
    expect(bases.length).toBeGreaterThan(1);
    for (const image of [...all.map(([, { image: of }]) => of), ...bases]) expect(image).toMatch(/:v?\d+\.\d+(\.\d+)?(-[a-z-]+)?$/);
  });

  it('runs server and schema of Temporal in the same version', () => {
    const version = (name: string) => services[name]?.image.split(':')[1];
    expect(version('temporal-schema')).toBe(version('temporal'));
    expect(version('temporal-namespace')).toBe(version('temporal'));
  });

  it('gives Temporal 512 history shards, which can never be changed', () => {
    expect(services['temporal']?.environment?.['NUM_HISTORY_SHARDS']).toBe('512');
  });

  it('keeps ended cases in Temporal for 90 days and knows exactly the search attributes of the code', () => {
    const { RETENTION, SEARCH_ATTRIBUTES: made = '' } = services['temporal-namespace']?.environment ?? {};
    expect(RETENTION).toBe('90d');
    expect(made.trim().split(/\s+/).sort()).toEqual(
      Object.entries(SEARCH_ATTRIBUTES)
        .map(([name, type]) => `${name}=${CLI_TYPES[type]}`)
        .sort(),
    );
    expect(read('compose/namespace.sh')).toContain('$SEARCH_ATTRIBUTES');
  });

  it('runs MongoDB as a replica set and connects to it as one', () => {
    expect(JSON.stringify(services['mongo'])).toContain('"--replSet","rs0"');
    expect(services['api']?.environment?.['MONGODB_URI']).toContain('replicaSet=rs0');
  });

  it('publishes nothing beyond the machine', () => {
    for (const [, { ports = [] }] of all) for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it.each(all)('%s waits only for services that can say when they are ready', (_name, { depends_on: needed = {} }) => {
    for (const [name, { condition }] of Object.entries(needed)) {
      expect(services[name]).toBeDefined();
      if (condition === 'service_healthy') expect(services[name]?.healthcheck).toBeDefined();
    }
  });

  it('keeps what must last in volumes that are declared, and mounts only files that are there', () => {
    for (const mount of all.flatMap(([, { volumes: mounts = [] }]) => mounts)) {
      const [from = ''] = mount.split(':');
      if (from.startsWith('./')) expect(read(from).length).toBeGreaterThan(0);
      else expect(Object.keys(volumes)).toContain(from);
    }
  });
});

describe('the settings of the durable stack', () => {
  const known = settingRows().map(({ name }) => name);

  it.each(OURS)('%s is given settings that the engine knows and accepts', (name) => {
    const environment = services[name]?.environment ?? {};
    expect(Object.keys(environment).filter((one) => !known.includes(one))).toEqual([]);
    const settings = readSettings(handedOn({ ...environment, MARM_STATE_DIR: '/state' }));
    expect(settings).toMatchObject({ mode: 'embedded', training: false, apiHost: '0.0.0.0' });
  });

  it('passes as production with what .env.example names', () => {
    const given = Object.fromEntries(
      [...read('.env.example').matchAll(/^# ([A-Z_]+)=(.+)$/gm)].map(([, name = '', value = '']) => [name, value]),
    );
    const settings = readSettings(handedOn({ ...services['api']?.environment, MARM_STATE_DIR: '/state' }, given));
    expect(settings).toMatchObject({ mode: 'production', oidcIssuer: 'https://sign-in.example', trustProxyHops: 1 });
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readSettings, SettingsError } from '../../../config';
import { openVaultKeys } from '../../../persistence';

const EMBEDDED = { MARM_MODE: 'embedded', MONGODB_URI: 'mongodb://127.0.0.1:27017/', SMTP_URL: 'smtp://127.0.0.1:1025' };
const PRODUCTION = {
  MARM_MODE: 'production',
  MONGODB_URI: 'mongodb://db.example:27017/?tls=true',
  SMTP_URL: 'smtps://relay.example:465',
  MARM_OIDC_ISSUER: 'https://issuer.example',
  MARM_VAULT_KEY_FILE: '/run/secrets/vault.key',
  MARM_CHECKPOINT_KEY_FILE: '/run/secrets/checkpoint.pem',
  MARM_BLIND_INDEX_KEY_FILE: '/run/secrets/blind-index.key',
  MARM_PUBLIC_URL: 'https://marm.example',
};
type Env = Record<string, string | undefined>;

function refusal(env: Env): string {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('given settings that cannot be right', () => {
  it.each<readonly [string, string | undefined]>([
    ['MARM_MODE', undefined],
    ['MARM_MODE', 'development'],
    ['MONGODB_URI', undefined],
    ['MONGODB_URI', 'http://127.0.0.1:27017'],
    ['MONGODB_SETUP_URI', 'http://127.0.0.1:27017'],
    ['SMTP_URL', undefined],
    ['SMTP_URL', '127.0.0.1:1025'],
    ['MARM_API_PORT', 'three thousand'],
    ['MARM_API_PORT', '70000'],
    ['MARM_API_PORT', '-1'],
    ['MARM_INBOX_PORT', '80.5'],
    ['TEMPORAL_ADDRESS', 'temporal.example'],
    ['MARM_PUBLIC_URL', 'marm'],
    ['MARM_MAIL_FROM', 'nobody'],
    ['MARM_MAIL_FROM', 'MARM <a@marm.example>\r\nBcc: b@marm.example'],
    ['MARM_OPS_ADDRESS', 'operations'],
    ['MARM_TRUST_PROXY_HOPS', 'true'],
    ['MARM_SPREAD_S', '-5'],
    ['MARM_SPREAD_S', '86400'],
    ['MARM_TRAINING', 'yes'],
    ['MARM_OIDC_ISSUER', 'issuer.example'],
    ['MARM_LOG_LEVEL', 'loud'],
  ])('when %s is %j, then one line names it', (name, value) => {
    const message = refusal({ ...EMBEDDED, [name]: value });
    expect(message).toMatch(new RegExp(`^Setting ${name}: \\S.*\\.$`));
  });
  it('when a setting is empty, then it counts as left out', () => {
    expect(readSettings({ ...EMBEDDED, MARM_API_PORT: '', MARM_PUBLIC_URL: '' })).toMatchObject({
      apiPort: 3000,
      publicUrl: 'http://127.0.0.1:3000',
    });
  });
});

describe('given production', () => {
  it('then sound settings are taken, and training is off', () => {
    expect(readSettings(PRODUCTION)).toMatchObject({ mode: 'production', training: false, oidcIssuer: 'https://issuer.example' });
  });
  it.each<readonly [string, string, string | undefined]>([
    ['training cases', 'MARM_TRAINING', 'on'],
    ['the local issuer', 'MARM_OIDC_ISSUER', undefined],
    ['an issuer without TLS', 'MARM_OIDC_ISSUER', 'http://issuer.example'],
    ['a database without TLS', 'MONGODB_URI', 'mongodb://db.example:27017/'],
    ['a database whose TLS is switched off', 'MONGODB_URI', 'mongodb://db.example:27017/?tls=false'],
    ['mail without TLS', 'SMTP_URL', 'smtp://relay.example:25'],
    ['no key file', 'MARM_VAULT_KEY_FILE', undefined],
    ['no key that signs checkpoints', 'MARM_CHECKPOINT_KEY_FILE', undefined],
    ['no key of the blind index', 'MARM_BLIND_INDEX_KEY_FILE', undefined],
    ['no public address', 'MARM_PUBLIC_URL', undefined],
    ['a public address without TLS', 'MARM_PUBLIC_URL', 'http://marm.example'],
  ])('then %s stops it with one line that names %s', (_what, name, value) => {
    const message = refusal({ ...PRODUCTION, [name]: value });
    expect(message).toMatch(new RegExp(`^Setting ${name}: \\S.*\\.$`));
  });
  it('then a database address that asks for TLS by itself is taken', () => {
    expect(refusal({ ...PRODUCTION, MONGODB_URI: 'mongodb+srv://db.example/' })).toBe('accepted');
  });
});

describe('given the public address with a slash at its end', () => {
  it('then links have one slash', () => {
    expect(readSettings({ ...EMBEDDED, MARM_PUBLIC_URL: 'https://marm.example/' }).publicUrl).toBe('https://marm.example');
  });
});

describe('given the key files of the vault and the blind index', () => {
  const folder = mkdtempSync(join(tmpdir(), 'marm-keys-'));
  const filesOf = (name: string) => ({ vaultKeyFile: join(folder, name, 'vault.key'), blindIndexKeyFile: join(folder, name, 'blind.key') });
  const make = (name: string) => openVaultKeys({ mode: 'embedded', ...filesOf(name) });
  it('when the vault’s is missing in production, then one line names the setting', () => {
    expect(() => openVaultKeys({ mode: 'production', ...filesOf('missing') })).toThrow(
      /^Setting MARM_VAULT_KEY_FILE: there is no file .*\.$/,
    );
  });
  it('when it is short, then one line names the setting', () => {
    make('short');
    writeFileSync(filesOf('short').vaultKeyFile, Buffer.alloc(16).toString('base64'));
    expect(() => openVaultKeys({ mode: 'production', ...filesOf('short') })).toThrow(/^Setting MARM_VAULT_KEY_FILE: .*32 bytes.*\.$/);
  });
  it('when the other one is missing or short, then one line names that setting', () => {
    make('blind');
    writeFileSync(filesOf('blind').blindIndexKeyFile, 'c2hvcnQ=');
    expect(() => openVaultKeys({ mode: 'production', ...filesOf('blind') })).toThrow(/^Setting MARM_BLIND_INDEX_KEY_FILE: .*32 bytes.*\.$/);
    rmSync(filesOf('blind').blindIndexKeyFile);
    expect(() => openVaultKeys({ mode: 'production', ...filesOf('blind') })).toThrow(
      /^Setting MARM_BLIND_INDEX_KEY_FILE: there is no file/,
    );
  });
  it('when they are made on first use, then the second use reads the same keys', async () => {
    const [first, second] = [make('made'), make('made')];
    expect(first.blindIndex).toEqual(second.blindIndex);
    expect(await first.encryption.current()).toBe(await second.encryption.current());
  });
});

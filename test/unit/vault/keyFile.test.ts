import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { KeysUnavailableError, VaultCorruptError } from '../../../persistence';
import {
  addVersion,
  dropVersions,
  endRewrapping,
  keyFileEncryption,
  makeSecretFile,
  readKeyRing,
} from '../../../persistence/vault/keyFile';
import { formatRing, keyIdOf, parseRing } from '../../../persistence/vault/keyRing';

const NOW = Date.parse('2026-11-25T09:00:00Z');
const dataKey = randomBytes(32);
let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'marm-ring-')), 'keys', 'vault.key');
  makeSecretFile(file);
});

describe('given a key file with one key in base64', () => {
  it('then what it wraps names its version, and opens again', async () => {
    const encryption = keyFileEncryption(file);
    const wrapped = await encryption.wrap('case-key|A', dataKey);
    expect(wrapped.kek).toBe(await encryption.current());
    expect(await encryption.unwrap('case-key|A', wrapped)).toEqual(dataKey);
  });
  it('then what was wrapped before there were versions opens as well', async () => {
    const encryption = keyFileEncryption(file);
    const { kek: _none, ...old } = await encryption.wrap('case-key|A', dataKey);
    addVersion(file, NOW);
    expect(await encryption.unwrap('case-key|A', old)).toEqual(dataKey);
  });
  it('then a wrapped key that was moved to another case, or spoilt, does not open', async () => {
    const encryption = keyFileEncryption(file);
    const wrapped = await encryption.wrap('case-key|A', dataKey);
    await expect(encryption.unwrap('case-key|B', wrapped)).rejects.toThrow(VaultCorruptError);
    await expect(encryption.unwrap('third-party-key|A', wrapped)).rejects.toThrow(VaultCorruptError);
    await expect(encryption.unwrap('case-key|A', { ...wrapped, tag: 'AAAA' })).rejects.toThrow(VaultCorruptError);
  });
});

describe('given a new version of the key', () => {
  it('when a process runs already, then it wraps with the new one and opens what the old one wrapped', async () => {
    const running = keyFileEncryption(file);
    const before = await running.wrap('case-key|A', dataKey);
    const { current } = addVersion(file, NOW);
    const after = await running.wrap('case-key|A', dataKey);
    expect([before.kek === current, after.kek === current]).toEqual([false, true]);
    expect(await running.unwrap('case-key|A', before)).toEqual(dataKey);
  });
  it('then the file stays readable by its owner alone, and its ring says since when and that data keys are still to be wrapped anew', () => {
    addVersion(file, NOW);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readKeyRing(file)).toMatchObject({ since: NOW, rewrapping: true });
    expect(endRewrapping(file).rewrapping).toBe(false);
    expect(readKeyRing(file).keys.size).toBe(2);
  });
  it('when the old one is taken out, then what it wrapped cannot be had, which is said by its id', async () => {
    const encryption = keyFileEncryption(file);
    const before = await encryption.wrap('case-key|A', dataKey);
    const { current } = addVersion(file, NOW);
    dropVersions(file, [before.kek ?? '', current]);
    expect([...readKeyRing(file).keys.keys()]).toEqual([current]);
    await expect(encryption.unwrap('case-key|A', before)).rejects.toThrow(
      new KeysUnavailableError(`the key-encryption key ${before.kek} is not in the key file`),
    );
  });
  it('when somebody else is changing the file, then nothing is changed and the message says what to do', () => {
    const before = readFileSync(file, 'utf8');
    writeFileSync(`${file}.lock`, '');
    expect(() => addVersion(file, NOW)).toThrow(/remove .*vault\.key\.lock/);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});

describe('given the key file is away', () => {
  it('then wrapping and unwrapping say so, and both work again when it is back', async () => {
    const encryption = keyFileEncryption(file);
    const wrapped = await encryption.wrap('case-key|A', dataKey);
    const text = readFileSync(file);
    rmSync(file);
    await expect(encryption.wrap('case-key|B', dataKey)).rejects.toThrow(KeysUnavailableError);
    await expect(encryption.unwrap('case-key|A', wrapped)).rejects.toThrow(/MARM_VAULT_KEY_FILE: there is no file/);
    writeFileSync(file, text);
    expect(await encryption.unwrap('case-key|A', wrapped)).toEqual(dataKey);
  });
});

describe('a key ring as text', () => {
  const keys = [randomBytes(32), randomBytes(32)].map((key) => [keyIdOf(key), key] as const);
  const ring = { current: keys[0]![0], since: NOW, prepared: keys[1]![0], rewrapping: true, keys: new Map(keys) };
  it('is read as it was written', () => {
    expect(parseRing(formatRing(ring))).toEqual(ring);
  });
  it.each<[string, (written: { current: string; keys: Record<string, string> }) => object]>([
    ['names a current key that is not there', (written) => ({ ...written, current: 'k-0000000000000000' })],
    [
      'gives a key another one’s id',
      ({ keys: all, ...rest }) => ({ ...rest, keys: { ...all, [keys[0]![0]]: keys[1]![1].toString('base64') } }),
    ],
    ['names a prepared key that is not there', (written) => ({ ...written, prepared: 'k-0000000000000000' })],
    ['holds a short key', ({ keys: all, ...rest }) => ({ ...rest, keys: { ...all, [keys[1]![0]]: 'c2hvcnQ=' } })],
  ])('is refused when it %s', (_what, spoil) => {
    expect(parseRing(JSON.stringify(spoil(JSON.parse(formatRing(ring)) as never)))).toBeNull();
  });
  it('is refused when it is cut short', () => {
    expect(parseRing(formatRing(ring).slice(0, 40))).toBeNull();
  });
});

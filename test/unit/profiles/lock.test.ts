import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PROFILES } from '../../../domain';
import type { ProtocolProfile } from '../../../domain';
import { compareLock, hashOfProfile, lockOf, withNewVersions } from '../../../scripts/profileLock';
import type { ProfileLock } from '../../../scripts/profileLock';

const file = join(__dirname, '..', '..', '..', 'domain', 'profiles', 'published.lock.json');
const published = JSON.parse(readFileSync(file, 'utf8')) as ProfileLock;
const [first] = PROFILES as readonly [ProtocolProfile];
const slower: ProtocolProfile = { ...first, timers: { ...first.timers, 'T-REMIND': first.timers['T-CLOSE']! } };

describe('given the profiles of this build and the lock of the published ones', () => {
  it('then each is published, none was changed, and none is gone', () => {
    // Changed on purpose? Put it back and publish a new version: docs/how-to/change-a-profile.md.
    expect(compareLock(published, PROFILES)).toEqual({ changed: [], gone: [], unpublished: [] });
  });
});

describe('given a published profile', () => {
  const lock = lockOf(PROFILES);
  const name = `${first.id}@${first.version}`;
  it('when a single value of it changes, then that is seen, and the lock is not written', () => {
    const now = [slower, ...PROFILES.slice(1)];
    expect(compareLock(lock, now).changed).toEqual([name]);
    expect(() => withNewVersions(lock, now)).toThrow(`${name} was changed`);
  });
  it('when it is taken away, then that is seen, and the lock is not written', () => {
    expect(compareLock(lock, PROFILES.slice(1)).gone).toEqual([name]);
    expect(() => withNewVersions(lock, PROFILES.slice(1))).toThrow(`${name} was taken away`);
  });
  it('when a new version stands beside it, then that one is added and the old entry stays', () => {
    const next = { ...slower, version: 'next' };
    const all = [...PROFILES, next];
    expect(compareLock(lock, all).unpublished).toEqual([`${first.id}@next`]);
    expect(withNewVersions(lock, all)).toEqual({ ...lock, [`${first.id}@next`]: hashOfProfile(next) });
  });
  it('when only the order in which it is written changes, then it is the same', () => {
    const turned = Object.fromEntries(Object.entries(first).reverse()) as unknown as ProtocolProfile;
    expect(hashOfProfile(turned)).toBe(hashOfProfile(first));
  });
});

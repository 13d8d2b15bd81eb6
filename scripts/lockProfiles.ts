import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROFILES } from '../domain';
import { compareLock, lockOf, withNewVersions } from './profileLock';
import type { ProfileLock } from './profileLock';

// The compiled script stands two folders below the project.
const FILE = join(__dirname, '..', '..', 'domain', 'profiles', 'published.lock.json');

/** `npm run profiles:lock`: adds new versions of profiles to the lock, and never changes one that is there. */
function main(): void {
  const known = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as ProfileLock) : {};
  const lock = process.argv.includes('--reset') ? reset() : withNewVersions(known, PROFILES);
  writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
  const { unpublished } = compareLock(known, PROFILES);
  console.log(unpublished.length === 0 ? 'No new version.' : `Published: ${unpublished.join(', ')}`);
}

// Before the first release no case is pinned to anything; afterwards nobody should have this at hand.
function reset(): ProfileLock {
  if (process.argv.includes('--unreleased')) return lockOf(PROFILES);
  throw new Error('--reset is for profiles that no case has ever used: add --unreleased if that is so.');
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

import type { ProtocolProfile } from '../domain';
import { canonicalJson, sha256 } from '../persistence/hash';

/** The SHA-256 of each published profile, by 'locality@version'. */
export type ProfileLock = Readonly<Record<string, string>>;

const nameOf = ({ id, version }: ProtocolProfile): string => `${id}@${version}`;

/** The SHA-256 of a profile's canonical JSON: the same for the same rules, in whatever order they are written. */
export const hashOfProfile = (profile: ProtocolProfile): string => sha256(canonicalJson(profile));

/** What the lock would be if the profiles were published as they are. */
export const lockOf = (profiles: readonly ProtocolProfile[]): ProfileLock =>
  Object.fromEntries(profiles.map((profile) => [nameOf(profile), hashOfProfile(profile)]));

/** What is wrong between the lock and the profiles: published ones that changed or are gone, and ones that are not published. */
export function compareLock(lock: ProfileLock, profiles: readonly ProtocolProfile[]) {
  const now = lockOf(profiles);
  const published = Object.keys(lock);
  return {
    changed: published.filter((name) => now[name] !== undefined && now[name] !== lock[name]),
    gone: published.filter((name) => now[name] === undefined),
    unpublished: Object.keys(now).filter((name) => lock[name] === undefined),
  };
}

/** The lock with new versions added. @throws Error when a published profile changed or is gone: cases are pinned to it */
export function withNewVersions(lock: ProfileLock, profiles: readonly ProtocolProfile[]): ProfileLock {
  const { changed, gone } = compareLock(lock, profiles);
  const broken = [...changed.map((name) => `${name} was changed`), ...gone.map((name) => `${name} was taken away`)];
  if (broken.length > 0)
    throw new Error(
      `A published profile stays as it is, because cases are pinned to it: ${broken.join('; ')}. ` +
        'Put it back and publish a new version beside it; see docs/how-to/change-a-profile.md.',
    );
  return { ...lock, ...lockOf(profiles) };
}

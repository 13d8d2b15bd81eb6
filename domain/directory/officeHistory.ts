import type { DirectoryChanges, Person } from './entries';
import { isSameOffice } from './offices';
import type { OfficeHeld } from './offices';

/**
 * Who held an office before some changes: those who hold it now, with each later change taken back, the newest first.
 * Directory ids, sorted.
 */
export function holdersBefore(now: readonly string[], office: OfficeHeld, newestFirst: readonly DirectoryChanges[]): readonly string[] {
  const holders = new Set(now);
  for (const { people } of newestFirst)
    for (const { before, after } of people) {
      if (holds(after, office)) holders.delete(after.id);
      if (before && holds(before, office)) holders.add(before.id);
    }
  return [...holders].sort();
}

const holds = ({ offices }: Person, office: OfficeHeld): boolean => offices.some((one) => isSameOffice(one, office));

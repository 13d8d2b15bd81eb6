import type { Changed, DirectoryChanges, Organisation, Person, Service } from '../entries';

/** The whole directory as it stands, for whoever changes it. */
export interface Books {
  readonly people: ReadonlyMap<string, Person>;
  readonly organisations: ReadonlyMap<string, Organisation>;
}

/** A service with the organisation that it belongs to. */
export interface Placed {
  readonly service: Service;
  readonly organisation: Organisation;
}

/** A service of the directory. */
export function findService({ organisations }: Books, id: string): Placed | undefined {
  for (const organisation of organisations.values()) {
    const service = organisation.services.find((one) => one.id === id);
    if (service) return { service, organisation };
  }
  return undefined;
}

/** A change of one person, or none where nothing differs. */
export const ofPerson = (before: Person | null, after: Person): DirectoryChanges => ({
  people: before && isSame(before, after) ? [] : [{ before, after }],
  organisations: [],
});

/** A change of organisations, without those of which nothing differs. */
export const ofOrganisations = (all: readonly Changed<Organisation>[]): DirectoryChanges => ({
  people: [],
  organisations: all.filter(({ before, after }) => !before || !isSame(before, after)),
});

/** Several changes as one. */
export const together = (...all: readonly DirectoryChanges[]): DirectoryChanges => ({
  people: all.flatMap(({ people }) => people),
  organisations: all.flatMap(({ organisations }) => organisations),
});

/** The fields in which two entries differ, sorted. */
export const differing = <T extends object>(before: T, after: T): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => written(before[name as keyof T]) !== written(after[name as keyof T]))
    .sort();

// Entries are plain JSON whose fields are always written in the same order.
const written = (value: unknown): string => JSON.stringify(value ?? null);
const isSame = <T extends object>(before: T, after: T): boolean => differing(before, after).length === 0;

import type { Disclosure } from '../../domain/record/disclosure';

/** A disclosure as stored: the row, its case, and an id that makes the same one count once. */
export interface StoredDisclosure extends Disclosure {
  readonly id: string;
  readonly ref: string;
  readonly training: boolean;
}

/** Who was shown or sent personal data of a case: insert-only, never changed and never taken away with a correction. */
export interface DisclosureRepository {
  /** Inserts rows that are not there yet. */
  add(rows: readonly StoredDisclosure[]): Promise<void>;
  /** All rows of some cases, oldest first. */
  list(refs: readonly string[]): Promise<readonly StoredDisclosure[]>;
}

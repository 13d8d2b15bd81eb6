import type { Identifier } from '../../domain';

/** Another case in which the same identifier is recorded. */
export interface Match {
  readonly ref: string;
  readonly kind: Identifier;
}

/** Finds cases by an identifier without holding it: a keyed hash per kind. Nobody without the key can try numbers against it. */
export interface BlindIndex {
  /** The identifier of a case as it stands now, in its stored form; it takes the place of an earlier one of that kind. */
  put(entry: { readonly ref: string; readonly kind: Identifier; readonly value: string }): Promise<void>;
  /** The cases in which an identifier, in its stored form, is recorded; at most 100. */
  find(kind: Identifier, value: string): Promise<readonly string[]>;
  /** Other cases that share an identifier with this one; at most 100 for each kind. */
  matches(ref: string): Promise<readonly Match[]>;
}

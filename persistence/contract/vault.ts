/** A text to be sealed. */
export interface VaultEntry {
  readonly ref: string;
  /** Its place in the command, such as `submitReferral.person.name`. */
  readonly field: string;
  readonly text: string;
  /** Whom it tells about; the person where left out. What tells about somebody else has a key of its own. */
  readonly about?: 'PERSON' | 'THIRD_PARTY';
  readonly commandId: string;
  readonly now: number;
}

/** Narrative and personal data, encrypted field by field with keys per case. */
export interface Vault {
  /**
   * Stores a text (idempotent by commandId and field) and returns its reference, `v-…`. Not readable with another case or field.
   * @throws KeysUnavailableError, VaultErasedError
   */
  put(entry: VaultEntry): Promise<string>;
  /**
   * The text behind a reference; null where there is none in this case. An entry that does not open is put aside with a task for operations.
   * @throws VaultCorruptError, VaultErasedError, KeysUnavailableError
   */
  get(ref: string, vaultRef: string): Promise<string | null>;
  /** The references of a case that tell about somebody other than the person. */
  thirdPartyRefs(ref: string): Promise<ReadonlySet<string>>;
}

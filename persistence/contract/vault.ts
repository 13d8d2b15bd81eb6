/** Narrative and personal data, encrypted field by field with a key per case. */
export interface Vault {
  /** Stores a text (idempotent by commandId and field) and returns its reference, `v-…`. Not readable with another case or field. */
  put(entry: { ref: string; field: string; text: string; commandId: string; now: number }): Promise<string>;
  get(ref: string, vaultRef: string): Promise<string | null>;
}

/** Something sealed does not open: its bytes, its key or its place are not what they were. Nothing of it is ever given out in part. */
export class VaultCorruptError extends Error {
  override readonly name = 'VaultCorruptError';

  /** A lost key takes everything under it; a lost entry only itself. */
  readonly what: 'ENTRY' | 'KEY';

  constructor(what: 'ENTRY' | 'KEY', message: string) {
    super(message);
    this.what = what;
  }
}

/** What was asked for has been erased: its key is destroyed. */
export class VaultErasedError extends Error {
  override readonly name = 'VaultErasedError';
}

/** The key-encryption key cannot be had just now, or the one that is needed is not there. */
export class KeysUnavailableError extends Error {
  override readonly name = 'KeysUnavailableError';
}

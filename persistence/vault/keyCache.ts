/** Unwrapped data keys, for a bounded time and number: they go on serving while the key-encryption key cannot be had. */
export interface KeyCache {
  get(id: string): Buffer | undefined;
  set(id: string, key: Buffer): void;
  drop(id: string): void;
}

interface Bounds {
  readonly forMs: number;
  readonly most: number;
  readonly clock: () => number;
}

/** A cache within bounds. Time counts from when a key was unwrapped, not from its last use. */
export function createKeyCache({ forMs, most, clock }: Bounds = { forMs: 600_000, most: 1_000, clock: Date.now }): KeyCache {
  const kept = new Map<string, { readonly key: Buffer; readonly until: number }>();
  return {
    get(id) {
      const found = kept.get(id);
      if (found && found.until > clock()) return found.key;
      kept.delete(id);
      return undefined;
    },
    set(id, key) {
      kept.delete(id);
      kept.set(id, { key, until: clock() + forMs });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
    drop(id) {
      kept.delete(id);
    },
  };
}

import { describe, expect, it } from '@jest/globals';
import { createKeyCache } from '../../../persistence/vault/keyCache';

const key = (n: number): Buffer => Buffer.alloc(32, n);

describe('unwrapped data keys in memory', () => {
  it('are kept for a bounded time, counted from when they were unwrapped', () => {
    let now = 0;
    const cache = createKeyCache({ forMs: 100, most: 10, clock: () => now });
    cache.set('A', key(1));
    now = 99;
    expect(cache.get('A')).toEqual(key(1));
    now = 100;
    expect(cache.get('A')).toBeUndefined();
  });
  it('are kept in a bounded number: the oldest goes', () => {
    const cache = createKeyCache({ forMs: 100, most: 2, clock: () => 0 });
    for (const [n, id] of ['A', 'B', 'C'].entries()) cache.set(id, key(n));
    expect(['A', 'B', 'C'].map((id) => cache.get(id) !== undefined)).toEqual([false, true, true]);
  });
  it('are gone once dropped', () => {
    const cache = createKeyCache();
    cache.set('A', key(1));
    cache.drop('A');
    expect(cache.get('A')).toBeUndefined();
  });
});

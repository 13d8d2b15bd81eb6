import { randomBytes, randomInt } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { seal, unseal } from '../../../persistence/vault/sealing';
import type { Sealed } from '../../../persistence/vault/sealing';

const NONCES = 100_000;
const key = randomBytes(32);

const opens = (context: string, sealed: Sealed, with_ = key): boolean => {
  try {
    unseal(with_, context, sealed);
    return true;
  } catch {
    return false;
  }
};

describe('sealing', () => {
  it(`never takes the same nonce twice in ${NONCES} pieces`, () => {
    const plain = Buffer.from('x');
    const nonces = new Set(Array.from({ length: NONCES }, () => seal(key, 'c', plain).iv));
    expect(nonces.size).toBe(NONCES);
  });
  it('opens with its own key and context', () => {
    const sealed = seal(key, 'vault|A|field', Buffer.from('Ünïcode ✓'));
    expect(unseal(key, 'vault|A|field', sealed).toString()).toBe('Ünïcode ✓');
  });
  it('opens nowhere else: every swap between cases, fields, pieces and keys is found', () => {
    const contexts = Array.from({ length: 40 }, (_, n) => `vault|CASE-${n % 8}|field${n % 5}|v-${n}`);
    const pieces = contexts.map((context) => ({ context, sealed: seal(key, context, randomBytes(randomInt(0, 200))) }));
    const swaps = pieces.flatMap(({ sealed }, from) => contexts.flatMap((context, to) => (from === to ? [] : [opens(context, sealed)])));
    expect(swaps).toHaveLength(40 * 39);
    expect(swaps.filter(Boolean)).toEqual([]);
    expect(pieces.filter(({ context, sealed }) => opens(context, sealed, randomBytes(32)))).toEqual([]);
  });
  it('never opens with a bit changed anywhere, or cut short', () => {
    const sealed = seal(key, 'c', Buffer.from('What was said at the door.'));
    for (const part of ['iv', 'tag', 'data'] as const) {
      const bytes = Buffer.from(sealed[part], 'base64');
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const spoilt = Buffer.from(bytes);
        spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(opens('c', { ...sealed, [part]: spoilt.toString('base64') })).toBe(false);
      }
      expect(opens('c', { ...sealed, [part]: bytes.subarray(0, bytes.length - 1).toString('base64') })).toBe(false);
      expect(opens('c', { ...sealed, [part]: '' })).toBe(false);
    }
  });
});

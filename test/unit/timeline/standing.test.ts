import { describe, expect, it } from '@jest/globals';
import { asCorrected } from '../../../api/timeline/standing';
import type { Mended, Mending } from '../../../api/timeline/mended';

const text = (n: number): string => `v-${String(n).padStart(32, '0')}`;
const mended = (struck: unknown, now: unknown): Mended => ({ field: 'steps', struck, now, by: 'p', at: 0, why: text(99), entry: 9 });
const mending = (...all: readonly Mended[]): Mending => ({
  corrections: new Map([[2, all]]),
  retracted: new Map(),
  hiddenRefs: new Set(),
});
const state = { notification: { on: '2026-04-08', stepsRef: text(1) }, answers: [text(2), null], count: 3 };

describe('given what the state of a case still refers to as it was first written', () => {
  it('when it was corrected, twice even, then what stands now is referred to', () => {
    const all = mending(mended(text(1), text(5)), mended(text(5), text(6)), mended(text(2), text(7)));
    expect(asCorrected(state, all)).toEqual({
      notification: { on: '2026-04-08', stepsRef: text(6) },
      answers: [text(7), null],
      count: 3,
    });
  });
  it('when a date or a code was corrected, then texts stay as they are', () => {
    expect(asCorrected(state, mending(mended('2026-04-08', '2026-04-07'), mended(null, text(8))))).toEqual(state);
  });
});

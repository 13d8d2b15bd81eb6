import { describe, expect, it } from '@jest/globals';
import { erasureBarrier } from '../../../domain';
import type { CaseState, Obligation } from '../../../domain';
import { roleCase } from '../../support/roleCase';

const owed = (clock: Obligation['clock'], dueOn = '2034-04-03'): Obligation =>
  ({ clock, key: '-', dueOn, thresholds: [], passed: [], armedAt: 0 }) as unknown as Obligation;
const ended = (more: Partial<CaseState> = {}): CaseState =>
  roleCase({ stage: 'CLOSED', obligations: [owed('T-RETAIN')], flags: [], ...more });
const HOLD = { flag: 'LEGAL_HOLD', clock: null, key: '-', at: 0 } as const;
const TODAY = '2026-11-25';

describe('erasing a case', () => {
  it('is open for one that has ended and owes nothing but its retention', () => {
    expect(erasureBarrier(ended(), 'REQUEST_GRANTED', TODAY)).toBeNull();
  });
  it.each<[string, CaseState, RegExp]>([
    ['is live', ended({ stage: 'PLAN_ACTIVE', obligations: [] }), /live: end it first/],
    ['is closing', ended({ stage: 'CLOSING', obligations: [] }), /live: end it first/],
    ['still owes something', ended({ obligations: [owed('T-LA'), owed('T-RETAIN')] }), /still owed on the case: T-LA -/],
    ['is under a legal hold', ended({ flags: [HOLD] }), /legal hold/],
    ['is under a legal hold and live', ended({ stage: 'PLAN_ACTIVE', flags: [HOLD] }), /legal hold/],
  ])('is refused while it %s, for every reason', (_what, state, words) => {
    for (const reason of ['RETENTION_ENDED', 'REQUEST_GRANTED', 'RECORDED_IN_ERROR', 'COURT_ORDER'] as const)
      expect(erasureBarrier(state, reason, TODAY)).toMatch(words);
  });
  it('for the end of retention waits for that day', () => {
    expect(erasureBarrier(ended(), 'RETENTION_ENDED', '2034-04-02')).toMatch(/kept until 2034-04-03/);
    expect(erasureBarrier(ended(), 'RETENTION_ENDED', '2034-04-03')).toBeNull();
  });
});

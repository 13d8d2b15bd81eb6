import { describe, expect, it } from '@jest/globals';
import { clockViews, findProfile, isForReview, retentionOf } from '../../../domain';
import type { CaseState } from '../../../domain';
import { caseOn, deadlines, give, moves } from '../../support/running';
import { step } from '../../support/story';

const OXFORDSHIRE = findProfile('oxfordshire')!;
const close = [
  step('2026-12-10T10:03', 'publishPlan', { contingency: 'x' }),
  step('2026-12-11T10:00', 'proposeClosure', {
    code: 'RISK_REMOVED',
    reason: 'x',
    riskOutcome: 'REMOVED',
    finalTier: 'LOW',
    capacityNote: 'x',
    personTold: 'x',
    reReferralRoute: 'x',
  }),
  step('2026-12-11T10:01', 'closeGap', { gap: 'closure-actions', entry: 'x' }),
  step('2026-12-21T10:00', 'confirmClosure', {}),
];
/** Closed on 21 December 2026, so kept until 21 December 2034. */
const closed = (): CaseState => caseOn('s7', '2026-12-09', ...close);
const decide = (data: object) => ({ type: 'decideRetention', data });
const keep = (until?: string) => decide({ decision: 'KEEP', because: 'REVIEW_OR_INQUIRY', ...(until === undefined ? {} : { until }) });
const dispose = decide({ decision: 'DISPOSE', because: 'NO_LONGER_NEEDED' });
const held = (state: CaseState): CaseState => give(state, '2030-01-07T10:00', { type: 'placeLegalHold', data: { reason: 'x' } }).state;

describe('given a case that has been closed', () => {
  it('then its record is kept for eight years, and it is said why', () => {
    const found = retentionOf(closed(), OXFORDSHIRE);
    expect(found).toMatchObject({ dueOn: '2034-12-21', hold: false, owed: [], disposalOn: null });
    expect(found?.why).toMatch(/^The case ended on .*21 December 2026; it is kept for 8 years.*Blackpool/);
  });
  it.each([
    ['2034-12-20', false],
    ['2034-12-21', true],
    ['2040-01-01', true],
  ])('when it is %s, then for review: %s', (today, due) => {
    const found = retentionOf(closed(), OXFORDSHIRE);
    expect(found && isForReview(found, today)).toBe(due);
  });
  it('when there is a legal hold, then it is held, and the date stands', () => {
    const found = retentionOf(held(closed()), OXFORDSHIRE);
    expect(found).toMatchObject({ hold: true, dueOn: '2034-12-21' });
    expect(found?.why).toContain('legal hold');
  });
});

describe('given a case that has ended otherwise', () => {
  it('when it did not proceed, then its record is kept as long, though no deadline runs', () => {
    const { state } = give(caseOn('s1', '2026-03-26'), '2026-03-27T10:00', {
      type: 'withdraw',
      data: { outcome: 'WITHDRAWN', reason: 'x', coordinatorAgreed: true },
    });
    expect([state.stage, deadlines(state), retentionOf(state, OXFORDSHIRE)?.dueOn]).toEqual(['NOT_PROCEEDED', [], '2034-03-27']);
  });
  it('when it lives, then there is nothing to review', () => {
    expect(retentionOf(caseOn('s7', '2026-12-09'), OXFORDSHIRE)).toBeNull();
  });
});

describe('given a decision on the record of a closed case', () => {
  it('when it is kept, then its date moves, wakes nobody, and is explained', () => {
    const { state, events, refused } = give(closed(), '2034-12-22T10:00', keep('2038-06-30'));
    expect([refused, moves(events)]).toEqual([null, ['T-RETAIN - 2034-12-21 2038-06-30 AGREED']]);
    expect(retentionOf(state, OXFORDSHIRE)).toMatchObject({ dueOn: '2038-06-30', disposalOn: null });
    const [view] = clockViews(state, OXFORDSHIRE, Date.parse('2034-12-22T12:00:00Z'));
    expect(view?.explanation.text).toMatch(/30 June 2038, the date agreed; the case was closed on/);
  });
  it('when it is to go, then nothing runs any longer, and it waits to be carried out', () => {
    const { state, refused } = give(closed(), '2034-12-22T10:00', dispose);
    expect([refused, deadlines(state), retentionOf(state, OXFORDSHIRE)?.disposalOn]).toEqual([null, [], '2034-12-22']);
  });
  it('when somebody thinks better of it before it was carried out, then it is kept after all', () => {
    const gone = give(closed(), '2034-12-22T10:00', dispose).state;
    const { state } = give(gone, '2035-01-08T10:00', keep('2036-01-31'));
    expect([deadlines(state), retentionOf(state, OXFORDSHIRE)?.disposalOn]).toEqual([['T-RETAIN - 2036-01-31'], null]);
  });
  it.each<readonly [string, () => CaseState, string, object, string]>([
    ['disposal before its time', closed, '2034-12-20T10:00', dispose, 'RETENTION_NOT_OVER'],
    ['disposal under a legal hold', () => held(closed()), '2035-01-08T10:00', dispose, 'ON_LEGAL_HOLD'],
    [
      'disposal before the date to which it was kept',
      () => give(closed(), '2030-01-07T10:00', keep('2038-01-04')).state,
      '2035-01-08T10:00',
      dispose,
      'RETENTION_NOT_OVER',
    ],
    ['keeping without a date', closed, '2034-12-22T10:00', keep(), 'KEEP_UNTIL_MISSING'],
    ['keeping until today', closed, '2034-12-22T10:00', keep('2034-12-22'), 'KEEP_UNTIL_TOO_EARLY'],
    ['keeping for less than the rules say', closed, '2030-01-07T10:00', keep('2034-12-20'), 'KEEP_UNTIL_TOO_EARLY'],
    ['keeping for more than ten years at once', closed, '2034-12-22T10:00', keep('2045-01-01'), 'DATE_TOO_FAR'],
    ['a decision on a living case', () => caseOn('s7', '2026-12-09'), '2026-12-10T10:00', dispose, 'WRONG_STAGE'],
  ])('when it is %s, then it is refused', (_what, state, at, command, code) => {
    expect(give(state(), at, command as never).refused).toBe(code);
  });
  it('when a hold stands, then it can be kept longer all the same', () => {
    expect(give(held(closed()), '2035-01-08T10:00', keep('2036-01-31')).refused).toBeNull();
  });
});

describe('given a closed case that is opened again', () => {
  it('then a decision on its record is void', () => {
    const kept = give(closed(), '2026-12-22T10:00', keep('2036-01-31')).state;
    const { state, refused } = give(kept, '2026-12-31T10:00', { type: 'reopenCase', data: { reason: 'x' } });
    expect([refused, state.closing.retention]).toEqual([null, null]);
  });
});

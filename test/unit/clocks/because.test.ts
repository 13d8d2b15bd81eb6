import { describe, expect, it } from '@jest/globals';
import type { CaseState } from '../../../domain';
import { caseOn, give, moves } from '../../support/running';

const moved = (state: CaseState, at: string, type: string, data: object) => {
  const { events, refused } = give(state, at, { type, data });
  expect(refused).toBeNull();
  return moves(events);
};
const withReview = caseOn('s1', '2026-04-16');

describe('the record says why a date moved', () => {
  it('given the aim for the meeting is varied, or a review is brought forward, then because people agreed it', () => {
    const aim = { on: '2026-04-13', reason: 'PERSON_WISH' };
    expect(moved(caseOn('s1', '2026-03-30'), '2026-03-31T08:00', 'varyMeetingAim', aim)).toContain(
      'T-MEET meeting:1 2026-04-09 2026-04-13 AGREED',
    );
    expect(moved(withReview, '2026-04-17T10:00', 'bringReviewForward', { reviewOn: '2026-05-06', reason: 'x' })).toContain(
      'T-REVIEW review:1 2026-05-20 2026-05-06 AGREED',
    );
  });
  it.each([
    ['setRiskTier', { tier: 'CRITICAL', reason: 'x' }],
    ['rateRisk', { tier: 'CRITICAL', reason: 'x' }],
  ])('given %s changes how the review is chased, then because the risk changed', (type, data) => {
    expect(moved(withReview, '2026-04-17T10:00', type, data)).toContain('T-REVIEW review:1 2026-05-20 2026-05-20 RISK');
  });
  it('given a rating of CRITICAL ends a pause, then the dates move because of the pause', () => {
    const { state } = give(withReview, '2026-04-17T10:00', {
      type: 'pauseClocks',
      data: { reason: 'HOSPITAL', until: '2026-05-11', owner: 'simulated-coordinator' },
    });
    const back = moved(state, '2026-04-20T10:00', 'setRiskTier', { tier: 'CRITICAL', reason: 'x' });
    expect(back.filter((one) => one.startsWith('T-REVIEW'))).toEqual([expect.stringMatching(/ PAUSE$/)]);
  });
});

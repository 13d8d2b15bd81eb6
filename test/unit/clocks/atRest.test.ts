import { describe, expect, it } from '@jest/globals';
import { findProfile, reconcile } from '../../../domain';
import type { CaseState } from '../../../domain';
import { caseAt, give } from '../../support/lived';

const profile = findProfile('oxfordshire')!;
const agreed = (on: string) => ({ review: { on, agreedOn: '2026-06-01', lapseDecision: null } });
const critical = () =>
  give(caseAt('2026-06-10T10:00', agreed('2026-06-12')), '2026-06-10T11:00', 'setRiskTier', { tier: 'CRITICAL', reason: 'v' });
const pause = { reason: 'HOSPITAL', until: '2026-06-18', owner: 'p-coordinator' };
const ladder = ({ obligations }: CaseState) => obligations.find((one) => one.key === 'review:1')?.ladder;

describe('given the person comes of age while the case is about to close because of a death', () => {
  const young = caseAt('2026-06-20T10:00', agreed('2026-06-29'));
  const owing = give({ ...young, person: { ...young.person, bornOn: '2008-07-02' } }, '2026-06-22T10:00', 'rateRisk', {
    likelihood: 2,
    impact: 2,
  });
  const dead = give(owing.state, '2026-06-23T10:00', 'recordDeath', { note: 'v' });
  const back = give(dead.state, '2026-07-03T10:00', 'retractDeath', { reason: 'v' });
  it('when the death is retracted, then the birthday is caught up and its deadline is over at once', () => {
    expect(dead.state.obligations.map(({ clock }) => clock)).toContain('T-AGE18');
    expect(back.events.filter((one) => one.type === 'ThresholdPassed' && one.clock === 'T-AGE18')).toMatchObject([
      { threshold: 'birthday', caughtUp: true },
    ]);
    expect(back.state.obligations.map(({ clock }) => clock)).not.toContain('T-AGE18');
    expect(reconcile(back.state, profile, back.state.lastAt)).toEqual([]);
  });
  it('then the record names the deadlines that run again, with what they have sent', () => {
    const again = back.events.flatMap((one) =>
      one.type === 'ObligationRestored' ? [`${one.obligation.clock}: ${one.passed.join(' ')}`] : [],
    );
    expect(again).toEqual(['T-REVIEW: -10WD -5WD']);
  });
});

describe('given a review whose agreed date has passed while the case was CRITICAL, and which is LOW since', () => {
  const low = give(critical().state, '2026-06-13T10:00', 'setRiskTier', { tier: 'LOW', reason: 'v' });
  const paused = give(low.state, '2026-06-15T08:00', 'pauseClocks', pause);
  it('when the clocks are paused, then the review keeps the ladder of that date, though its date moves', () => {
    expect(paused.refused).toBeNull();
    expect(paused.state.obligations.find((one) => one.key === 'review:1')?.dueOn).toBe('2026-06-17');
    expect(ladder(paused.state)).toBe('CRITICAL');
    expect(reconcile(paused.state, profile, paused.state.lastAt)).toEqual([]);
  });
});

describe('given a pause that begins before the agreed date of a review is over', () => {
  const low = give(critical().state, '2026-06-12T10:00', 'setRiskTier', { tier: 'LOW', reason: 'v' });
  const paused = give(low.state, '2026-06-12T11:00', 'pauseClocks', pause);
  it('when the risk is judged again before the day to which that moved, then the later tier gives the ladder', () => {
    const high = give(paused.state, '2026-06-15T10:00', 'setRiskTier', { tier: 'HIGH', reason: 'v' });
    expect([ladder(paused.state), ladder(high.state)]).toEqual(['LOW', 'HIGH']);
  });
});

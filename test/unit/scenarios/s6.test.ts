import { describe, expect, it } from '@jest/globals';
import { allowedCommands, clockViews, findProfile, fromIso, mayGive, sightOf, simulate } from '../../../domain';
import { daysOf, entriesOf, messagesOn, script } from '../../support/scripts';
import { flags, refusals, spoken } from '../../support/story';

const lapsed = entriesOf('s6');

describe('S6: a review in Dorset that nobody books', () => {
  it('then N10 goes on its days over the August holiday and on no other', () => {
    expect(refusals(lapsed)).toEqual([]);
    expect(daysOf(lapsed, 'T-REVIEW').filter((day) => day <= '2026-09-24')).toEqual([
      '2026-08-14',
      '2026-08-21',
      '2026-08-27',
      '2026-09-01',
      '2026-09-07',
      '2026-09-14',
      '2026-09-17',
      '2026-09-24',
    ]);
    expect(messagesOn(lapsed, '2026-08-31')).toEqual([]);
  });
  it('then each step goes to its people, and the contacts outside hear once only', () => {
    expect(spoken(lapsed, 'T-REVIEW').slice(3, 8)).toEqual([
      '2026-09-01T08:00:00Z +1WD COORDINATOR+COORDINATOR_MANAGER',
      '2026-09-07T08:00:00Z +5WD RESPONSIBLE_MANAGER',
      '2026-09-14T08:00:00Z +10WD COORDINATOR+COORDINATOR_MANAGER',
      '2026-09-17T08:00:00Z +13WD LA_CONTACT+BOARD_CONTACT',
      '2026-09-24T08:00:00Z +18WD COORDINATOR+COORDINATOR_MANAGER',
    ]);
    expect(spoken(lapsed, 'T-REVIEW').filter((one) => one.includes('LA_CONTACT'))).toHaveLength(1);
    expect(flags(lapsed)).toEqual(['2026-09-01T08:00:00Z +REVIEW_OVERDUE', '2026-09-14T08:00:00Z +REVIEW_LAPSED']);
  });
  it('given it has lapsed, then a decision is due by 16 September', () => {
    const result = simulate({ ...script('s6'), until: '2026-09-14' });
    if ('problems' in result || !result.state) throw new Error('the script is not sound');
    const views = clockViews(result.state, findProfile('dorset')!, fromIso('2026-09-14T12:00:00Z')!);
    expect(views.find((one) => one.key === 'lapse-decision')?.dueOn).toBe('2026-09-16');
  });
  it('given a decision on 16 September, then nobody outside is told, and coordinator and manager are asked on the same grid', () => {
    const decided = entriesOf('s6-decided');
    expect(spoken(decided, 'T-REVIEW').filter((one) => one.includes('LA_CONTACT'))).toEqual([]);
    expect(daysOf(decided, 'T-REVIEW').filter((day) => day > '2026-09-14' && day < '2026-10')).toEqual(['2026-09-24']);
  });
  it('given the decision to hold with a new date, then the flags clear and the ladder begins afresh', () => {
    const hold = {
      at: '2026-09-15T10:00',
      command: 'decideLapsedReview',
      data: { decision: 'HOLD', reason: 'synthetic', reviewOn: '2026-10-16' },
    };
    const held = entriesOf('s6', (steps) => [...steps, hold], { until: '2026-10-16' });
    expect(flags(held).slice(2)).toEqual(['2026-09-15T09:00:00Z -REVIEW_OVERDUE', '2026-09-15T09:00:00Z -REVIEW_LAPSED']);
    expect(daysOf(held, 'T-REVIEW').filter((day) => day > '2026-09-14')).toEqual(['2026-10-02', '2026-10-09', '2026-10-15']);
  });
  it('given the tier CRITICAL, then the ladder of that tier, two messages on its first morning', () => {
    const critical = entriesOf(
      's6',
      (steps) =>
        steps.map((step) => (step.command === 'completeMeeting' ? { ...step, data: { ...step.data, likelihood: 5, impact: 5 } } : step)),
      { until: '2026-09-10' },
    );
    expect(spoken(critical, 'T-REVIEW').slice(3)).toEqual([
      '2026-09-01T08:00:00Z +1WD COORDINATOR+COORDINATOR_MANAGER',
      '2026-09-01T08:00:00Z +1WD-managers RESPONSIBLE_MANAGER',
      '2026-09-02T08:00:00Z +2WD COORDINATOR+COORDINATOR_MANAGER',
      '2026-09-03T08:00:00Z +3WD LA_CONTACT+BOARD_CONTACT',
      '2026-09-10T08:00:00Z +8WD COORDINATOR+COORDINATOR_MANAGER',
    ]);
  });
});

describe('S6: who sees a lapsed case', () => {
  const stateOn = (until: string) => {
    const result = simulate({ ...script('s6'), until });
    if ('problems' in result || !result.state) throw new Error('the script is not sound');
    return result.state;
  };
  const contact = 'simulated-la_contact';
  it('given the contacts outside have not been told, then they see nothing and may do nothing', () => {
    expect(sightOf(stateOn('2026-09-16'), contact)).toBe('NOTHING');
    expect(mayGive(stateOn('2026-09-16'), contact, 'assignRole')).toBe(false);
  });
  it('given they were told, then they see the reference only, and may name people and record what they did', () => {
    const told = stateOn('2026-09-17');
    expect(sightOf(told, contact)).toBe('REFERENCE');
    expect(allowedCommands(told, contact).flatMap((one) => (one.allowed ? [one.command] : []))).toEqual(['recordOversight', 'assignRole']);
  });
});

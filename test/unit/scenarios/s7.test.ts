import { describe, expect, it } from '@jest/globals';
import { simulate } from '../../../domain';
import { daysOf, entriesOf, messagesOn, script } from '../../support/scripts';
import { flags, spoken } from '../../support/story';

describe('S7: a stalled action over Christmas', () => {
  it('then N09 goes on its days, skipping the holidays, and the challenge is only drafted', () => {
    const entries = entriesOf('s7', (steps) => steps, { until: '2027-01-13' });
    expect(spoken(entries, 'T-ACTION')).toEqual([
      '2026-12-16T09:00:00Z -2WD LEAD_WORKER',
      '2026-12-18T09:00:00Z due LEAD_WORKER',
      '2026-12-21T09:00:00Z +1WD LEAD_WORKER',
      '2026-12-23T09:00:00Z +3WD LEAD_WORKER+RESPONSIBLE_MANAGER',
      '2026-12-29T09:00:00Z +5WD COORDINATOR+RESPONSIBLE_MANAGER',
      '2027-01-06T09:00:00Z +10WD COORDINATOR',
      '2027-01-13T09:00:00Z +15WD LEAD_WORKER+RESPONSIBLE_MANAGER+COORDINATOR',
    ]);
    expect(daysOf(entries, 'T-SILENT')).toEqual([]);
    for (const holiday of ['2026-12-25', '2026-12-28', '2027-01-01']) expect(messagesOn(entries, holiday)).toEqual([]);
    expect(flags(entries)).toEqual(['2026-12-29T09:00:00Z +ACTION_STALLED']);
  });
  it('then on 6 January, and not before, a stage-2 challenge of the service is a draft that no clock chases', () => {
    const challengesOn = (until: string) => {
      const result = simulate({ ...script('s7'), until });
      if ('problems' in result) throw new Error('the script is not sound');
      return result.state?.challenges.map(({ id, service, action, status }) => ({ id, service, action, status }));
    };
    expect(challengesOn('2027-01-05')).toEqual([]);
    expect(challengesOn('2027-01-06')).toEqual([{ id: 'draft-1', service: 'svc-housing', action: 'repairs', status: 'DRAFT' }]);
    expect(challengesOn('2027-01-19')).toHaveLength(1);
    expect(daysOf(entriesOf('s7'), 'T-CHALLENGE')).toEqual([]);
  });
  it('given the challenge issued on 7 January, then its second stage is due on 12 January', () => {
    const issued = { at: '2027-01-07T10:00', command: 'issueChallenge', data: { challenge: 'draft-1' } };
    expect(
      spoken(
        entriesOf('s7', (steps) => [...steps, issued], { until: '2027-01-12' }),
        'T-CHALLENGE',
      ),
    ).toEqual(['2027-01-12T09:00:00Z due RESPONSIBLE_MANAGER+RAISER']);
  });
  it('given it done on 22 December at 16:00, then nothing on the 23rd and no flag', () => {
    const done = { at: '2026-12-22T16:00', command: 'completeAction', data: { action: 'repairs' } };
    const entries = entriesOf('s7', (steps) => [...steps, done]);
    expect(daysOf(entries, 'T-ACTION')).toEqual(['2026-12-16', '2026-12-18', '2026-12-21']);
    expect(flags(entries)).toEqual([]);
  });
  it('given local closure days, then it stalls on 5 January', () => {
    const closed = { localClosureDays: ['2026-12-24', '2026-12-29', '2026-12-30', '2026-12-31'] };
    expect(flags(entriesOf('s7', (steps) => steps, closed))).toEqual(['2027-01-05T09:00:00Z +ACTION_STALLED']);
  });
});

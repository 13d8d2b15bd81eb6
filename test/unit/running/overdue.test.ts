import { describe, expect, it } from '@jest/globals';
import { entriesOf } from '../../support/scripts';
import { flags, refusals, spoken, step } from '../../support/story';

/** S7: due Fri 18 Dec 2026; its last step is +10WD on Wed 6 Jan 2027, so that it repeats on Wed 13 and Wed 20 Jan. */
const acknowledge = (at: string, lookAgainOn: string, data: object = {}) =>
  step(at, 'acknowledgeOverdue', { clock: 'T-ACTION', key: 'action:repairs', reason: 'x', lookAgainOn, ...data });
const lived = (until: string, ...more: readonly ReturnType<typeof step>[]) => entriesOf('s7', (steps) => [...steps, ...more], { until });
const january = (entries: ReturnType<typeof lived>) =>
  spoken(entries, 'T-ACTION')
    .filter((one) => one > '2027')
    .map((one) => one.split(' ').slice(0, 2).join(' '));

describe('acknowledging what is overdue', () => {
  it('given a day after the next repeat, then silence until that day at 09:00, and on every five working days from it', () => {
    const entries = lived('2027-02-05', acknowledge('2027-01-08T10:00', '2027-01-21'));
    expect(january(entries)).toEqual([
      '2027-01-06T09:00:00Z +10WD',
      '2027-01-21T09:00:00Z +21WD',
      '2027-01-28T09:00:00Z +26WD',
      '2027-02-04T09:00:00Z +31WD',
    ]);
    expect(flags(entries).filter((one) => one.endsWith('ACTION_STALLED'))).toEqual(['2026-12-29T09:00:00Z +ACTION_STALLED']);
  });
  it('given a day before the next repeat, then it is brought forward', () => {
    expect(january(lived('2027-01-20', acknowledge('2027-01-08T10:00', '2027-01-11')))).toEqual([
      '2027-01-06T09:00:00Z +10WD',
      '2027-01-11T09:00:00Z +13WD',
      '2027-01-18T09:00:00Z +18WD',
    ]);
  });
  it('given a Saturday, then the Monday after it', () => {
    expect(january(lived('2027-01-19', acknowledge('2027-01-08T10:00', '2027-01-16'))).at(-1)).toBe('2027-01-18T09:00:00Z +18WD');
  });
  it('given a second one on the first one’s day before 09:00, then the later day counts', () => {
    const entries = lived('2027-01-29', acknowledge('2027-01-08T10:00', '2027-01-21'), acknowledge('2027-01-21T08:30', '2027-01-28'));
    expect(january(entries)).toEqual(['2027-01-06T09:00:00Z +10WD', '2027-01-28T09:00:00Z +26WD']);
  });
  it('given a step of its own still to come, then the steps fire and only repeats wait', () => {
    const entries = lived('2027-01-14', acknowledge('2026-12-30T10:00', '2027-01-14'));
    expect(january(entries)).toEqual(['2027-01-06T09:00:00Z +10WD', '2027-01-14T09:00:00Z +16WD']);
  });
  it('given a new date, then it is a new deadline and nothing is silent any more', () => {
    const moved = step('2027-01-11T10:00', 'extendDueDate', { action: 'repairs', dueOn: '2027-01-12', reason: 'x' });
    expect(january(lived('2027-01-13', acknowledge('2027-01-08T10:00', '2027-01-21'), moved))).toEqual([
      '2027-01-06T09:00:00Z +10WD',
      '2027-01-11T10:00:00Z catch-up',
      '2027-01-12T09:00:00Z due',
      '2027-01-13T09:00:00Z +1WD',
    ]);
  });
  it.each([
    ['a day more than ten working days ahead', acknowledge('2027-01-08T10:00', '2027-01-25'), 'LOOK_AGAIN_TOO_LATE'],
    ['today', acknowledge('2027-01-08T10:00', '2027-01-08'), 'LOOK_AGAIN_TOO_EARLY'],
    ['a day on which a step of its own still fires', acknowledge('2026-12-30T10:00', '2027-01-06'), 'LOOK_AGAIN_TOO_EARLY'],
    ['a deadline that is not overdue', acknowledge('2026-12-18T10:00', '2026-12-29'), 'NOT_OVERDUE'],
    ['a deadline that does not run', acknowledge('2027-01-08T10:00', '2027-01-21', { key: 'action:none' }), 'UNKNOWN_DEADLINE'],
  ] as const)('given %s, then it is refused', (_what, tried, code) => {
    expect(refusals(lived('2027-01-08', tried))).toEqual([code]);
  });
  it('given a vacant role, then it goes on every working day', () => {
    const vacant = step('2027-01-05T10:00', 'vacateRole', { role: 'TRIAGE_PARTNER' });
    const tried = acknowledge('2027-01-08T10:00', '2027-01-14', { clock: 'T-ROLE', key: 'role:TRIAGE_PARTNER' });
    expect(refusals(lived('2027-01-08', vacant, tried))).toEqual(['NEVER_SILENT']);
  });
});

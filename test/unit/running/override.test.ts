import { describe, expect, it } from '@jest/globals';
import { clockViews, findProfile } from '../../../domain';
import { caseOn, deadlines, give, moves } from '../../support/running';
import { entriesOf } from '../../support/scripts';
import { spoken, step } from '../../support/story';

/** S7 held on Wed 9 Dec 2026: the record is due Wed 16 Dec, with messages on the 4th, 6th and 10th working day. */
const owing = (steps: readonly ReturnType<typeof step>[]) => steps.slice(0, 7);
const data = (more: object = {}) => ({ clock: 'T-MINUTES', key: 'meeting:1', reason: 'v-reason', approver: 'p-manager', ...more });
const held = () => give(caseOn('s7', '2026-12-09'), '2026-12-09T13:00').state;
const tried = (more: object, actor?: string) =>
  give(held(), '2026-12-10T09:30', { type: 'overrideTimer', data: data(more), ...(actor ? { actor } : {}) });

describe('another date for a deadline', () => {
  it('given eight working days instead of five, then its ladder moves and nothing else', () => {
    const { state, events } = tried({ workingDays: 8 });
    expect(moves(events)).toEqual(['T-MINUTES meeting:1 2026-12-16 2026-12-21 OVERRIDE']);
    const others = (all: readonly string[]) => all.filter((one) => !one.startsWith('T-MINUTES'));
    expect(others(deadlines(state))).toEqual(others(deadlines(held())));
    const set = step('2026-12-09T13:00', 'overrideTimer', data({ workingDays: 8 }));
    const entries = entriesOf('s7', (steps) => [...owing(steps), set], { until: '2026-12-31' });
    expect(spoken(entries, 'T-MINUTES').map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      '2026-12-18T09:00:00Z -1WD',
      '2026-12-22T09:00:00Z +1WD',
      '2026-12-30T09:00:00Z 10WD',
    ]);
  });
  it('given a day, then that day, with a reason and an approver in the record and in the explanation', () => {
    const { state, events } = tried({ dueOn: '2026-12-23' });
    expect(events.filter((one) => one.type === 'TimerOverridden')).toMatchObject([
      { instead: '2026-12-16', due: { on: '2026-12-23' }, data: { reason: 'v-reason', approver: 'p-manager' } },
    ]);
    const view = clockViews(state, findProfile('oxfordshire')!, state.lastAt).find((one) => one.clock === 'T-MINUTES');
    expect(view?.explanation.text).toBe(
      'The record of the meeting with its plan was due by the end of Wednesday 16 December 2026: 5 working days after the meeting was held on ' +
        'Wednesday 9 December 2026 (local default, not in the framework). On Thursday 10 December 2026 it was set to Wednesday 23 December 2026, ' +
        'with a reason on record, approved by p-manager. It is now due by the end of Wednesday 23 December 2026.',
    );
    expect(view?.explanation.override).toEqual({ instead: '2026-12-16', on: '2026-12-10', approver: 'p-manager', reasonRef: 'v-reason' });
  });
  it('given the date that it has, then nothing happens', () => {
    expect(tried({ dueOn: '2026-12-16' }).events).toEqual([]);
  });
  it('given it is changed twice, then the last one counts and the rule’s own date is still named', () => {
    const first = tried({ dueOn: '2026-12-23' }).state;
    const { state } = give(first, '2026-12-10T10:00', { type: 'overrideTimer', data: data({ dueOn: '2026-12-21' }) });
    expect(deadlines(state)).toContain('T-MINUTES meeting:1 2026-12-21');
    expect(state.running.overrides).toMatchObject([{ instead: '2026-12-16', due: { on: '2026-12-21' } }]);
  });
  it('given the aim for a meeting was moved and then another pace is set, then the pace governs', () => {
    const begun = caseOn('s7', '2026-12-01');
    const moved = give(begun, '2026-12-01T11:00', {
      type: 'overrideTimer',
      data: { ...data({ dueOn: '2026-12-22' }), clock: 'T-MEET' },
    });
    expect(moves(moved.events)).toEqual(['T-MEET meeting:1 2026-12-15 2026-12-22 OVERRIDE']);
    const paced = give(moved.state, '2026-12-02T11:00', { type: 'setPace', data: { pace: 'EXPEDITED', reason: 'x' } });
    expect(moves(paced.events).filter((one) => one.startsWith('T-MEET'))).toEqual(['T-MEET meeting:1 2026-12-22 2026-12-08 PACE']);
  });
  it.each([
    ['neither a day nor working days', {}, undefined, 'DUE_OR_DAYS'],
    ['both', { dueOn: '2026-12-23', workingDays: 3 }, undefined, 'DUE_OR_DAYS'],
    ['a day that has passed', { workingDays: 0 }, undefined, 'DUE_IN_PAST'],
    ['an agreed date', { clock: 'T-ACTION', key: 'action:repairs', dueOn: '2026-12-23' }, undefined, 'DATE_IS_AGREED'],
    ['a deadline that does not run', { key: 'meeting:9', dueOn: '2026-12-23' }, undefined, 'UNKNOWN_DEADLINE'],
    ['nobody but oneself to approve', { dueOn: '2026-12-23', approver: 'p-self' }, 'p-self', 'APPROVER_NEEDED'],
  ] as const)('given %s, then it is refused', (_what, more, actor, code) => {
    expect(tried(more, actor).refused).toBe(code);
  });
  it('given a manager of the case, then that one may approve what they set', () => {
    const manager = 'simulated-coordinator_manager';
    expect(tried({ dueOn: '2026-12-23', approver: manager }, manager).refused).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '../../../domain';
import { checkLedger } from '../../support/lives/ledger';

const about = { clock: 'T-MEET', key: 'meeting:1' } as const;
const obligation = { ...about, anchorOn: '2026-03-26', dueOn: '2026-04-09', ladder: 'STANDARD', calendarVersion: 'v' };
const armed: CaseEvent = { type: 'ObligationArmed', at: 1, obligation };
const passed = (more: object = {}): CaseEvent => ({
  type: 'ThresholdPassed',
  at: 10,
  ...about,
  threshold: 'due',
  dueAt: 10,
  firedAt: 10,
  caughtUp: false,
  ...more,
});
const said: CaseEvent = {
  type: 'NoticeDue',
  at: 10,
  notice: { ...about, notice: 'N05', variant: 'v', to: [], threshold: 'due', dueOn: '2026-04-09', planned: true },
};
const moved: CaseEvent = { type: 'ObligationReplanned', at: 20, from: '2026-04-09', obligation: { ...obligation, dueOn: '2026-04-20' } };

// The check that holds random lives to account must itself be able to fail.
describe('given the check of what was said and when', () => {
  it.each([
    ['a step passes twice', [armed, passed(), passed()], 'passed twice'],
    ['a step passes before its time', [armed, passed({ firedAt: 9 })], 'passed early'],
    ['a step passes that does not run', [passed()], 'does not run'],
    ['a step passes of what has ended', [armed, { type: 'ObligationEnded', at: 5, ...about }, passed()], 'does not run'],
    ['a message is sent twice', [armed, passed(), said, said], 'sent twice'],
    ['a message is sent whose step has not passed', [armed, said], 'before its time'],
    ['a message is sent of what has ended', [armed, passed(), { type: 'ObligationEnded', at: 5, ...about }, said], 'is over'],
    ['a message is sent of the date before', [armed, passed(), moved, said], 'another date'],
  ] satisfies readonly (readonly [string, readonly CaseEvent[], string])[])('when %s, then it says so', (_what, events, reason) => {
    expect(() => checkLedger(events)).toThrow(reason);
  });
  it('when all is in order, and again after a new date, then it says nothing', () => {
    const again = { ...said, notice: { ...said.notice, dueOn: '2026-04-20' } };
    expect(() => checkLedger([armed, passed(), said, moved, passed(), again])).not.toThrow();
  });
});

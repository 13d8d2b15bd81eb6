import { addDays, CARRIED_CLOCKS } from '../../../../domain';
import type { CaseState } from '../../../../domain';
import { oneOf } from './given';
import type { Data, Given } from './given';

/** What people change about the running of the clocks, and how a case ends. */
export function runningData({ n, pick, today, near, service, state }: Given): Data {
  const running = oneOf(state.obligations, pick);
  const deadline = { clock: running?.clock ?? 'T-MEET', key: running?.key ?? '-' };
  return {
    overrideTimer: {
      ...deadline,
      ...(pick % 2 === 0 ? { dueOn: near } : { workingDays: pick % 30 }),
      reason: 'v',
      approver: 'p-coordinator_manager',
    },
    pauseClocks: { reason: 'HOSPITAL', until: addDays(today, 1 + (pick % 28)), owner: 'p-coordinator' },
    resumeClocks: { reason: 'v' },
    pinCalendar: { version: `v${n}`, [pick % 2 === 0 ? 'added' : 'removed']: [{ on: near }], closed: [{ on: addDays(near, 1) }] },
    recordDeliveryFailure: { rows: [{ seq: 1 + n, n: 0, reason: 'REFUSED', role: 'COORDINATOR', notice: 'N05' }] },
    recordOtherChannel: { rows: state.running.undelivered.slice(0, 1), channel: 'PHONE' },
    acknowledgeOverdue: { ...deadline, reason: 'v', lookAgainOn: addDays(today, 1 + (pick % 14)) },
    answerClosure: { service },
    confirmClosure: carried(pick, state),
    objectToClosure: { service, reason: 'v', reviewOn: addDays(today, 14) },
    reopenCase: { reason: 'v', reviewOn: addDays(today, 14) },
    recordDeath: { note: 'v' },
    retractDeath: { reason: 'v' },
  };
}

// Now and then all that may run on does.
function carried(pick: number, { obligations }: CaseState): object {
  const list = obligations.filter(({ clock }) => CARRIED_CLOCKS.some((one) => one === clock));
  return pick % 2 === 0 || list.length === 0 ? {} : { carried: list.map(({ clock, key }) => ({ clock, key, owner: 'p-coordinator' })) };
}

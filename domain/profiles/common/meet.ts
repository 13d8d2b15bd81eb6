import type { Role } from '../../case/codes';
import { localDefault } from '../types';
import type { DueRule, Sourced, ThresholdPolicy, TimerPolicy } from '../types';

interface MeetRules {
  /** The aim itself: two weeks in the words of one framework, a local default elsewhere. */
  readonly standard: Sourced<DueRule>;
  /** Who hears with the coordinator three working days before: the triage partner, or where there is none the convener's manager. */
  readonly second: Role;
  /** Whether a missed aim is a line in the Board's log. */
  readonly boardLog: boolean;
}

/** The aim for a meeting and its nudges, by pace. Every figure but a framework's own is a local default. */
export function meetTimer({ standard, second, boardLog }: MeetRules): TimerPolicy {
  const missed: ThresholdPolicy = {
    at: '+1WD',
    notice: 'N05',
    variant: 'aim-missed',
    to: ['COORDINATOR', 'COORDINATOR_MANAGER'],
    flag: 'MEETING_AIM_MISSED',
    ...(boardLog ? { boardLog } : {}),
  };
  const nudge = (at: ThresholdPolicy['at'], ...to: readonly Role[]): ThresholdPolicy => ({
    at,
    notice: 'N05',
    variant: 'not-booked',
    to: ['COORDINATOR', ...to],
  });
  const last = [nudge('-3WD', second), nudge('-1WD', 'COORDINATOR_MANAGER'), missed];
  return {
    due: { STANDARD: standard, EXPEDITED: localDefault({ workingDays: 5 }), IMMEDIATE: localDefault({ workingDays: 1 }) },
    ladders: {
      STANDARD: [nudge('-5WD'), ...last],
      EXPEDITED: last,
      IMMEDIATE: [nudge('at-once', second, 'COORDINATOR_MANAGER'), missed],
    },
    repeatEveryWorkingDays: localDefault(5),
  };
}

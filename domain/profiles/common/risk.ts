import { localDefault } from '../types';
import type { ThresholdPolicy, TimerPolicy } from '../types';

const every5 = localDefault(5);

/** A review date that a raised tier makes too late: a nearer one, or a reason. */
export const rerateTimer: TimerPolicy = {
  due: { '-': localDefault({ workingDays: 1 }) },
  ladders: { '-': [{ at: '+1WD', notice: 'N12', variant: 'review-date-open', to: ['COORDINATOR', 'COORDINATOR_MANAGER'] }] },
  repeatEveryWorkingDays: every5,
};

/** A concern that nobody has answered goes to the coordinator's manager, and stays with that manager. */
export const concernTimer: TimerPolicy = {
  due: { '-': localDefault({ workingDays: 1 }), CRITICAL: localDefault({ sameDay: true }) },
  ladders: { '-': [{ at: '+1WD', notice: 'N12', variant: 'concern-unanswered', to: ['COORDINATOR_MANAGER'] }] },
  repeatEveryWorkingDays: every5,
  repeatTo: ['COORDINATOR_MANAGER'],
};

const toRing = (at: ThresholdPolicy['at'], label: string): ThresholdPolicy => ({
  at,
  label,
  notice: 'N13',
  variant: 'ring',
  to: ['COORDINATOR'],
});

/** The local authority's answers. The decision is due on the third working day and chased that day and on the fifth. */
export const laTimer: TimerPolicy = {
  due: {
    acknowledgement: localDefault({ workingDays: 1 }),
    decision: localDefault({ workingDays: 3 }),
    question: localDefault({ workingDays: 2 }),
  },
  ladders: {
    acknowledgement: [{ at: '+1WD', label: 'ack+1WD', notice: 'N13', variant: 'unacknowledged', to: ['LA_CONTACT'] }],
    decision: [
      { at: 'due', label: '3WD', notice: 'N13', variant: 'undecided', to: ['LA_TEAM_MANAGER'] },
      {
        at: '+2WD',
        label: '5WD',
        notice: 'N13',
        variant: 'undecided',
        to: ['COORDINATOR', 'COORDINATOR_MANAGER', 'LA_TEAM_MANAGER'],
        repeatsAlsoTo: ['LA_CONTACT_UNLESS_ACKNOWLEDGED'],
      },
    ],
    question: [{ at: 'due', notice: 'N13', variant: 'question', to: ['LA_NOTIFIER'] }],
    'acknowledgement-INTERNAL': [toRing('+1WD', 'ack+1WD')],
    'decision-INTERNAL': [toRing('due', '3WD'), toRing('+2WD', '5WD')],
  },
  repeatEveryWorkingDays: every5,
};

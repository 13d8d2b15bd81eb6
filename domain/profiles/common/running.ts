import { fromPractice, localDefault } from '../types';
import type { TimerPolicy } from '../types';

/** A vacant role, or one that was put to somebody and is not accepted: told every working day until it is filled. */
export const roleTimer: TimerPolicy = {
  due: { '-': localDefault({ agreed: true }), proposal: localDefault({ workingDays: 2 }) },
  ladders: {
    '-': [{ at: '+1WD', notice: 'N17', variant: 'vacant', to: ['CONVENER_MANAGER'], flag: 'ROLE_VACANT' }],
    proposal: [{ at: '+1WD', notice: 'N17', variant: 'not-accepted', to: ['PROPOSER', 'CONVENER_MANAGER'] }],
  },
  repeatEveryWorkingDays: localDefault(1),
};

/** A hand-over is acknowledged, then answered. */
export const handoverTimer: TimerPolicy = {
  due: { acknowledgement: localDefault({ workingDays: 1 }), outcome: localDefault({ workingDays: 5 }) },
  ladders: {
    acknowledgement: [{ at: '+1WD', label: 'ack+1WD', notice: 'N04', variant: 'handover-unacknowledged', to: ['COORDINATOR'] }],
    outcome: [
      { at: '+1WD', label: 'outcome+1WD', notice: 'N04', variant: 'handover-unanswered', to: ['COORDINATOR', 'COORDINATOR_MANAGER'] },
    ],
  },
  repeatEveryWorkingDays: localDefault(5),
};

/** Services may object to a proposed closure for five working days; then the coordinator may confirm. */
export const closeTimer: TimerPolicy = {
  due: { '-': localDefault({ workingDays: 5 }) },
  ladders: {
    '-': [
      { at: '-1WD', notice: 'N18', variant: 'answer-due', to: ['UNANSWERED_SERVICES'] },
      { at: '+1WD', notice: 'N18', variant: 'may-confirm', to: ['COORDINATOR'] },
    ],
  },
  repeatEveryWorkingDays: null,
};

/** The end of a pause comes near: time to decide whether the clocks may run on. */
export const pauseTimer: TimerPolicy = {
  due: { '-': localDefault({ agreed: true }) },
  ladders: { '-': [{ at: '-2WD', notice: 'N16', variant: 'pause-ending', to: ['COORDINATOR'] }] },
  repeatEveryWorkingDays: null,
};

/** How long the record of a closed case is kept before somebody decides on it. A task in the records queue, never a message. */
export const retainTimer: TimerPolicy = {
  due: { '-': fromPractice({ years: 8 }, 'Blackpool Council, retention schedule of adult services') },
  ladders: { '-': [] },
  repeatEveryWorkingDays: null,
};

import { localDefault } from './types';
import type { TimerPolicy } from './types';

const every5 = localDefault(5);

/** Was the booked meeting held? Both localities: local default. */
export const heldTimer: TimerPolicy = {
  due: { '-': localDefault({ agreed: true }) },
  ladders: {
    '-': [
      { at: '+1WD', notice: 'N05', variant: 'held-unrecorded', to: ['COORDINATOR', 'NOTE_TAKER'] },
      { at: '+2WD', notice: 'N05', variant: 'held-unrecorded', to: ['COORDINATOR', 'NOTE_TAKER', 'COORDINATOR_MANAGER'] },
    ],
  },
  repeatEveryWorkingDays: every5,
};

/** The ladder of an agreed action; its date is agreed at the meeting, the chases are local defaults. */
export const actionTimer: TimerPolicy = {
  due: { '-': localDefault({ agreed: true }), urgent: localDefault({ agreed: true }) },
  ladders: {
    '-': [
      { at: '-2WD', notice: 'N09', variant: 'due-soon', to: ['LEAD_WORKER'] },
      { at: 'due', notice: 'N09', variant: 'due', to: ['LEAD_WORKER'] },
      { at: '+1WD', notice: 'N09', variant: 'overdue', to: ['LEAD_WORKER'] },
      { at: '+3WD', notice: 'N09', variant: 'overdue', to: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER'] },
      { at: '+5WD', notice: 'N09', variant: 'stalled', to: ['COORDINATOR', 'RESPONSIBLE_MANAGER'], flag: 'ACTION_STALLED' },
      { at: '+10WD', notice: 'N09', variant: 'challenge-drafted', to: ['COORDINATOR'] },
    ],
    urgent: [
      { at: '-2WD', notice: 'N09', variant: 'due-soon', to: ['LEAD_WORKER'] },
      { at: 'due', notice: 'N09', variant: 'due', to: ['LEAD_WORKER'] },
      { at: '+1WD', notice: 'N09', variant: 'overdue', to: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER', 'COORDINATOR'] },
      { at: '+3WD', notice: 'N09', variant: 'overdue', to: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER'] },
      { at: '+5WD', notice: 'N09', variant: 'stalled', to: ['COORDINATOR', 'RESPONSIBLE_MANAGER'], flag: 'ACTION_STALLED' },
      { at: '+10WD', notice: 'N09', variant: 'challenge-drafted', to: ['COORDINATOR'] },
    ],
  },
  repeatEveryWorkingDays: every5,
};

/** A vacant role: told every working day until it is filled. */
export const roleTimer: TimerPolicy = {
  due: { '-': localDefault({ agreed: true }) },
  ladders: { '-': [{ at: '+1WD', notice: 'N17', variant: 'vacant', to: ['CONVENER_MANAGER'], flag: 'ROLE_VACANT' }] },
  repeatEveryWorkingDays: localDefault(1),
};

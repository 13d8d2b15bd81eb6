import { fromFramework, localDefault } from '../types';
import type { TimerPolicy } from '../types';

const every5 = localDefault(5);
const agreed = fromFramework({ agreed: true }, 'Oxfordshire framework 6.2; Dorset learning, Process');

/** The ladder of an agreed action; its date is agreed at the meeting, the chases are local defaults. */
export const actionTimer: TimerPolicy = {
  due: { '-': agreed, urgent: agreed },
  ladders: {
    '-': [
      { at: '-2WD', notice: 'N09', variant: 'due-soon', to: ['LEAD_WORKER'] },
      { at: 'due', notice: 'N09', variant: 'due', to: ['LEAD_WORKER'] },
      { at: '+1WD', notice: 'N09', variant: 'overdue', to: ['LEAD_WORKER'] },
      { at: '+3WD', notice: 'N09', variant: 'overdue', to: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER'] },
      { at: '+5WD', notice: 'N09', variant: 'stalled', to: ['COORDINATOR', 'RESPONSIBLE_MANAGER'], flag: 'ACTION_STALLED' },
      { at: '+10WD', notice: 'N09', variant: 'challenge-drafted', to: ['COORDINATOR'], draftsChallenge: true },
    ],
    urgent: [
      { at: '-2WD', notice: 'N09', variant: 'due-soon', to: ['LEAD_WORKER'] },
      { at: 'due', notice: 'N09', variant: 'due', to: ['LEAD_WORKER'] },
      { at: '+1WD', notice: 'N09', variant: 'overdue', to: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER', 'COORDINATOR'] },
      { at: '+3WD', notice: 'N09', variant: 'overdue', to: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER'] },
      { at: '+5WD', notice: 'N09', variant: 'stalled', to: ['COORDINATOR', 'RESPONSIBLE_MANAGER'], flag: 'ACTION_STALLED' },
      { at: '+10WD', notice: 'N09', variant: 'challenge-drafted', to: ['COORDINATOR'], draftsChallenge: true },
    ],
  },
  repeatEveryWorkingDays: every5,
};

/** A service says whether it agrees to an action proposed to it. */
export const acceptTimer: TimerPolicy = {
  due: { '-': localDefault({ workingDays: 2 }), urgent: localDefault({ workingDays: 1 }) },
  ladders: {
    '-': [
      { at: 'due', notice: 'N09', variant: 'proposed', to: ['RESPONSIBLE_MANAGER'] },
      { at: '+1WD', notice: 'N09', variant: 'proposed-unanswered', to: ['COORDINATOR'] },
    ],
  },
  repeatEveryWorkingDays: every5,
};

/** An action that nobody has spoken of: a nudge, then a flag without a message. */
export const silentTimer: TimerPolicy = {
  due: { '-': localDefault({ workingDays: 10 }) },
  ladders: {
    '-': [
      { at: 'due', label: '10WD', notice: 'N09', variant: 'silent', to: ['LEAD_WORKER'] },
      { at: '+5WD', label: '15WD', notice: null, variant: 'silent', to: [], flag: 'NO_UPDATE' },
    ],
  },
  repeatEveryWorkingDays: null,
};

/** Every recipient confirms the plan; then the coordinator hears of it. */
export const planDistTimer: TimerPolicy = {
  due: { '-': localDefault({ workingDays: 2 }) },
  ladders: {
    '-': [
      { at: 'due', notice: 'N08', variant: 'receipt-due', to: ['UNCONFIRMED_RECIPIENTS'] },
      { at: '+3WD', notice: 'N08', variant: 'receipt-missing', to: ['COORDINATOR'] },
    ],
  },
  repeatEveryWorkingDays: null,
};

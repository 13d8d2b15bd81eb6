import type { Offset, ThresholdPolicy, TimerPolicy } from '../types';
import { fromFramework, localDefault } from '../types';

/** Before the agreed date: book, bring an update, come. */
const BEFORE: readonly ThresholdPolicy[] = [
  { at: '-10WD', notice: 'N10', variant: 'book', to: ['COORDINATOR'] },
  { at: '-5WD', notice: 'N10', variant: 'update', to: ['ALL_LEAD_WORKERS'] },
  { at: '-1WD', notice: 'N10', variant: 'tomorrow', to: ['ATTENDEES_OR_COORDINATOR'] },
];

// After the agreed date: overdue, all managers, lapsed, and at last the contacts outside; how fast depends on the tier.
const after = (overdue: Offset, managers: Offset, lapsed: Offset, outside: Offset): readonly ThresholdPolicy[] => [
  ...BEFORE,
  { at: overdue, notice: 'N10', variant: 'overdue', to: ['COORDINATOR', 'COORDINATOR_MANAGER'], flag: 'REVIEW_OVERDUE' },
  {
    at: managers,
    ...(managers === overdue ? { label: `${managers}-managers` } : {}),
    notice: 'N10',
    variant: 'overdue',
    to: ['ALL_RESPONSIBLE_MANAGERS'],
  },
  { at: lapsed, notice: 'N10', variant: 'lapsed', to: ['COORDINATOR', 'COORDINATOR_MANAGER'], flag: 'REVIEW_LAPSED' },
  { at: outside, notice: 'N10', variant: 'lapsed-outside', to: ['LA_CONTACT', 'BOARD_CONTACT'], outside: true },
];

/** The review and its ladders by tier. The date is agreed at the meeting; every figure of the chase is a local default. */
export const reviewTimer: TimerPolicy = {
  due: {
    '-': fromFramework({ agreed: true }, 'Oxfordshire framework 6.3; Dorset learning, Outcomes'),
    'lapse-decision': localDefault({ agreed: true }),
  },
  ladders: {
    LOW: after('+1WD', '+5WD', '+10WD', '+13WD'),
    MODERATE: after('+1WD', '+5WD', '+10WD', '+13WD'),
    HIGH: after('+1WD', '+3WD', '+5WD', '+7WD'),
    CRITICAL: after('+1WD', '+1WD', '+2WD', '+3WD'),
    'lapse-decision': [],
  },
  repeatEveryWorkingDays: localDefault(5),
  repeatTo: ['COORDINATOR', 'COORDINATOR_MANAGER'],
};

import { fromPractice, localDefault } from '../types';
import type { TimerPolicy } from '../types';

const every5 = localDefault(5);

/** An invited service answers; its manager hears if it does not. The invitation itself states the date. */
export const inviteTimer: TimerPolicy = {
  due: { '-': localDefault({ workingDays: 3 }), 'before-meeting': localDefault({ workingDaysBefore: 1 }) },
  ladders: {
    '-': [
      { at: 'due', notice: 'N07', variant: 'answer-due', to: ['LEAD_WORKER'] },
      { at: '+1WD', notice: 'N07', variant: 'answer-overdue', to: ['RESPONSIBLE_MANAGER'] },
    ],
  },
  repeatEveryWorkingDays: null,
  catchUp: false,
};

/** A written contribution, two working days before the meeting. */
export const infoTimer: TimerPolicy = {
  due: { '-': fromPractice({ agreed: true }, 'Wales adult safeguarding procedures, part 2: reports before a conference') },
  ladders: { '-': [{ at: '-2WD', notice: 'N07', variant: 'contribution', to: ['LEAD_WORKER'] }] },
  repeatEveryWorkingDays: null,
  catchUp: false,
};

/** The reminder of the working day before. */
export const remindTimer: TimerPolicy = {
  due: { '-': localDefault({ agreed: true }) },
  ladders: { '-': [{ at: '-1WD', notice: 'N07', variant: 'reminder', to: ['ATTENDEES'] }] },
  repeatEveryWorkingDays: null,
  catchUp: false,
};

/** Was the booked meeting, or review, held? */
export const heldTimer: TimerPolicy = {
  due: { '-': localDefault({ agreed: true }) },
  ladders: {
    MEETING: [
      { at: '+1WD', notice: 'N05', variant: 'held-unrecorded', to: ['COORDINATOR', 'NOTE_TAKER'] },
      { at: '+2WD', notice: 'N05', variant: 'held-unrecorded', to: ['COORDINATOR', 'NOTE_TAKER', 'COORDINATOR_MANAGER'] },
    ],
    REVIEW: [
      { at: '+1WD', notice: 'N10', variant: 'held-unrecorded', to: ['COORDINATOR', 'NOTE_TAKER'] },
      { at: '+2WD', notice: 'N10', variant: 'held-unrecorded', to: ['COORDINATOR', 'NOTE_TAKER', 'COORDINATOR_MANAGER'] },
    ],
  },
  repeatEveryWorkingDays: every5,
};

/** The list of actions, one working day after the meeting. */
export const summaryTimer: TimerPolicy = {
  due: { '-': fromPractice({ workingDays: 1 }, 'Scottish adult support and protection, case conference minutes') },
  ladders: { '-': [{ at: '+1WD', notice: 'N08', variant: 'summary-overdue', to: ['NOTE_TAKER', 'CHAIR'] }] },
  repeatEveryWorkingDays: null,
};

/** The record and the plan: the note-taker, then the Chair, then the coordinator's manager on the tenth working day after the meeting. */
export const minutesTimer: TimerPolicy = {
  due: { '-': localDefault({ workingDays: 5 }) },
  ladders: {
    '-': [
      { at: '-1WD', notice: 'N08', variant: 'minutes-due', to: ['NOTE_TAKER'] },
      { at: '+1WD', notice: 'N08', variant: 'minutes-overdue', to: ['CHAIR'] },
      { at: '+5WD', label: '10WD', notice: 'N08', variant: 'minutes-overdue', to: ['COORDINATOR_MANAGER'] },
    ],
  },
  repeatEveryWorkingDays: every5,
};

/** The person is told: who holds the relationship, then the coordinator. */
export const feedbackTimer: TimerPolicy = {
  due: { '-': localDefault({ workingDays: 5 }) },
  ladders: {
    '-': [
      { at: 'due', notice: 'N16', variant: 'feedback-due', to: ['RELATIONSHIP_HOLDER'] },
      { at: '+1WD', notice: 'N16', variant: 'feedback-overdue', to: ['COORDINATOR'] },
    ],
  },
  repeatEveryWorkingDays: every5,
};

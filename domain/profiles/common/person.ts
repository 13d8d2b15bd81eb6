import { localDefault } from '../types';
import type { ThresholdPolicy, TimerPolicy } from '../types';

const every5 = localDefault(5);
const agreed = localDefault({ agreed: true });

/** Sharing without consent is looked at again; a withdrawal is answered; who has not been asked is asked. */
export const consentTimer: TimerPolicy = {
  due: { 're-look': localDefault({ calendarDays: 28 }), withdrawn: localDefault({ workingDays: 1 }), ask: agreed },
  ladders: {
    're-look': [
      { at: 'due', notice: 'N16', variant: 'consent-due', to: ['COORDINATOR'] },
      { at: '+1WD', notice: 'N16', variant: 'consent-overdue', to: ['COORDINATOR'] },
    ],
    withdrawn: [
      { at: 'due', notice: 'N16', variant: 'withdrawal-due', to: ['COORDINATOR'] },
      { at: '+1WD', notice: 'N16', variant: 'withdrawal-overdue', to: ['COORDINATOR'] },
    ],
    ask: [{ at: 'due', notice: 'N16', variant: 'ask-due', to: ['COORDINATOR', 'REFERRER'] }],
  },
  repeatEveryWorkingDays: every5,
};

const toThoseAtWork = ['COORDINATOR', 'ASSESSOR', 'ALL_LEAD_WORKERS'] as const;

/** For one decision: name who decides, decide, look again; or assess as planned. */
export const capacityTimer: TimerPolicy = {
  due: {
    'decision-maker': localDefault({ workingDays: 1 }),
    'best-interests': agreed,
    're-look': localDefault({ calendarDays: 28 }),
    assessment: agreed,
  },
  ladders: {
    'decision-maker': [{ at: 'due', label: 'decision-maker', notice: 'N12', variant: 'decision-maker', to: toThoseAtWork }],
    'best-interests': [
      { at: 'due', label: 'best-interests', notice: 'N12', variant: 'best-interests-due', to: toThoseAtWork },
      { at: '+1WD', notice: 'N12', variant: 'best-interests-overdue', to: toThoseAtWork },
    ],
    're-look': [{ at: 'due', label: 're-look', notice: 'N12', variant: 'capacity-again', to: toThoseAtWork }],
    assessment: [
      { at: 'due', notice: 'N12', variant: 'assessment-due', to: ['COORDINATOR'] },
      { at: '+1WD', notice: 'N12', variant: 'assessment-overdue', to: ['COORDINATOR'] },
    ],
  },
  repeatEveryWorkingDays: every5,
};

/** An advocate who is needed is found in time. */
export const advocateTimer: TimerPolicy = {
  due: { '-': localDefault({ workingDays: 5 }), meeting: localDefault({ workingDaysBefore: 1 }) },
  ladders: {
    '-': [
      { at: 'due', notice: 'N16', variant: 'advocate-due', to: ['COORDINATOR'] },
      { at: '+1WD', notice: 'N16', variant: 'advocate-overdue', to: ['COORDINATOR'] },
    ],
  },
  repeatEveryWorkingDays: every5,
};

const comes: Omit<ThresholdPolicy, 'at'> = { notice: 'N19', variant: 'age18-comes', to: ['COORDINATOR', 'CHILDRENS_LEAD'] };

/** The way to adult services is prepared in good time; on the birthday, or the first working day after it, the pathway is decided again. */
export const age18Timer: TimerPolicy = {
  due: { '-': { value: { yearsOfAge: 18 }, source: 'L', cite: 'Care Act 2014, sections 58 to 66' } },
  ladders: {
    '-': [
      { at: '-180d', ...comes },
      { at: '-90d', ...comes },
      { at: '-30d', ...comes },
      {
        at: 'on-or-after',
        label: 'birthday',
        notice: 'N19',
        variant: 'age18',
        to: ['COORDINATOR', 'CHILDRENS_LEAD'],
        gap: { item: 'PATHWAY_DECISION', requirement: 'Care Act 2014, sections 58 to 66; local default', owner: 'COORDINATOR' },
      },
    ],
  },
  repeatEveryWorkingDays: null,
};

import { fromPractice, localDefault } from '../types';
import type { ThresholdPolicy, TimerPolicy } from '../types';

/** A service that was not at a meeting: a contribution in writing, and after the second time in a row a drafted challenge. */
export const absentTimer: TimerPolicy = {
  due: { '-': localDefault({ workingDays: 2 }) },
  ladders: {
    '-': [{ at: '-1WD', label: '1WD', notice: 'N11', variant: 'absent', to: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER'] }],
    second: [
      { at: '-1WD', label: '1WD', notice: 'N11', variant: 'absent', to: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER'] },
      { at: '+1WD', label: 'draft', notice: 'N15', variant: 'drafted', to: ['COORDINATOR'], draftsChallenge: true },
    ],
  },
  repeatEveryWorkingDays: null,
};

const due: ThresholdPolicy = { at: 'due', notice: 'N15', variant: 'due', to: ['CHALLENGE_HOLDERS', 'RAISER'] };

// The first two stages give way to the next by themselves, and who holds that one hears of it.
const passesOn = (label: string): readonly ThresholdPolicy[] => [
  due,
  { at: '+1WD', label, notice: 'N15', variant: 'passed-on', to: ['NEXT_CHALLENGE_HOLDERS', 'RAISER'] },
];

/** The four stages of a challenge. A person takes it to the fourth; the message that raised or advanced it has stated the date. */
export const challengeTimer: TimerPolicy = {
  due: {
    stage1: fromPractice({ workingDays: 2 }, 'Cheshire West and Chester escalation procedure: discussion within a week or sooner'),
    'stage1-critical': fromPractice({ sameDay: true }, 'South Tyneside escalation protocol: the same working day'),
    stage2: localDefault({ workingDays: 3 }),
    stage3: localDefault({ workingDays: 5 }),
    stage4: localDefault({ workingDays: 10 }),
  },
  ladders: {
    stage1: passesOn('stage2-open'),
    'stage1-critical': passesOn('stage2-open'),
    stage2: passesOn('stage3-open'),
    stage3: [due, { at: '+1WD', notice: 'N15', variant: 'stage3-expired', to: ['RAISER', 'COORDINATOR'] }],
    stage4: [due, { at: '+1WD', notice: 'N15', variant: 'stage4-expired', to: ['CHALLENGE_HOLDERS', 'COORDINATOR_MANAGER'] }],
  },
  repeatEveryWorkingDays: localDefault(5),
  catchUp: false,
};

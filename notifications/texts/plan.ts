import type { Texts } from './text';

/** Actions. */
export const PLAN_TEXTS = {
  N09: {
    proposed: {
      subject: 'MARM action proposed to your service',
      why: (_w, due) =>
        `You get this as responsible manager: an action is proposed to your service and your answer is due by the end of ${due}.`,
      now: () => 'Sign in to accept it, to propose something else, or to decline it with a reason that all will see.',
      ends: () => 'It ends with your answer.',
    },
    'proposed-unanswered': {
      subject: 'MARM action - no answer from the service',
      why: (w, due) => `You get this as ${w.coordinator}: a service was to answer a proposed action by the end of ${due} and has not.`,
      now: () => 'Sign in to see which service, and ring its responsible manager.',
      ends: () => 'It ends with an answer.',
    },
    silent: {
      subject: 'MARM action - how does it go?',
      why: () => 'You get this because you lead an action of which nothing has been heard for ten working days.',
      now: () => 'Sign in to write a line on how it goes, or that it is done.',
      ends: () => 'It ends with a note, or when the action ends.',
    },
    'due-soon': {
      subject: 'MARM action update due',
      why: (_w, due) => `You get this because an action that you lead is due on ${due}.`,
      now: () => 'Sign in to see it and record progress, or that it is done.',
      ends: () => 'It ends when the action is recorded as ended.',
    },
    due: {
      subject: 'MARM action due',
      why: (_w, due) => `You get this because an action that you lead is due on ${due}.`,
      now: () => 'Sign in to see it and record progress, or that it is done.',
      ends: () => 'It ends when the action is recorded as ended.',
    },
    overdue: {
      subject: 'MARM action update overdue',
      why: (_w, due) => `You get this because you are named for an agency action that was due on ${due}.`,
      now: () => 'Sign in to see it and record progress, a new date, or that it cannot be done.',
      ends: () => 'It ends when the action is recorded as ended or gets a new date.',
    },
    stalled: {
      subject: 'MARM action stalled',
      why: (_w, due) => `You get this because an action that was due on ${due} has stalled.`,
      now: (w) => `The ${w.coordinator} decides: reassign it, extend it, replace it or challenge.`,
      ends: () => 'It ends when the action is recorded as ended or gets a new date.',
    },
    'challenge-drafted': {
      subject: 'MARM action stalled - challenge drafted',
      why: (_w, due) =>
        `You get this because an action that was due on ${due} has not moved; a challenge of the service has been drafted, unless one was under way.`,
      now: () => 'Sign in to issue it or to dismiss it. Nothing is sent by itself.',
      ends: () => 'It ends when the action is recorded as ended or gets a new date.',
    },
  },
} as const satisfies Texts;

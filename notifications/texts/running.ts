import { once } from './text';
import type { Texts } from './text';

/** Roles, closing, delivery. */
export const RUNNING_TEXTS = {
  N17: {
    vacant: {
      subject: 'MARM role vacant',
      why: () => 'You get this as hosting manager: a role that a case must have is vacant, and what is addressed to it comes to you.',
      now: () => 'Sign in to see which role, and name somebody.',
      ends: () => 'It ends when the role is filled.',
    },
    proposed: {
      subject: 'MARM role put to you',
      why: () => 'You get this because another organisation asks you to take a role on a case. Until you accept, it stays where it is.',
      now: () => 'Sign in to see whom to ring, and accept the role, or say that you will not.',
      ends: () => 'It ends when you accept, or when somebody else is named.',
    },
    'not-accepted': {
      subject: 'MARM role not accepted',
      why: (_w, due) =>
        `You get this because a role was put to somebody of another organisation and was to be accepted by the end of ${due}; it is not.`,
      now: () => 'Sign in to see which role, and ring the person or name somebody else.',
      ends: () => 'It ends when the role is accepted, or given to somebody else.',
    },
  },
  N18: {
    proposed: {
      subject: 'MARM closure proposed',
      why: () => 'You get this because your service works on a case whose closure is proposed.',
      now: () => 'Sign in within five working days to agree or to object.',
      ends: () => 'You are asked once more if your service has not answered.',
    },
    'answer-due': {
      subject: 'MARM closure - your answer',
      why: (_w, due) =>
        `You get this because the closure of a case is proposed and your service has not answered; answers are due by the end of ${due}.`,
      now: () => 'Sign in to agree or to object.',
      ends: () => 'It ends with your answer.',
    },
    'may-confirm': {
      subject: 'MARM closure - you may confirm',
      why: (w, due) => `You get this as ${w.coordinator}: the time to object to a closure ended on ${due}.`,
      now: () => 'Sign in to see which answers are missing, and confirm or withdraw the closure. Nothing closes by itself.',
      ends: once,
    },
    confirmed: {
      subject: 'MARM case closed',
      why: () => 'You get this because your service worked on a case that is now closed.',
      now: () => 'Sign in to see how, and how to come back if it is needed.',
      ends: once,
    },
  },
  N20: {
    failed: {
      subject: 'MARM case needs your attention',
      why: (w) => `You get this as ${w.coordinator}: a message on the case could not be delivered.`,
      now: () => 'Sign in to see for whom it was, and use another way to reach them.',
      ends: once,
    },
    'failed-urgent': {
      subject: 'MARM case needs your attention',
      why: (w) => `You get this as ${w.coordinator}, at any hour: a message that should not wait could not be delivered.`,
      now: () => 'Sign in to see for whom it was, and use another way to reach them now.',
      ends: once,
    },
  },
} as const satisfies Texts;

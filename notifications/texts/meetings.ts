import { once } from './text';
import type { Texts } from './text';

/** The meeting: booked, held, recorded, told. */
export const MEETING_TEXTS = {
  N05: {
    'not-booked': {
      subject: 'MARM meeting not booked',
      why: (_w, due) => `You get this because a meeting is aimed for by the end of ${due} and none is booked inside that aim.`,
      now: () => 'Sign in to book it, or to see who should.',
      ends: () => 'It ends when a meeting is booked inside the aim, and for good when it has been held.',
    },
    'aim-missed': {
      subject: 'MARM meeting aim missed',
      why: (_w, due) => `You get this because the aim to hold a meeting by the end of ${due} has been missed.`,
      now: () => 'Sign in to book the meeting as soon as it can be held, or to record it if it was.',
      ends: () => 'It ends when the meeting is recorded as held.',
    },
    'held-unrecorded': {
      subject: 'MARM meeting - was it held?',
      why: (_w, due) => `You get this because a meeting was booked for ${due} and nothing is recorded.`,
      now: () => 'Sign in to record it as held, to move it, or to cancel it.',
      ends: () => 'It ends when one of these is recorded.',
    },
  },
  N06: {
    invited: {
      subject: 'MARM meeting invitation',
      why: (_w, due) => `You get this because your service is invited to a meeting on ${due}.`,
      now: () => 'Sign in to see the time and place and to answer.',
      ends: once,
    },
    moved: {
      subject: 'MARM meeting moved',
      why: (_w, due) => `You get this because your service is invited to a meeting that has moved to ${due}.`,
      now: () => 'Sign in to see the time and place and to answer again.',
      ends: once,
    },
    cancelled: {
      subject: 'MARM meeting cancelled',
      why: (_w, due) => `You get this because your service was invited to a meeting on ${due}, which is cancelled.`,
      now: () => 'Take it out of your diary. A new date will follow.',
      ends: once,
    },
  },
  N07: {
    'answer-due': {
      subject: 'MARM invitation - answer due',
      why: (_w, due) => `You get this because your service is invited to a meeting and its answer is due by the end of ${due}.`,
      now: () => 'Sign in to say whether the person is known to your service and whether you come.',
      ends: () => 'It ends with your answer, or when the meeting is held or cancelled.',
    },
    'answer-overdue': {
      subject: 'MARM invitation - no answer yet',
      why: (_w, due) => `You get this as responsible manager: your service was to answer an invitation by the end of ${due} and has not.`,
      now: () => 'Sign in to answer for your service, or to name its lead worker.',
      ends: () => 'It ends with an answer, or when the meeting is held or cancelled.',
    },
    contribution: {
      subject: 'MARM meeting - contribution asked for',
      why: (_w, due) => `You get this because your service is invited to a meeting on ${due} and has given no contribution yet.`,
      now: () => 'Sign in to write what your service knows: facts first, then opinion.',
      ends: () => 'It ends with your contribution, or when the meeting has been held.',
    },
    reminder: {
      subject: 'MARM meeting reminder',
      why: (_w, due) => `You get this because you are expected at a meeting on ${due}.`,
      now: () => 'Sign in to see time and place. If you cannot come, say so and send a contribution.',
      ends: once,
    },
  },
  N08: {
    summary: {
      subject: 'MARM meeting - list of actions',
      why: () => 'You get this because your service was at a meeting: its list of actions is published.',
      now: () => 'Sign in to see what your service has taken on.',
      ends: once,
    },
    minutes: {
      subject: 'MARM meeting record',
      why: () => 'You get this because your service was at a meeting: its record is published.',
      now: () => 'Sign in to read it. If something is wrong, say so there.',
      ends: once,
    },
    plan: {
      subject: 'MARM plan - new version',
      why: () => 'You get this because your service receives the plan of a case: a new version is published.',
      now: () => 'Sign in to read it and confirm that you have received it.',
      ends: () => 'You are asked again in two working days if nobody at your service has confirmed it.',
    },
    'summary-overdue': {
      subject: 'MARM meeting - list of actions overdue',
      why: (_w, due) => `You get this because the list of actions of a meeting was due by the end of ${due} and is not published.`,
      now: () => 'Sign in to publish it.',
      ends: () => 'It ends when the list is published.',
    },
    'minutes-due': {
      subject: 'MARM meeting record due',
      why: (_w, due) => `You get this as note-taker: the record of a meeting and its plan are due by the end of ${due}.`,
      now: () => 'Sign in to publish what is missing. The case lists what its record still lacks.',
      ends: () => 'It ends when the record and the plan, or a proposed closure, are published.',
    },
    'minutes-overdue': {
      subject: 'MARM meeting record overdue',
      why: (_w, due) =>
        `You get this because the record of a meeting and its plan were due by the end of ${due} and are not both published.`,
      now: () => 'Sign in to see what is missing and who should publish it.',
      ends: () => 'It ends when the record and the plan, or a proposed closure, are published.',
    },
    'receipt-due': {
      subject: 'MARM plan - please confirm receipt',
      why: (_w, due) => `You get this because your service was sent a plan, and its receipt is to be confirmed by the end of ${due}.`,
      now: () => 'Sign in to read the plan and confirm that you have received it.',
      ends: () => 'It ends with your confirmation or with a newer version.',
    },
    'receipt-missing': {
      subject: 'MARM plan - receipts missing',
      why: (w) => `You get this as ${w.coordinator}: not every service has confirmed that it received the plan.`,
      now: () => 'Sign in to see which ones, and reach them another way.',
      ends: () => 'It ends when all have confirmed or a newer version is published.',
    },
  },
  N16: {
    'feedback-due': {
      subject: 'MARM case needs your attention',
      why: (_w, due) => `You get this because you are to tell somebody what a meeting agreed, by the end of ${due}.`,
      now: () => 'Sign in to see what was agreed, and record that it was shared, or why it was not.',
      ends: () => 'It ends when that is recorded.',
    },
    'feedback-overdue': {
      subject: 'MARM case needs your attention',
      why: (w, due) =>
        `You get this as ${w.coordinator}: word on what a meeting agreed was to be given by the end of ${due} and is not recorded.`,
      now: () => 'Sign in to record it, or to see who should.',
      ends: () => 'It ends when it is recorded as shared, unsafe, declined or not reached.',
    },
    'pause-ending': {
      subject: 'MARM case needs your attention',
      why: (w, due) => `You get this as ${w.coordinator}: the clocks of a case stand still, and run again on ${due}.`,
      now: () => 'Sign in to see what falls due then. Another pause needs your manager.',
      ends: once,
    },
  },
} as const satisfies Texts;

import type { Texts } from './text';

/** The review and its lapse. */
export const REVIEW_TEXTS = {
  N10: {
    book: {
      subject: 'MARM review to book',
      why: (w, due) => `You get this as ${w.coordinator}: a review is agreed for ${due} and is not booked.`,
      now: () => 'Sign in to book it, or to agree another date with a reason.',
      ends: () => 'It ends when the review is booked on or before that date, or is held.',
    },
    update: {
      subject: 'MARM review - your update',
      why: (_w, due) => `You get this because your service works on a case whose review comes up, agreed for ${due}.`,
      now: () => 'Sign in to bring your actions up to date before it.',
      ends: () => 'It ends when the review has been held.',
    },
    tomorrow: {
      subject: 'MARM review comes up',
      why: (_w, due) => `You get this because a review in which you take part comes up, agreed for ${due}.`,
      now: () => 'Sign in to see time and place; if none is booked, book it or agree another date.',
      ends: () => 'It ends when the review has been held.',
    },
    overdue: {
      subject: 'MARM review overdue',
      why: (_w, due) => `You get this because a review was agreed for ${due} and is not recorded as held.`,
      now: () => 'Sign in to record it, to book it now, or to agree another date with a reason.',
      ends: () => 'It ends when the review is recorded as held or gets another date.',
    },
    lapsed: {
      subject: 'MARM review lapsed - decision needed',
      why: (_w, due) => `You get this because a review was agreed for ${due} and has lapsed: nobody has held it or moved it.`,
      now: () =>
        'Sign in to decide: hold it with a new date, escalate, or propose closure. Without a decision, contacts outside the case are told.',
      ends: () => 'It ends when the review is held or gets another date.',
    },
    'lapsed-outside': {
      subject: 'MARM case without review',
      why: () =>
        'You get this as the contact for cases that are not reviewed: the review of a case has lapsed and no decision is recorded.',
      now: () =>
        'Sign in to see the reference and whom to ring; you may name people for its roles and record what you did. Nothing else is shown.',
      ends: () => 'This is a single message.',
    },
    'held-unrecorded': {
      subject: 'MARM review - was it held?',
      why: (_w, due) => `You get this because a review was booked for ${due} and nothing is recorded.`,
      now: () => 'Sign in to record it as held, to move it, or to cancel it with a new date.',
      ends: () => 'It ends when one of these is recorded.',
    },
  },
} as const satisfies Texts;

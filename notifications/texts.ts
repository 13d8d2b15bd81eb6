import type { NoticeId } from '../domain';
import type { Words } from './words';

/** The fixed words of one message: no free text, nothing about a person, no reason code, no risk. `due` is '18 December 2026'. */
export interface Text {
  readonly subject: string;
  /** Why you get it. */
  readonly why: (words: Words, due: string) => string;
  /** What you can do now. */
  readonly now: (words: Words) => string;
  /** What ends it. */
  readonly ends: (words: Words) => string;
}

const once = () => 'This is a single message.';

/** Every message by notice and variant. */
export const TEXTS: Readonly<Record<NoticeId, Readonly<Record<string, Text>>>> = {
  N01: {
    new: {
      subject: 'MARM new case',
      why: (w) => `You get this because you are named for new cases: a ${w.intake} has been received.`,
      now: () => 'Sign in to read it and decide the next step.',
      ends: once,
    },
    'new-immediate': {
      subject: 'MARM new case - immediate pace',
      why: (w) => `You get this because you are named for new cases: a ${w.intake} has been received and its pace is set to immediate.`,
      now: () => 'Sign in now to read it and decide the next step.',
      ends: once,
    },
  },
  N02: {
    receipt: {
      subject: 'MARM receipt',
      why: (w) => `You get this because you sent a ${w.intake}. It has been received.`,
      now: (w) => `Sign in to follow it. The ${w.coordinator} will be in touch. MARM is not an emergency route.`,
      ends: once,
    },
  },
  N03: {
    'triage-due': {
      subject: 'MARM triage due',
      why: (_w, due) => `You get this because you take part in triage, which is due by the end of ${due}.`,
      now: () => 'Sign in to record what triage decided.',
      ends: () => 'It ends when the decision is recorded.',
    },
    'triage-overdue': {
      subject: 'MARM triage overdue',
      why: (_w, due) => `You get this because triage was due by the end of ${due} and is not recorded.`,
      now: () => 'Sign in to see who takes part, and see that it is decided.',
      ends: () => 'It ends when the decision is recorded.',
    },
    'contact-due': {
      subject: 'MARM contact with referrer due',
      why: (w, due) => `You get this as ${w.coordinator}: contact with the referrer is due by the end of ${due}.`,
      now: () => 'Contact the referrer and record it, or record that the referrer was not reached.',
      ends: () => 'It ends when the contact, or the attempts, are recorded.',
    },
    'contact-overdue': {
      subject: 'MARM contact with referrer overdue',
      why: (_w, due) => `You get this because contact with the referrer was due by the end of ${due} and is not recorded.`,
      now: () => 'Sign in to record it, or to see who should.',
      ends: () => 'It ends when the contact, or the attempts, are recorded.',
    },
    'concurrence-due': {
      subject: 'MARM triage agreement due',
      why: (_w, due) => `You get this because triage was decided by one triager alone; your agreement is due by the end of ${due}.`,
      now: () => 'Sign in to agree, or to say where you differ.',
      ends: () => 'It ends when your agreement is recorded.',
    },
    'concurrence-overdue': {
      subject: 'MARM triage agreement overdue',
      why: (_w, due) => `You get this because the second triager’s agreement was due by the end of ${due} and is not recorded.`,
      now: () => 'Sign in to record it, or to see who should.',
      ends: () => 'It ends when the agreement is recorded.',
    },
  },
  N04: {
    marm: {
      subject: 'MARM outcome of triage',
      why: (w) => `You get this because of your ${w.intake}: it goes on as a MARM case.`,
      now: (w) => `The ${w.coordinator} will contact you. Sign in to follow it.`,
      ends: once,
    },
    safeguarding: {
      subject: 'MARM outcome of triage',
      why: (w) => `You get this because of your ${w.intake}: it has been handed over.`,
      now: () => 'Sign in to see to whom, and what happens next.',
      ends: once,
    },
    'other-process': {
      subject: 'MARM outcome of triage',
      why: (w) => `You get this because of your ${w.intake}: it has been handed over.`,
      now: () => 'Sign in to see to whom, and what happens next.',
      ends: once,
    },
  },
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
  N09: {
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
        `You get this because an action that was due on ${due} has not moved; a challenge between agencies has been drafted.`,
      now: () => 'Sign in to issue it or to dismiss it. Nothing is sent by itself.',
      ends: () => 'It ends when the action is recorded as ended or gets a new date.',
    },
  },
  N17: {
    vacant: {
      subject: 'MARM role vacant',
      why: () => 'You get this as hosting manager: a role that a case must have is vacant, and what is addressed to it comes to you.',
      now: () => 'Sign in to see which role, and name somebody.',
      ends: () => 'It ends when the role is filled.',
    },
  },
  N20: {
    failed: {
      subject: 'MARM case needs your attention',
      why: (w) => `You get this as ${w.coordinator}: a message on the case could not be delivered.`,
      now: () => 'Sign in to see for whom it was, and use another way to reach them.',
      ends: once,
    },
  },
};

const GENERIC: Text = {
  subject: 'MARM case needs your attention',
  why: () => 'You get this because you take part in a case.',
  now: () => 'Sign in to see what is asked of you.',
  ends: once,
};

/** The text of a notice; a variant that is not known still gives a safe one. */
export const textOf = (notice: NoticeId, variant: string): Text => TEXTS[notice][variant] ?? GENERIC;

import { once } from './text';
import type { Texts } from './text';

const subject = 'MARM case needs your attention';

/** The risk of a case, and the local authority. The subjects are neutral: they say nothing of either. */
export const RISK_TEXTS = {
  N12: {
    raised: {
      subject,
      why: () => 'You get this because a case in which you take part has changed.',
      now: () => 'Sign in to see what has changed and what it means for your part.',
      ends: once,
    },
    'raised-review-late': {
      subject,
      why: (w) => `You get this as ${w.coordinator}: a case has changed, and its review now lies later than the suggested interval.`,
      now: () => 'Sign in to agree a nearer review date, or to record why it stays.',
      ends: () => 'It ends with a new date or the reason; without either you are asked again.',
    },
    concern: {
      subject,
      why: () => 'You get this because somebody who takes part in a case has raised something that must be answered.',
      now: (w) => `Sign in to read it; the ${w.coordinator} answers it.`,
      ends: () => 'It ends with the answer.',
    },
    'significant-event': {
      subject,
      why: () => 'You get this because something has happened on a case that you coordinate or answer for.',
      now: () => 'Sign in to read it, and decide whether the plan or the review date must change.',
      ends: once,
    },
    'review-requested': {
      subject,
      why: () => 'You get this because somebody who takes part in a case asks for an earlier review.',
      now: () => 'Sign in to read why, and bring the review forward or say why not.',
      ends: once,
    },
    'member-notified': {
      subject,
      why: () => 'You get this because somebody who takes part in a case has taken a step outside the case that you should know of.',
      now: () => 'Sign in to read it.',
      ends: once,
    },
    'review-date-open': {
      subject,
      why: (_w, due) => `You get this because a case has changed and its review date was to be looked at by the end of ${due}.`,
      now: () => 'Sign in to agree a nearer review date, or to record why it stays.',
      ends: () => 'It ends with a new date or the reason.',
    },
    'concern-unanswered': {
      subject,
      why: (w, due) =>
        `You get this as manager: somebody who takes part in a case raised something that the ${w.coordinator} was to answer by the end of ${due}.`,
      now: () => 'Sign in to read it and see that it is answered.',
      ends: () => 'It ends with the answer.',
    },
  },
  N13: {
    notified: {
      subject,
      why: () => 'You get this as the local authority’s contact: agencies have notified you of a case.',
      now: () => 'Sign in to read the notification and whom to ring, and record that you have it.',
      ends: () => 'You are reminded until it is acknowledged and decided.',
    },
    'notified-copy': {
      subject,
      why: () => 'You get this as manager: the local authority has been notified of a case.',
      now: () => 'Sign in to read the notification.',
      ends: once,
    },
    unacknowledged: {
      subject,
      why: (_w, due) =>
        `You get this as the local authority’s contact: agencies have notified you of a case, and an acknowledgement was due by the end of ${due}.`,
      now: () => 'Sign in to read the notification, and record that you have it or what you decided.',
      ends: () => 'It ends when one of these is recorded.',
    },
    undecided: {
      subject,
      why: (_w, due) =>
        `You get this because the local authority was notified of a case, and its decision is due by the end of ${due} and not recorded.`,
      now: () => 'Sign in to read the notification and whom to ring, and record what was decided.',
      ends: () => 'It ends when a decision is recorded.',
    },
    ring: {
      subject,
      why: (w, due) =>
        `You get this as ${w.coordinator}: the local authority was notified of a case, and its answer is due by the end of ${due} and not recorded.`,
      now: () => 'Ring them, then sign in to record what they said.',
      ends: () => 'It ends when the answer is recorded.',
    },
    question: {
      subject,
      why: (_w, due) => `You get this because you notified the local authority of a case: it asks for more, due by the end of ${due}.`,
      now: () => 'Sign in to read what is asked, and answer it.',
      ends: () => 'It ends with the answer.',
    },
  },
  N14: {
    acknowledged: {
      subject,
      why: () => 'You get this because you take part in a case of which the local authority was notified, and it has answered.',
      now: () => 'Sign in to see the answer; the plan and its dates run on.',
      ends: once,
    },
    decided: {
      subject,
      why: () => 'You get this because you take part in a case of which the local authority was notified, and it has decided.',
      now: () => 'Sign in to see the decision; the plan and its dates run on until people change them.',
      ends: once,
    },
    'more-information': {
      subject,
      why: () => 'You get this because you take part in a case of which the local authority was notified, and it asks for more.',
      now: () => 'Sign in to see what is asked. Whoever notified it answers within two working days.',
      ends: () => 'Whoever notified it is reminded until the answer is recorded.',
    },
  },
} as const satisfies Texts;

import { once } from './text';
import type { Texts } from './text';

const SUBJECT = 'MARM case needs your attention';
const why = (what: string): string => `You get this because you hold the stage of a challenge between agencies, or have raised it: ${what}`;

/** Absence from meetings, and challenges. */
export const CHALLENGE_TEXTS = {
  N11: {
    absent: {
      subject: 'MARM meeting - your contribution in writing',
      why: (_w, due) =>
        `You get this because your service was invited to a meeting and was not there; its contribution in writing is due by the end of ${due}.`,
      now: () => 'Sign in to give it. The responsible manager of your service gets this message too.',
      ends: () => 'It ends with the contribution.',
    },
  },
  N15: {
    drafted: {
      subject: SUBJECT,
      why: (w, due) =>
        `You get this as ${w.coordinator}: a service was missing for the second time in a row and gave nothing in writing by the end of ${due}; a challenge has been drafted.`,
      now: () => 'Sign in to issue it or to dismiss it. Nothing is sent by itself.',
      ends: once,
    },
    raised: {
      subject: SUBJECT,
      why: (_w, due) => why(`it has been raised, and its answer is due by the end of ${due}.`),
      now: () => 'Sign in to see it, to answer it, or to record that it is settled.',
      ends: () => 'It ends when the challenge is settled or withdrawn.',
    },
    due: {
      subject: SUBJECT,
      why: (_w, due) => why(`its stage ends with ${due}.`),
      now: () => 'Sign in to answer it, or to record that it is settled.',
      ends: () => 'It ends when the challenge is settled or withdrawn.',
    },
    'passed-on': {
      subject: SUBJECT,
      why: (_w, due) => why(`it was not settled by the end of ${due}, and its next stage has begun.`),
      now: () => 'Sign in to see who holds it now and by when, to answer it, or to record that it is settled.',
      ends: () => 'It ends when the challenge is settled or withdrawn.',
    },
    advanced: {
      subject: SUBJECT,
      why: (_w, due) => why(`it has been taken to its next stage, which ends with ${due}.`),
      now: () => 'Sign in to see it, to answer it, or to record that it is settled.',
      ends: () => 'It ends when the challenge is settled or withdrawn.',
    },
    'stage3-expired': {
      subject: SUBJECT,
      why: (w, due) =>
        `You get this because you hold or have raised a challenge between agencies, or as ${w.coordinator}: its third stage ended with ${due}.`,
      now: (w) =>
        `Who raised it or the ${w.coordinator} signs in to advance it to the last stage, to put it off until a day, or to withdraw it. Nothing goes further by itself.`,
      ends: () => 'It ends when one of these is recorded, or when the challenge is settled.',
    },
    'stage4-expired': {
      subject: SUBJECT,
      why: (w, due) =>
        `You get this because you hold or have raised a challenge between agencies, or as manager of the ${w.coordinator}: its last stage ended with ${due}.`,
      now: () => 'Sign in to record how it was settled, or that it was not.',
      ends: () => 'It ends when that is recorded.',
    },
    resolved: {
      subject: SUBJECT,
      why: () => why('it has ended.'),
      now: () => 'Sign in to see how. If you entered it for somebody without an account, tell them.',
      ends: once,
    },
  },
} as const satisfies Texts;

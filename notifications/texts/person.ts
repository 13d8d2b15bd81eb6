import { once } from './text';
import type { Texts } from './text';

const subject = 'MARM case needs your attention';
const ends = () => 'It ends when that is recorded.';
const signIn = () => 'Sign in to see what is asked of you, and record it.';

/** Consent, capacity, advocate and coming of age. Nothing here says which of them it is about, nor that anybody was asked or refused. */
export const PERSON_TEXTS = {
  N12: {
    'capacity-changed': {
      subject,
      why: () => 'You get this because you take part in a case in which something has changed that may bear on your work.',
      now: () => 'Sign in to see what has changed, before your next contact.',
      ends: once,
    },
    'decision-maker': {
      subject,
      why: (_w, due) => `You get this because you take part in a case in which a name and a date are to be recorded by the end of ${due}.`,
      now: signIn,
      ends,
    },
    'best-interests-due': {
      subject,
      why: (_w, due) => `You get this because you take part in a case in which a decision is to be recorded by the end of ${due}.`,
      now: signIn,
      ends,
    },
    'best-interests-overdue': {
      subject,
      why: (_w, due) => `You get this because you take part in a case in which a decision was to be recorded by the end of ${due}.`,
      now: () => 'Sign in to record it, or to name another date.',
      ends,
    },
    'capacity-again': {
      subject,
      why: (_w, due) => `You get this because you take part in a case in which an entry is to be looked at again by the end of ${due}.`,
      now: () => 'Sign in to see which entry, and record how it stands today.',
      ends: () => 'It ends with a newer entry.',
    },
    'assessment-due': {
      subject,
      why: (w, due) => `You get this as ${w.coordinator}: something planned for ${due} is not recorded yet.`,
      now: signIn,
      ends,
    },
    'assessment-overdue': {
      subject,
      why: (w, due) => `You get this as ${w.coordinator}: something was planned for ${due} and is not recorded.`,
      now: () => 'Sign in to record what came of it, or another date.',
      ends,
    },
  },
  N16: {
    'consent-due': {
      subject,
      why: (w, due) => `You get this as ${w.coordinator}: an entry of the case is to be looked at again by the end of ${due}.`,
      now: () => 'Sign in to see which entry, and record whether it still stands.',
      ends,
    },
    'consent-overdue': {
      subject,
      why: (w, due) => `You get this as ${w.coordinator}: an entry of the case was to be looked at again by the end of ${due}.`,
      now: () => 'Sign in to see which entry, and record whether it still stands.',
      ends,
    },
    'withdrawal-due': {
      subject,
      why: (w, due) => `You get this as ${w.coordinator}: a new entry of the case asks for your answer by the end of ${due}.`,
      now: () => 'Sign in to see the entry and the three ways to answer it.',
      ends: () => 'It ends with your answer.',
    },
    'withdrawal-overdue': {
      subject,
      why: (w, due) => `You get this as ${w.coordinator}: an entry of the case asked for your answer by the end of ${due}.`,
      now: () => 'Sign in to see the entry and the three ways to answer it.',
      ends: () => 'It ends with your answer.',
    },
    'ask-due': {
      subject,
      why: (_w, due) => `You get this because an entry of a case that you opened or coordinate is to be completed by the end of ${due}.`,
      now: () => 'Sign in to see what is missing, and record it.',
      ends,
    },
    'advocate-due': {
      subject,
      why: (w, due) => `You get this as ${w.coordinator}: an arrangement for taking part is to be in place by the end of ${due}.`,
      now: () => 'Sign in to see which, and record who was found, or that it is not needed or not wanted.',
      ends,
    },
    'advocate-overdue': {
      subject,
      why: (w, due) => `You get this as ${w.coordinator}: an arrangement for taking part was to be in place by the end of ${due}.`,
      now: () => 'Sign in to see which, and record who was found, or that it is not needed or not wanted.',
      ends,
    },
  },
  N19: {
    'age18-comes': {
      subject,
      undated: true,
      why: () =>
        'You get this because you coordinate a case, or take part in it for children’s services, in which other services will soon be responsible.',
      now: () => 'Sign in to see when, and prepare the way with the services that follow.',
      ends: () => 'It comes at set times until then.',
    },
    age18: {
      subject,
      undated: true,
      why: () =>
        'You get this because you coordinate a case, or take part in it for children’s services, in which other services are responsible now.',
      now: () => 'Sign in to record which way the case goes on.',
      ends: once,
    },
  },
} as const satisfies Texts;

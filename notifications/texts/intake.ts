import { once } from './text';
import type { Texts } from './text';

/** From receipt to hand-over. */
export const INTAKE_TEXTS = {
  N01: {
    new: {
      subject: 'MARM new case',
      why: (w) => `You get this because you are named for new cases: a ${w.intake} has been received.`,
      now: () => 'Sign in to read it and decide the next step.',
      ends: once,
    },
    'own-call': {
      subject: 'MARM call received',
      why: (w) =>
        `You get this because you made a ${w.intake}: it has been received, and you hold the coordinator’s part until a key contact is named.`,
      now: () => 'Sign in to record the self-check, name the key contact and book the meeting. MARM is not an emergency route.',
      ends: once,
    },
    'take-over': {
      subject: 'MARM case taken over from paper',
      why: (w) => `You get this as ${w.coordinator}: a case begun on paper is now kept here, with its real dates.`,
      now: () => 'Sign in to see what was due before that day: nothing is sent about it again, so look through the list once.',
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
    'handover-accepted': {
      subject: 'MARM hand-over accepted',
      why: (w) => `You get this because of your ${w.intake}: the process that it was handed to has accepted it.`,
      now: () => 'Sign in to see who has it now.',
      ends: once,
    },
    'handover-returned': {
      subject: 'MARM hand-over returned',
      why: (w) => `You get this because of your ${w.intake}: the process that it was handed to has not accepted it, so it comes back.`,
      now: () => 'Sign in to follow it.',
      ends: once,
    },
    'handover-unacknowledged': {
      subject: 'MARM hand-over not acknowledged',
      why: (w, due) => `You get this as ${w.coordinator}: a hand-over was to be acknowledged by the end of ${due} and is not.`,
      now: () => 'Ring the process that it was handed to, and record what they say.',
      ends: () => 'It ends when the acknowledgement, or their answer, is recorded.',
    },
    'handover-unanswered': {
      subject: 'MARM hand-over not answered',
      why: (_w, due) => `You get this because a hand-over was to be answered by the end of ${due} and is not: the case is still ours.`,
      now: () => 'Ring the process that it was handed to, and record whether they accept it.',
      ends: () => 'It ends when their answer is recorded.',
    },
  },
} as const satisfies Texts;

import { CHALLENGE_RESOLUTIONS, CHALLENGERS_WITHOUT_ACCOUNT } from '../codes';
import { MEMBERS, reason, service } from './parts';
import type { CommandSpec } from './spec';

const challenge = { kind: 'id', of: 'challenge', help: 'The challenge.' } as const;

/** Challenges: raised by anybody, answered by who holds the stage, settled between people. */
export const CHALLENGE_COMMANDS = {
  raiseChallenge: {
    summary: 'Challenge what a service does or does not do, for yourself or for somebody without an account.',
    source: 'Oxfordshire framework 7.4, 7.5',
    mayGive: [...MEMBERS, 'TRIAGE_PARTNER_MANAGER', 'SAFEGUARDING_LEAD', 'ADVOCATE'],
    fields: {
      id: { kind: 'id', of: 'challenge', help: 'A short id of your own, such as refused-visit.' },
      service: { ...service, help: 'The service that is challenged.' },
      action: { kind: 'id', of: 'action', help: 'The action that it is about, if it is about one.', optional: true },
      text: { kind: 'text', help: 'Which action, inaction or decision, and what you ask for.' },
      onBehalfOf: {
        kind: 'code',
        of: CHALLENGERS_WITHOUT_ACCOUNT,
        help: 'For whom it is entered, if that is somebody without an account; no mail goes to them.',
        optional: true,
      },
      toldBy: { kind: 'id', of: 'person', help: 'The worker who tells them how it goes; you if left out.', optional: true },
    },
    example: { id: 'refused-visit', service: 'svc-fire-safety', text: 'The visit was refused; we ask for one this week.' },
  },
  issueChallenge: {
    summary: 'Make a challenge of a draft; it begins at its second stage.',
    source: 'local default',
    mayGive: ['COORDINATOR'],
    fields: { challenge, text: { kind: 'text', help: 'What you ask for.', optional: true } },
    example: { challenge: 'draft-1', text: 'Two meetings were missed without a word.' },
  },
  dismissChallenge: {
    summary: 'Dismiss a draft of a challenge.',
    source: 'local default',
    mayGive: ['COORDINATOR'],
    fields: { challenge, reason },
    example: { challenge: 'draft-1', reason: 'The service rang and has sent its report.' },
  },
  respondChallenge: {
    summary: 'Answer a challenge, as holder of its stage. The raiser says whether it is settled.',
    source: 'Oxfordshire framework 7.5',
    mayGive: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER', 'SAFEGUARDING_LEAD', 'CONVENER_MANAGER', 'BOARD_CHAIR'],
    fields: { challenge, text: { kind: 'text', help: 'The answer.' } },
    example: { challenge: 'refused-visit', text: 'A visit is booked for Thursday.' },
  },
  advanceChallenge: {
    summary: 'Take a challenge to its next stage; only a person takes it to the last.',
    source: 'Oxfordshire framework 7.5',
    mayGive: ['RAISER', 'COORDINATOR'],
    fields: { challenge, reason },
    example: { challenge: 'refused-visit', reason: 'The answer does not settle it.' },
  },
  holdChallenge: {
    summary: 'Put off a challenge whose third stage has expired until a day, at most ten working days ahead.',
    source: 'local default',
    mayGive: ['RAISER', 'COORDINATOR'],
    fields: { challenge, until: { kind: 'date', help: 'The working day on which it is looked at again.' }, reason },
    example: { challenge: 'refused-visit', until: '2026-06-05', reason: 'The heads of service meet on that day.' },
  },
  withdrawChallenge: {
    summary: 'Withdraw a challenge.',
    source: 'local default',
    mayGive: ['RAISER', 'COORDINATOR'],
    fields: { challenge, reason },
    example: { challenge: 'refused-visit', reason: 'It was a misunderstanding.' },
  },
  resolveChallenge: {
    summary: 'Record how a challenge was settled, or that it was not.',
    source: 'Oxfordshire framework 7.5',
    mayGive: ['RAISER', 'COORDINATOR', 'BOARD_CHAIR'],
    fields: {
      challenge,
      outcome: { kind: 'code', of: CHALLENGE_RESOLUTIONS, help: 'How; UNRESOLVED_AT_BOARD only at the last stage.' },
      text: { kind: 'text', help: 'What was agreed.', optional: true },
    },
    example: { challenge: 'refused-visit', outcome: 'RESOLVED_ACTION_AGREED', text: 'The service takes the action.' },
  },
} as const satisfies Record<string, CommandSpec>;

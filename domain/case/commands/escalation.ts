import { LA_DECISIONS, SHARING_GROUNDS } from '../codes';
import { MEMBERS, reason, section42 } from './parts';
import type { CommandSpec } from './spec';

const reference = { kind: 'text', help: 'The local authority’s own reference.', optional: true } as const;
const by = { kind: 'text', help: 'Who answered.', optional: true } as const;

/** Beyond what the agencies can hold together: the local authority, and legal advice. */
export const ESCALATION_COMMANDS = {
  considerEscalation: {
    summary: 'Record that telling the local authority was considered, and why or why not.',
    source: 'Oxfordshire framework 7.1; Dorset learning, Outcomes',
    mayGive: MEMBERS,
    fields: { reason, section42 },
    example: { reason: 'The visits hold the risk for now; we look again at the review.' },
  },
  notifyLocalAuthority: {
    summary: 'Notify the local authority of the steps taken, so that it decides what more is done.',
    source: 'Oxfordshire framework 7.1; Dorset learning, Outcomes',
    mayGive: MEMBERS,
    fields: {
      steps: { kind: 'text', help: 'Who it is about, which steps were taken and what is asked. The local authority reads this.' },
      grounds: {
        kind: 'code',
        of: SHARING_GROUNDS,
        help: 'Ground for sharing without consent, if the person has not agreed and none is recorded.',
        optional: true,
      },
      facts: { kind: 'text', help: 'The facts relied on for sharing without consent.', optional: true },
      section42,
    },
    example: {
      steps: 'Three meetings, four visits refused; we ask for a decision under section 42.',
      grounds: 'SAFEGUARD_ADULT_AT_RISK',
      facts: 'Serious weight loss; the GP fears for life.',
    },
  },
  recordLaAcknowledgement: {
    summary: 'Record that the local authority has the notification.',
    source: 'Oxfordshire framework 7.2; the day is a local default',
    mayGive: ['COORDINATOR', 'COORDINATOR_MANAGER', 'LA_CONTACT', 'LA_TEAM_MANAGER'],
    fields: { reference, by },
    example: { reference: 'SG-1', by: 'Duty desk' },
  },
  recordLaDecision: {
    summary: 'Record what the local authority decided, or that it asks for more.',
    source: 'Oxfordshire framework 7.2',
    mayGive: ['COORDINATOR', 'COORDINATOR_MANAGER', 'LA_CONTACT', 'LA_TEAM_MANAGER'],
    fields: {
      decision: { kind: 'code', of: LA_DECISIONS, help: 'The decision; MORE_INFORMATION asks the notifier.' },
      reason: { kind: 'text', help: 'Why.', optional: true },
      question: { kind: 'text', help: 'What is asked, for MORE_INFORMATION.', optional: true },
      reference,
      by,
    },
    example: { decision: 'OTHER_STEPS', reason: 'A social worker takes part in the next review.', reference: 'SG-1' },
  },
  answerLaQuestion: {
    summary: 'Answer what the local authority asked; its time to decide counts from the answer.',
    source: 'local default',
    mayGive: MEMBERS,
    fields: { answer: { kind: 'text', help: 'The answer. The local authority reads this.' } },
    example: { answer: 'The last visit was on Monday; nobody opened.' },
  },
  requestLegalAdvice: {
    summary: 'Record that an organisation asks its own lawyers whether what is done, or left, is lawful.',
    source: 'Oxfordshire framework 7.3',
    mayGive: MEMBERS,
    fields: {
      organisation: { kind: 'id', of: 'organisation', help: 'Which organisation asks.', optional: true },
      question: { kind: 'text', help: 'What is asked.' },
    },
    example: { question: 'May we enter the flat to fit an alarm?' },
  },
} as const satisfies Record<string, CommandSpec>;

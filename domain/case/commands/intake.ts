import { HANDOVER_ANSWERS, INVOLVEMENTS, OTHER_PROCESSES, PACES, TRIAGE_OUTCOMES, WITHDRAW_REASONS } from '../codes';
import { firstWordFields, reason, section42 } from './parts';
import type { CommandSpec } from './spec';

/** From the first word to the meeting: referral or call, triage, referrer contact, withdrawal. */
export const INTAKE_COMMANDS = {
  submitReferral: {
    summary: 'Refer an adult at high risk to the MARM Officer.',
    source: 'Oxfordshire framework 6.1',
    mayGive: ['ANY_AGENCY_USER'],
    fields: firstWordFields,
    example: {
      reasons: ['SELF_NEGLECT'],
      risks: 'Hoarded flat, blocked exits, refuses care.',
      consent: { position: 'GIVEN' },
      pace: 'STANDARD',
      managerDiscussed: true,
    },
  },
  submitCall: {
    summary: 'Call a MARM: any agency may, usually the one that works most closely with the person.',
    source: 'Dorset learning, Who and Process',
    mayGive: ['ANY_AGENCY_USER'],
    fields: firstWordFields,
    example: { reasons: ['SELF_NEGLECT'], risks: 'Refuses care after a fall; nobody else calls in.', consent: { position: 'GIVEN' } },
  },
  acceptCall: {
    summary: 'Record the self-check of a call and name the key contact.',
    source: 'Dorset learning, Who; the self-check is a local default',
    mayGive: ['COORDINATOR', 'CONVENER_MANAGER'],
    fields: {
      outcome: {
        kind: 'code',
        of: TRIAGE_OUTCOMES,
        help: 'MARM if left out; or hand over to safeguarding or another process.',
        optional: true,
      },
      destination: { kind: 'code', of: OTHER_PROCESSES, help: 'Which process, for OTHER_PROCESS.', optional: true },
      keyContact: { kind: 'id', of: 'person', help: 'The key contact; the convening worker goes on if left out.', optional: true },
      eligibility: { kind: 'text', help: 'Why this is a case for MARM.', optional: true },
      alternatives: { kind: 'text', help: 'Which other processes were considered.', optional: true },
      section42,
    },
    example: {
      keyContact: 'p-key-contact',
      eligibility: 'High risk that one agency cannot manage.',
      alternatives: 'No section 42 enquiry is open.',
    },
  },
  startTriage: {
    summary: 'Note that the triage discussion has begun.',
    source: 'Oxfordshire framework 6.1, third bullet',
    mayGive: ['COORDINATOR', 'TRIAGE_PARTNER'],
    fields: {},
    example: {},
  },
  decideTriage: {
    summary: 'Record the outcome of the triage discussion.',
    source: 'Oxfordshire framework 6.1, third bullet',
    mayGive: ['COORDINATOR', 'TRIAGE_PARTNER'],
    fields: {
      outcome: { kind: 'code', of: TRIAGE_OUTCOMES, help: 'Stay in MARM, raise a safeguarding concern, or another process.' },
      rationale: { kind: 'text', help: 'Why; a defensible decision needs its reasons.' },
      pace: { kind: 'code', of: PACES, help: 'The pace settled at triage; the proposed one stands if left out.', optional: true },
      paceReason: { kind: 'text', help: 'Why this pace, if it differs from the one proposed.', optional: true },
      destination: { kind: 'code', of: OTHER_PROCESSES, help: 'Which process, for OTHER_PROCESS.', optional: true },
      decidedAlone: { kind: 'flag', help: 'True if one triager decided alone (EXPEDITED or IMMEDIATE only).', optional: true },
      aloneReason: { kind: 'text', help: 'Why one triager decided alone.', optional: true },
      section42,
    },
    example: { outcome: 'MARM', rationale: 'Single-agency work has not reduced the fire risk.', pace: 'STANDARD' },
  },
  concurTriage: {
    summary: 'Agree, as the other triager, with a triage decided by one alone.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'TRIAGE_PARTNER'],
    fields: { note: { kind: 'text', help: 'Anything to add, or where you differ.', optional: true } },
    example: {},
  },
  recordReferrerContact: {
    summary: 'Record the talk with the referrer after triage: how far the person wishes to be involved.',
    source: 'Oxfordshire framework 6.1, fourth bullet',
    mayGive: ['COORDINATOR'],
    fields: {
      result: { kind: 'code', of: ['REACHED', 'NOT_REACHED'], help: 'Was the referrer reached?' },
      involvement: { kind: 'code', of: INVOLVEMENTS, help: 'How far the person wishes to be involved.', optional: true },
      attempts: { kind: 'integer', min: 1, max: 50, help: 'How often it was tried, for NOT_REACHED.', optional: true },
      note: { kind: 'text', help: 'What was said, or why the referrer was not reached.', optional: true },
    },
    example: { result: 'REACHED', involvement: 'ATTEND_PART' },
  },
  recordHandover: {
    summary: 'Record what the receiving process said of a hand-over.',
    source: 'local default: a hand-over is not an ending',
    mayGive: ['COORDINATOR', 'TRIAGE_PARTNER', 'COORDINATOR_MANAGER'],
    fields: {
      answer: { kind: 'code', of: HANDOVER_ANSWERS, help: 'Acknowledged, accepted, or not accepted.' },
      by: { kind: 'text', help: 'Who answered.', optional: true },
      reference: { kind: 'text', help: 'Their own reference.', optional: true },
      reason: { kind: 'text', help: 'Why it was not accepted.', optional: true },
    },
    example: { answer: 'ACKNOWLEDGED', by: 'Duty desk', reference: 'SC-1' },
  },
  setPace: {
    summary: 'Settle another pace: a recorded professional judgement, never derived from the risk rating.',
    source: 'Oxfordshire framework 3.3, 3.4',
    mayGive: ['COORDINATOR', 'TRIAGE_PARTNER'],
    fields: { pace: { kind: 'code', of: PACES, help: 'The pace.' }, reason },
    example: { pace: 'EXPEDITED', reason: 'The landlord has given notice.' },
  },
  withdraw: {
    summary: 'End a case before it has a plan.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'REFERRER'],
    fields: {
      outcome: { kind: 'code', of: WITHDRAW_REASONS, help: 'How it ends.' },
      reason: { kind: 'text', help: 'Why.' },
    },
    example: { outcome: 'WITHDRAWN', reason: 'The person has moved in with family and asks for no meeting.' },
  },
} as const satisfies Record<string, CommandSpec>;

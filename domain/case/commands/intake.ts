import {
  CONSENT_POSITIONS,
  INVOLVEMENTS,
  OTHER_PROCESSES,
  PACES,
  SHARING_GROUNDS,
  TRIAGE_OUTCOMES,
  WITHDRAW_REASONS,
  YES_NO_UNSURE,
} from '../codes';
import type { CommandSpec } from './spec';

/** From the first word to the meeting: referral or call, triage, referrer contact, withdrawal. */
export const INTAKE_COMMANDS = {
  submitReferral: {
    summary: 'Refer an adult at high risk to the MARM Officer.',
    source: 'Oxfordshire framework 6.1',
    mayGive: ['ANY_AGENCY_USER'],
    fields: {
      reasons: { kind: 'profileCodes', list: 'reasonCodes', min: 1, help: 'Why a multi-agency approach is asked for.' },
      risks: { kind: 'text', help: 'The risks of concern, in your own words.' },
      consent: {
        kind: 'group',
        help: 'Does the person agree to the referral, and if not, on what ground is it shared?',
        fields: {
          position: { kind: 'code', of: CONSENT_POSITIONS, help: 'The person’s position on the referral.' },
          grounds: { kind: 'code', of: SHARING_GROUNDS, help: 'Ground for sharing without consent.', optional: true },
          facts: { kind: 'text', help: 'The facts relied on for sharing without consent.', optional: true },
        },
      },
      person: {
        kind: 'group',
        help: 'Who the referral is about. Kept in the vault only.',
        optional: true,
        fields: {
          name: { kind: 'text', help: 'Name of the person.', optional: true },
          address: { kind: 'text', help: 'Address, or "no fixed abode".', optional: true },
          contact: { kind: 'text', help: 'How to reach the person safely.', optional: true },
        },
      },
      organisation: { kind: 'id', of: 'organisation', help: 'The referring organisation, if it is in the directory.', optional: true },
      pace: { kind: 'code', of: PACES, help: 'The pace that you propose; STANDARD if left out.', optional: true },
      protectiveFactors: { kind: 'text', help: 'What keeps the person safe today: strengths and protective factors.', optional: true },
      triedSoFar: { kind: 'text', help: 'What your agency has tried.', optional: true },
      riskAssessment: { kind: 'text', help: 'Your agency’s own risk assessment.', optional: true },
      pathwayConsulted: { kind: 'flag', help: 'Was the referral pathway consulted first?', optional: true },
      managerDiscussed: { kind: 'flag', help: 'Was it discussed with your line manager?', optional: true },
      capacityNote: { kind: 'text', help: 'What is known about mental capacity for the decisions in question.', optional: true },
      adviceGiven: { kind: 'text', help: 'Advice given on the risks, and how to be reassessed.', optional: true },
    },
    example: {
      reasons: ['SELF_NEGLECT'],
      risks: 'Hoarded flat, blocked exits, refuses care.',
      consent: { position: 'GIVEN' },
      pace: 'STANDARD',
      managerDiscussed: true,
    },
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
      section42: {
        kind: 'group',
        help: 'Should a safeguarding concern be raised? The three questions of Care Act section 42.',
        optional: true,
        fields: {
          careNeeds: { kind: 'code', of: YES_NO_UNSURE, help: 'Does the person have needs for care and support?' },
          abuseOrNeglect: { kind: 'code', of: YES_NO_UNSURE, help: 'Experiencing, or at risk of, abuse or neglect?' },
          unableToProtect: { kind: 'code', of: YES_NO_UNSURE, help: 'Unable to protect themself because of those needs?' },
        },
      },
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

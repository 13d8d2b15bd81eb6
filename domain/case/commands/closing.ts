import { CARRIED_CLOCKS, CLOSURE_CODES, INSTITUTIONS, PERSON_OUTCOMES, RISK_OUTCOMES, TIERS } from '../codes';
import { reason, service } from './parts';
import type { CommandSpec } from './spec';

/** Closing: a proposal, the services' answers, a person's confirmation, and the way back. */
export const CLOSING_COMMANDS = {
  proposeClosure: {
    summary: 'Propose to close the case; every service is asked.',
    source: 'local default: neither framework names criteria',
    mayGive: ['COORDINATOR', 'CHAIR'],
    fields: {
      code: { kind: 'code', of: CLOSURE_CODES, help: 'How it closes; disengagement alone is never enough.' },
      reason,
      riskOutcome: { kind: 'code', of: RISK_OUTCOMES, help: 'What has become of the risk.', optional: true },
      personOutcome: { kind: 'code', of: PERSON_OUTCOMES, help: 'What the person says of the outcome.', optional: true },
      finalTier: { kind: 'code', of: TIERS, help: 'The tier at closure.', optional: true },
      capacityNote: { kind: 'text', help: 'The capacity item, for the decision in question.', optional: true },
      personTold: { kind: 'text', help: 'How the person or advocate was told, or why not.', optional: true },
      residualRiskHolder: { kind: 'id', of: 'person', help: 'Who holds the risk that remains.', optional: true },
      reReferralRoute: { kind: 'text', help: 'How to come back.', optional: true },
      escalationConsidered: { kind: 'text', help: 'That section 42 and notifying the local authority were considered.', optional: true },
      adviceGiven: {
        kind: 'text',
        help: 'For a risk that the person decides to take: the advice given, and how to be assessed again later.',
        optional: true,
      },
      risksDiscussed: {
        kind: 'text',
        help: 'For such a risk: which risks were discussed, and why the person is thought able and willing to take them.',
        optional: true,
      },
      managerSignOff: { kind: 'id', of: 'person', help: 'For such a risk: the manager who has signed it off.', optional: true },
      handoverProof: { kind: 'text', help: 'For a move: to whom it was handed over there, and how they confirmed it.', optional: true },
      institution: { kind: 'code', of: INSTITUTIONS, help: 'For an institution: which kind looks after the person now.', optional: true },
      checksMade: { kind: 'text', help: 'For a person who cannot be traced: where was asked and searched, and when.', optional: true },
      besidesDisengagement: {
        kind: 'text',
        help: 'For a person who does not engage: what closes the case beside that, because it is never enough alone.',
        optional: true,
      },
    },
    example: { code: 'RISK_REDUCED_SINGLE_AGENCY', reason: 'The risk is low and housing goes on.', riskOutcome: 'REDUCED' },
  },
  answerClosure: {
    summary: 'Agree, for a service, to the proposed closure.',
    source: 'local default',
    mayGive: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER', 'COORDINATOR'],
    fields: { service, note: { kind: 'text', help: 'Anything to say.', optional: true } },
    example: { service: 'svc-fire-safety' },
  },
  objectToClosure: {
    summary: 'Object, for a service, to the proposed closure: the plan goes on with a review date.',
    source: 'local default',
    mayGive: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER', 'COORDINATOR'],
    fields: { service, reason, reviewOn: { kind: 'date', help: 'The next review date.' } },
    example: { service: 'svc-housing', reason: 'Rent arrears put the tenancy at risk.', reviewOn: '2026-07-29' },
  },
  confirmClosure: {
    summary: 'Close the case. A person does this; the engine never does.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'COORDINATOR_MANAGER', 'CONVENER_MANAGER'],
    fields: {
      note: { kind: 'text', help: 'Anything to say.', optional: true },
      carried: {
        kind: 'list',
        min: 1,
        max: 20,
        help: 'Notifications and challenges that run on after the closure, each with who answers for it.',
        optional: true,
        fields: {
          clock: { kind: 'code', of: CARRIED_CLOCKS, help: 'The clock.' },
          key: { kind: 'name', help: 'Its key on the case.' },
          owner: { kind: 'id', of: 'person', help: 'Who answers for it from now on.' },
        },
      },
    },
    example: {},
  },
  reopenCase: {
    summary: 'Open a closed case again within 20 working days; a later return is a new case.',
    source: 'local default',
    mayGive: ['COORDINATOR_MANAGER', 'CONVENER_MANAGER'],
    fields: { reason, reviewOn: { kind: 'date', help: 'The next review date; the old one if left out.', optional: true } },
    example: { reason: 'The exits are blocked again.', reviewOn: '2026-07-29' },
  },
} as const satisfies Record<string, CommandSpec>;

import { TIERS } from '../codes';
import { engagementFields, MEMBERS, ratingFields, reason, section42, service } from './parts';
import type { CommandSpec } from './spec';

/** The risk of a case: what it is, how it is rated, what members say of it, how the person takes part. */
export const RISK_COMMANDS = {
  addRisk: {
    summary: 'Add a risk of concern, with what protects the person from it.',
    source: 'Oxfordshire framework 5.2, third bullet; Dorset learning, Process',
    mayGive: ['COORDINATOR', 'CHAIR', 'NOTE_TAKER', 'LEAD_WORKER', 'RESPONSIBLE_MANAGER'],
    fields: {
      id: { kind: 'id', of: 'risk', help: 'A short id of your own, such as fire.' },
      text: { kind: 'text', help: 'What could happen, to whom.' },
      protectiveFactors: { kind: 'text', help: 'What protects the person: strengths and protective factors.', optional: true },
    },
    example: { id: 'fire', text: 'Blocked exits and smoking in bed.', protectiveFactors: 'A neighbour calls in daily.' },
  },
  rateRisk: {
    summary: 'Rate one risk, or the risk of the case as a whole; ratings that differ are recorded beside it.',
    source: 'Oxfordshire framework 6.2, 6.3; the scale is a local default',
    mayGive: ['COORDINATOR', 'CHAIR', 'NOTE_TAKER'],
    fields: {
      risk: { kind: 'id', of: 'risk', help: 'Which risk; the case as a whole if left out.', optional: true },
      ...ratingFields,
      reason: { kind: 'text', help: 'Why; needed where the tier differs from the score.', optional: true },
      differing: {
        kind: 'list',
        min: 1,
        max: 40,
        help: 'Ratings of services that see it otherwise.',
        optional: true,
        fields: { service, ...ratingFields, reason: { kind: 'text', help: 'Why.', optional: true } },
      },
      section42,
    },
    example: { likelihood: 4, impact: 4, reason: 'A second small fire.' },
  },
  setRiskTier: {
    summary: 'Set the tier of the case, on any day.',
    source: 'Oxfordshire framework 5.2, fifth bullet; the tiers are a local default',
    mayGive: ['COORDINATOR', 'CHAIR'],
    fields: { tier: { kind: 'code', of: TIERS, help: 'The tier.' }, reason, section42 },
    example: { tier: 'CRITICAL', reason: 'An assault was disclosed.' },
  },
  raiseRiskConcern: {
    summary: 'Tell the coordinator at once of a concern about the risk; it must be answered.',
    source: 'Oxfordshire framework 5.2, fifth bullet; the answer is a local default',
    mayGive: MEMBERS,
    fields: {
      id: { kind: 'id', of: 'concern', help: 'A short id of your own, such as fall-at-home.' },
      text: { kind: 'text', help: 'What you saw or heard, and what worries you.' },
    },
    example: { id: 'fall-at-home', text: 'Bruises after a fall, nobody called.' },
  },
  answerRiskConcern: {
    summary: 'Answer a concern: what is done about it, or why nothing.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'COORDINATOR_MANAGER', 'CONVENER_MANAGER'],
    fields: {
      concern: { kind: 'id', of: 'concern', help: 'The concern.' },
      answer: { kind: 'text', help: 'What is done about it, or why nothing.' },
    },
    example: { concern: 'fall-at-home', answer: 'The nurse visits today; the review is brought forward.' },
  },
  recordSignificantEvent: {
    summary: 'Record something that happened and that the others must know.',
    source: 'Oxfordshire framework 5.2, second and fifth bullets',
    mayGive: MEMBERS,
    fields: { text: { kind: 'text', help: 'What happened, and when.' } },
    example: { text: 'Taken to hospital by ambulance last night.' },
  },
  requestReview: {
    summary: 'Ask for an earlier review.',
    source: 'Oxfordshire framework 5.2, fifth bullet',
    mayGive: MEMBERS,
    fields: { reason },
    example: { reason: 'The plan does not work any longer.' },
  },
  recordEngagement: {
    summary: 'Record how far the person takes part, and whether what is done can hold the risk.',
    source: 'Oxfordshire framework 6.3, third bullet, 7.1; Dorset learning, Outcomes',
    mayGive: ['COORDINATOR', 'CHAIR', 'NOTE_TAKER', 'RELATIONSHIP_HOLDER', 'LEAD_WORKER', 'RESPONSIBLE_MANAGER'],
    fields: engagementFields,
    example: { engagement: 'PARTLY', withWhom: 'The district nurse only.', seriousHarmStillLikely: 'YES', marmAbleToMitigate: 'UNSURE' },
  },
} as const satisfies Record<string, CommandSpec>;

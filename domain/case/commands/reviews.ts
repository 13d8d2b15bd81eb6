import { LAPSE_DECISIONS } from '../codes';
import { bookingFields, reason, reviewReason } from './parts';
import type { CommandSpec } from './spec';

/** The review: its date, its booking, and what happens when it lapses. */
export const REVIEW_COMMANDS = {
  setReviewDate: {
    summary: 'Agree another review date.',
    source: 'Oxfordshire framework 6.3; Dorset learning, Outcomes',
    mayGive: ['COORDINATOR', 'CHAIR'],
    fields: {
      reviewOn: { kind: 'date', help: 'The review date.' },
      reason,
      reviewReason,
    },
    example: { reviewOn: '2026-05-27', reason: 'The hospital discharge is on that day.' },
  },
  keepReviewDate: {
    summary: 'Keep the review date although the risk has risen, and say why.',
    source: 'local default: a date beyond the suggested interval needs one line of reason',
    mayGive: ['COORDINATOR', 'CHAIR'],
    fields: { reason },
    example: { reason: 'The visits of this week are agreed; the review stays.' },
  },
  bringReviewForward: {
    summary: 'Agree an earlier review date.',
    source: 'Oxfordshire framework 5.2, fifth bullet: decisions are looked at again on change',
    mayGive: ['COORDINATOR', 'CHAIR'],
    fields: { reviewOn: { kind: 'date', help: 'The earlier review date.' }, reason },
    example: { reviewOn: '2026-05-06', reason: 'A fall at home.' },
  },
  scheduleReview: {
    summary: 'Book the review and invite services.',
    source: 'Oxfordshire framework 6.3, first bullet',
    mayGive: ['COORDINATOR', 'CHAIR'],
    fields: bookingFields,
    example: { on: '2026-05-20', mode: 'IN_PERSON', services: [{ service: 'svc-fire-safety' }], personInvited: true },
  },
  cancelReview: {
    summary: 'Cancel a booked review and agree a new date.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'CHAIR'],
    fields: { reason, reviewOn: { kind: 'date', help: 'The new review date.' } },
    example: { reason: 'The person is in hospital.', reviewOn: '2026-05-27' },
  },
  decideLapsedReview: {
    summary: 'Decide what happens to a case whose review has lapsed: hold, escalate or close.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'COORDINATOR_MANAGER', 'CONVENER_MANAGER'],
    fields: {
      decision: {
        kind: 'code',
        of: LAPSE_DECISIONS,
        help: 'HOLD needs a new review date; ESCALATE and CLOSE are then done by their own commands.',
      },
      reason,
      reviewOn: { kind: 'date', help: 'The new review date, for HOLD.', optional: true },
    },
    example: { decision: 'HOLD', reason: 'Two agencies changed their lead worker.', reviewOn: '2026-09-24' },
  },
  recordOversight: {
    summary: 'Record that the Board’s or the local authority’s contact has looked at a lapsed case.',
    source: 'local default',
    mayGive: ['BOARD_CONTACT', 'LA_CONTACT'],
    fields: { note: { kind: 'text', help: 'What was found and asked for.' } },
    example: { note: 'Rang the coordinator’s manager; a review will be booked today.' },
  },
} as const satisfies Record<string, CommandSpec>;

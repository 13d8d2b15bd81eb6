import { ATTENDANCES, CLOSURE_CODES, ENDED_STATUSES, FEEDBACK_RESULTS, INVOLVEMENTS, TIERS } from '../codes';
import { reason } from './parts';
import type { CommandSpec } from './spec';

/** Every code that a correction may give; a field takes those of its own list only. */
const CORRECTED_CODES = [...ATTENDANCES, ...TIERS, ...ENDED_STATUSES, ...FEEDBACK_RESULTS, ...CLOSURE_CODES, ...INVOLVEMENTS] as const;

const seq = { kind: 'integer', min: 1, max: 1_000_000_000, help: 'The number of the entry, as the timeline gives it.' } as const;

/** Mending what was recorded wrongly: the original always stays. */
export const CORRECTION_COMMANDS = {
  correctEntry: {
    summary: 'Correct one field of an entry: the original stays, struck through, and dates re-plan.',
    source: 'local default: mistakes can be mended',
    mayGive: ['COORDINATOR', 'COORDINATOR_MANAGER', 'CHAIR', 'NOTE_TAKER'],
    fields: {
      seq,
      field: { kind: 'id', of: 'field', help: 'Which field, such as heldOn, dueOn or rationale; occurredOn for the day it happened.' },
      date: { kind: 'date', help: 'The right value of a date.', optional: true },
      code: { kind: 'code', of: CORRECTED_CODES, help: 'The right value of a code.', optional: true },
      likelihood: { kind: 'integer', min: 1, max: 5, help: 'For a rating: the right likelihood.', optional: true },
      impact: { kind: 'integer', min: 1, max: 5, help: 'For a rating: the right impact.', optional: true },
      text: { kind: 'text', help: 'The right value of a text.', optional: true },
      service: {
        kind: 'id',
        of: 'service',
        help: 'The right service; for attendance, the service whose status is corrected.',
        optional: true,
      },
      action: { kind: 'id', of: 'action', help: 'Which action, where the entry agreed several.', optional: true },
      reason,
    },
    example: { seq: 5, field: 'heldOn', date: '2026-04-07', reason: 'It was held on the Tuesday.' },
  },
  retractEntry: {
    summary: 'Retract an entry that was recorded on the wrong case: its content is hidden, and an incident is opened.',
    source: 'local default, after UK GDPR articles 5 and 33',
    mayGive: ['COORDINATOR', 'COORDINATOR_MANAGER', 'CONVENER_MANAGER', 'INFORMATION_GOVERNANCE_LEAD'],
    fields: {
      seq,
      reason,
      incident: { kind: 'text', help: 'What happened, for the information-governance lead: who may have seen it, what was done.' },
    },
    example: { seq: 7, reason: 'Recorded on the wrong case.', incident: 'Seen by two services for ten minutes; both were rung.' },
  },
} as const satisfies Record<string, CommandSpec>;

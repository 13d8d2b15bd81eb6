import { RETENTION_DECISIONS, RETENTION_REASONS } from '../codes';
import type { CommandSpec } from './spec';

/** What becomes of the record of an ended case. */
export const RETENTION_COMMANDS = {
  decideRetention: {
    summary: 'Decide on the record of an ended case: keep it to a later date, or dispose of it once its time has come.',
    source: 'UK GDPR article 5(1)(e); local default',
    mayGive: ['RECORDS_MANAGER', 'INFORMATION_GOVERNANCE_LEAD'],
    fields: {
      decision: { kind: 'code', of: RETENTION_DECISIONS, help: 'KEEP it until a later date, or DISPOSE of it.' },
      because: { kind: 'code', of: RETENTION_REASONS, help: 'Why.' },
      until: { kind: 'date', help: 'For KEEP: until when; it is reviewed again then.', optional: true },
      note: { kind: 'text', help: 'What else is to be known of the decision.', optional: true },
    },
    example: { decision: 'KEEP', because: 'REVIEW_OR_INQUIRY', until: '2036-03-31' },
  },
} as const satisfies Record<string, CommandSpec>;

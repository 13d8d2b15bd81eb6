import { reason } from './parts';
import type { CommandSpec } from './spec';

/** A death, and the hold that keeps a record from disposal. */
export const DEATH_COMMANDS = {
  recordDeath: {
    summary: 'Record that the person has died; the case begins to close, and its record is kept.',
    source: 'Care Act 2014 section 44; local default',
    mayGive: ['COORDINATOR', 'COORDINATOR_MANAGER', 'CONVENER_MANAGER', 'CHAIR'],
    fields: { note: { kind: 'text', help: 'What is known, and from whom.' } },
    example: { note: 'The GP rang.' },
  },
  retractDeath: {
    summary: 'Take back a death that was recorded by mistake; the case goes on as before.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'COORDINATOR_MANAGER', 'CONVENER_MANAGER', 'CHAIR'],
    fields: { reason },
    example: { reason: 'It was another person of the same name.' },
  },
  placeLegalHold: {
    summary: 'Keep the record of the case from disposal until the hold is lifted; also after its end.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'COORDINATOR_MANAGER', 'RECORDS_MANAGER', 'INFORMATION_GOVERNANCE_LEAD'],
    fields: { reason },
    example: { reason: 'A review has asked for the record.' },
  },
  liftLegalHold: {
    summary: 'Lift the hold: the record may be disposed of when its time has come.',
    source: 'local default',
    mayGive: ['RECORDS_MANAGER', 'INFORMATION_GOVERNANCE_LEAD'],
    fields: { reason },
    example: { reason: 'The review has reported.' },
  },
} as const satisfies Record<string, CommandSpec>;

import { NOTICE_IDS, OTHER_CHANNELS, ROLES } from '../codes';
import type { CommandSpec } from './spec';

/** The running of a case. */
export const RUNNING_COMMANDS = {
  recordDeliveryFailure: {
    summary: 'Record messages that could not be delivered, so that another way is found.',
    source: 'local default',
    mayGive: ['SYSTEM'],
    fields: {
      rows: {
        kind: 'list',
        min: 1,
        max: 500,
        help: 'The messages that failed.',
        fields: {
          seq: { kind: 'integer', min: 1, max: 1_000_000_000, help: 'The commit of the message.' },
          n: { kind: 'integer', min: 0, max: 10_000, help: 'Its number in that commit.' },
          reason: { kind: 'code', of: ['REFUSED', 'EXPIRED', 'NO_ADDRESS', 'NO_HOLDER'], help: 'Why it failed.' },
          role: { kind: 'code', of: ROLES, help: 'The role it was for.' },
          service: { kind: 'id', of: 'service', help: 'The service of that role.', optional: true },
          notice: { kind: 'code', of: NOTICE_IDS, help: 'Which notice.' },
        },
      },
    },
    example: { rows: [{ seq: 4, n: 0, reason: 'REFUSED', role: 'COORDINATOR', notice: 'N05' }] },
  },
  recordOtherChannel: {
    summary: 'Say that messages which failed were passed on by another way; when none is left, the flag is cleared.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'COORDINATOR_MANAGER', 'CONVENER_MANAGER'],
    fields: {
      rows: {
        kind: 'list',
        min: 1,
        max: 500,
        help: 'Which messages.',
        fields: {
          seq: { kind: 'integer', min: 1, max: 1_000_000_000, help: 'The commit of the message.' },
          n: { kind: 'integer', min: 0, max: 10_000, help: 'Its number in that commit.' },
        },
      },
      channel: { kind: 'code', of: OTHER_CHANNELS, help: 'By which way.' },
      note: { kind: 'text', help: 'Whom you reached, and anything to say.', optional: true },
    },
    example: { rows: [{ seq: 4, n: 0 }], channel: 'PHONE' },
  },
} as const satisfies Record<string, CommandSpec>;

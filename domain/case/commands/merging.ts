import { CHALLENGERS_WITHOUT_ACCOUNT, CONSENT_POSITIONS, SHARING_GROUNDS } from '../codes';
import { actionFields, reason, service } from './parts';
import type { CommandSpec } from './spec';

/** Two cases about one person become one. */
export const MERGING_COMMANDS = {
  mergeInto: {
    summary: 'Merge this case into another one about the same person: it ends, and what is open goes on there.',
    source: 'local default',
    mayGive: ['COORDINATOR'],
    fields: {
      into: { kind: 'id', of: 'case', help: 'The reference of the case that goes on.' },
      reason,
      otherCoordinator: { kind: 'id', of: 'person', help: 'The coordinator of that case, who has agreed.' },
    },
    example: { into: 'K7QF-2M', reason: 'The same person, referred twice.', otherCoordinator: 'p-coordinator' },
  },
  takeOverCase: {
    summary: 'Carry over what is open in a case that is merged into this one.',
    source: 'local default',
    mayGive: ['SYSTEM'],
    fields: {
      from: { kind: 'id', of: 'case', help: 'The reference of the case that ends.' },
      agreedBy: { kind: 'id', of: 'person', help: 'The coordinator of this case, who has agreed.' },
      receivedOn: { kind: 'date', help: 'When that case was received; the earlier of the two governs the aim for a meeting.' },
      referrers: {
        kind: 'list',
        min: 0,
        max: 20,
        help: 'Who referred there.',
        fields: { person: { kind: 'id', of: 'person', help: 'The referrer.' } },
      },
      consent: {
        kind: 'group',
        help: 'The person’s position there; kept apart from the one here.',
        optional: true,
        fields: {
          position: { kind: 'code', of: CONSENT_POSITIONS, help: 'The person’s position.' },
          grounds: { kind: 'code', of: SHARING_GROUNDS, help: 'Ground for sharing without consent.', optional: true },
        },
      },
      services: {
        kind: 'list',
        min: 0,
        max: 200,
        help: 'The services that took part there.',
        fields: {
          service,
          leadWorker: { kind: 'id', of: 'person', help: 'Its lead worker.', optional: true },
          responsibleManager: { kind: 'id', of: 'person', help: 'Its responsible manager.', optional: true },
        },
      },
      recipients: { kind: 'list', min: 0, max: 200, help: 'Services that had the plan there.', fields: { service } },
      actions: {
        kind: 'list',
        min: 0,
        max: 200,
        help: 'Its actions that have not ended.',
        fields: {
          ...actionFields,
          agreedOn: { kind: 'date', help: 'When it was agreed.' },
          quietSince: { kind: 'date', help: 'When it was last heard of.' },
        },
      },
      challenges: {
        kind: 'list',
        min: 0,
        max: 100,
        help: 'Its challenges that have not ended, drafts among them.',
        optional: true,
        fields: {
          id: { kind: 'id', of: 'challenge', help: 'Its id there.' },
          service: { ...service, help: 'The service that is challenged.' },
          action: { kind: 'id', of: 'action', help: 'The action that it is about, by its id there.', optional: true },
          text: { kind: 'text', help: 'Its words; a draft has none.', optional: true },
          raisedBy: { kind: 'id', of: 'person', help: 'Who is told how it goes.', optional: true },
          onBehalfOf: { kind: 'code', of: CHALLENGERS_WITHOUT_ACCOUNT, help: 'For whom it was entered.', optional: true },
          raiserService: { kind: 'id', of: 'service', help: 'The service for which the raiser speaks.', optional: true },
          begun: {
            kind: 'group',
            help: 'The stage that a person began last; a draft has none.',
            optional: true,
            fields: {
              number: { kind: 'integer', min: 1, max: 4, help: 'Which stage.' },
              on: { kind: 'date', help: 'When it began.' },
              startsAt: { kind: 'time', help: 'At which time, London.' },
              critical: { kind: 'flag', help: 'That the tier was CRITICAL then.' },
            },
          },
        },
      },
    },
    example: {
      from: 'M3TV-8C',
      agreedBy: 'p-coordinator',
      receivedOn: '2026-03-20',
      referrers: [],
      services: [],
      recipients: [],
      actions: [],
    },
  },
} as const satisfies Record<string, CommandSpec>;

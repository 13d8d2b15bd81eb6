import { CASE_ROLES, CLOSURE_CODES, LIVE_STAGES, MEETING_KINDS, MEETING_MODES, TIERS } from '../codes';
import { actionFields, firstWordFields, reviewOn, service } from './parts';
import type { CommandSpec } from './spec';

/** A case begun on paper enters where it stands. */
export const PAPER_COMMANDS = {
  adoptCase: {
    summary: 'Take over a case begun on paper, at the stage where it stands and with its real dates. What has passed sends nothing.',
    source: 'local default: nobody is forgotten because the case began on paper',
    mayGive: ['ANY_AGENCY_USER'],
    fields: {
      ...firstWordFields,
      stage: { kind: 'code', of: LIVE_STAGES, help: 'Where the case stands today.' },
      receivedOn: { kind: 'date', help: 'The day on which the referral or call was received.' },
      people: {
        kind: 'list',
        min: 0,
        max: 20,
        help: 'Who holds which role; the directory’s office holders where nobody is named.',
        optional: true,
        fields: {
          role: { kind: 'code', of: CASE_ROLES, help: 'The role.' },
          person: { kind: 'id', of: 'person', help: 'Who holds it.' },
        },
      },
      services: {
        kind: 'list',
        min: 0,
        max: 40,
        help: 'The services that take part.',
        optional: true,
        fields: {
          service,
          leadWorker: { kind: 'id', of: 'person', help: 'Lead worker; the directory’s if left out.', optional: true },
          responsibleManager: { kind: 'id', of: 'person', help: 'Responsible manager; the directory’s if left out.', optional: true },
        },
      },
      lastMeeting: {
        kind: 'group',
        help: 'The last meeting or review that was held, if any.',
        optional: true,
        fields: {
          on: { kind: 'date', help: 'The day on which it was held.' },
          kind: { kind: 'code', of: MEETING_KINDS, help: 'MEETING if left out.', optional: true },
          meetings: {
            kind: 'integer',
            min: 1,
            max: 200,
            help: 'How many meetings and reviews were held so far; 1 if left out.',
            optional: true,
          },
          reconvene: { kind: 'flag', help: 'True if it asked to meet again before there is a plan.', optional: true },
          tier: { kind: 'code', of: TIERS, help: 'The tier that it agreed.', optional: true },
        },
      },
      booked: {
        kind: 'group',
        help: 'The meeting or review that is booked, if any.',
        optional: true,
        fields: {
          on: { kind: 'date', help: 'The day.' },
          startsAt: { kind: 'time', help: 'Start, London time; 10:00 if left out.', optional: true },
          mode: { kind: 'code', of: MEETING_MODES, help: 'How it is held.' },
        },
      },
      plan: {
        kind: 'group',
        help: 'The plan that everyone has on paper, if any.',
        optional: true,
        fields: {
          publishedOn: { kind: 'date', help: 'The day on which it was sent round.' },
          version: { kind: 'integer', min: 1, max: 200, help: 'Its version; 1 if left out.', optional: true },
        },
      },
      actions: {
        kind: 'list',
        min: 0,
        max: 200,
        help: 'The actions that have not ended.',
        optional: true,
        fields: {
          ...actionFields,
          agreedOn: { kind: 'date', help: 'When it was agreed; the last meeting’s day if left out.', optional: true },
        },
      },
      reviewOn,
      handedOverOn: { kind: 'date', help: 'The day of the hand-over, for a case that waits for its answer.', optional: true },
      closure: {
        kind: 'group',
        help: 'The closure proposed, for a case about to close.',
        optional: true,
        fields: {
          code: { kind: 'code', of: CLOSURE_CODES, help: 'How it closes.' },
          proposedOn: { kind: 'date', help: 'The day on which it was proposed.' },
        },
      },
    },
    example: {
      reasons: ['SELF_NEGLECT'],
      risks: 'Hoarded flat, blocked exits, refuses care.',
      consent: { position: 'GIVEN' },
      stage: 'PLAN_ACTIVE',
      receivedOn: '2026-03-26',
      services: [{ service: 'svc-fire-safety' }],
      lastMeeting: { on: '2026-04-08', tier: 'HIGH' },
      plan: { publishedOn: '2026-04-14' },
      actions: [{ id: 'fire-visit', text: 'Home fire safety visit.', service: 'svc-fire-safety', dueOn: '2026-05-01' }],
      reviewOn: '2026-05-20',
    },
  },
} as const satisfies Record<string, CommandSpec>;

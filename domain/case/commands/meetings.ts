import { ATTENDANCES, CAPACITY_OUTCOMES, FEEDBACK_RESULTS, INVITE_ANSWERS, MEETING_OUTCOMES, POSTPONE_REASONS, TIERS } from '../codes';
import { actionFields, bookingFields, reviewOn, reviewReason, service } from './parts';
import type { CommandSpec } from './spec';

const meeting = {
  kind: 'integer',
  min: 1,
  max: 1000,
  help: 'The number of the meeting; every one still open if left out.',
  optional: true,
} as const;

/** Meetings and reviews: booking, answers, what was held, its record. */
export const MEETINGS_COMMANDS = {
  scheduleMeeting: {
    summary: 'Book the meeting and invite services.',
    source: 'Oxfordshire framework 6.1 (aim: two weeks from receipt); Dorset learning, Process',
    mayGive: ['COORDINATOR', 'CHAIR'],
    fields: bookingFields,
    example: { on: '2026-04-08', mode: 'IN_PERSON', services: [{ service: 'svc-fire-safety' }], personInvited: true },
  },
  postponeMeeting: {
    summary: 'Move a booked meeting to another day; the two-week aim keeps running.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'CHAIR'],
    fields: {
      on: { kind: 'date', help: 'The new day.' },
      startsAt: { kind: 'time', help: 'Start, London time.', optional: true },
      reason: { kind: 'code', of: POSTPONE_REASONS, help: 'Why it moves.' },
    },
    example: { on: '2026-04-09', reason: 'PERSON_UNWELL' },
  },
  cancelMeeting: {
    summary: 'Cancel a booked meeting; the two-week aim keeps running.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'CHAIR'],
    fields: { reason: { kind: 'code', of: POSTPONE_REASONS, help: 'Why it is cancelled.' } },
    example: { reason: 'KEY_AGENCY_UNAVAILABLE' },
  },
  completeMeeting: {
    summary: 'Record that the meeting was held, who came and what it decided.',
    source: 'Oxfordshire framework 6.2; Dorset learning, Outcomes',
    mayGive: ['COORDINATOR', 'CHAIR', 'NOTE_TAKER'],
    fields: {
      heldOn: { kind: 'date', help: 'The day on which it was held.' },
      attendance: {
        kind: 'list',
        min: 1,
        max: 60,
        help: 'Who came, by service.',
        fields: {
          service,
          status: { kind: 'code', of: ATTENDANCES, help: 'Came, sent apologies, or did not answer.' },
          leadWorker: { kind: 'id', of: 'person', help: 'The lead worker named for this service.', optional: true },
          uninvited: { kind: 'flag', help: 'True for a service that came, or was to come, without an invitation.', optional: true },
        },
      },
      outcomes: { kind: 'codes', of: MEETING_OUTCOMES, min: 1, help: 'What the meeting decided; several may apply.' },
      rationale: { kind: 'text', help: 'Why: options, reasons, dissent.', optional: true },
      capacity: {
        kind: 'group',
        help: 'The capacity item of the meeting, for the decision in question.',
        optional: true,
        fields: {
          outcome: { kind: 'code', of: CAPACITY_OUTCOMES, help: 'What was found.' },
          reason: { kind: 'text', help: 'Why not assessed, or what was found.', optional: true },
        },
      },
      likelihood: { kind: 'integer', min: 1, max: 5, help: 'Agreed likelihood of serious harm, 1 to 5.', optional: true },
      impact: { kind: 'integer', min: 1, max: 5, help: 'Agreed impact, 1 to 5.', optional: true },
      tier: { kind: 'code', of: TIERS, help: 'The agreed tier, if there is no score.', optional: true },
      reviewOn,
      reviewReason,
      feedbackBy: {
        kind: 'id',
        of: 'person',
        help: 'Who tells the person what was agreed; best somebody with a relationship.',
        optional: true,
      },
      coordinator: { kind: 'id', of: 'person', help: 'The coordinator appointed at the meeting.', optional: true },
      actions: {
        kind: 'list',
        min: 0,
        max: 200,
        help: 'Actions agreed at the meeting.',
        optional: true,
        fields: actionFields,
      },
    },
    example: {
      heldOn: '2026-04-08',
      attendance: [{ service: 'svc-fire-safety', status: 'ATTENDED' }],
      outcomes: ['PLAN_AGREED'],
      likelihood: 3,
      impact: 5,
      reviewOn: '2026-05-20',
      reviewReason: 'Agreed at the meeting.',
    },
  },
  inviteService: {
    summary: 'Invite one more service to the booked meeting or review.',
    source: 'Oxfordshire framework 6.1, fifth bullet',
    mayGive: ['COORDINATOR', 'CHAIR'],
    fields: {
      service,
      leadWorker: { kind: 'id', of: 'person', help: 'Lead worker, if already named.', optional: true },
      responsibleManager: { kind: 'id', of: 'person', help: 'Responsible manager; the directory’s if left out.', optional: true },
    },
    example: { service: 'svc-housing' },
  },
  respondInvite: {
    summary: 'Answer an invitation for a service.',
    source: 'local default',
    mayGive: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER', 'COORDINATOR'],
    fields: {
      service,
      answer: { kind: 'code', of: INVITE_ANSWERS, help: 'Is the person known to the service, or is it relevant anyway?' },
      attends: { kind: 'flag', help: 'Will somebody come? True if left out, unless the person is not known.', optional: true },
      note: { kind: 'text', help: 'Anything to say.', optional: true },
    },
    example: { service: 'svc-fire-safety', answer: 'KNOWN', attends: true },
  },
  submitContribution: {
    summary: 'Give a service’s written contribution before, or after, a meeting.',
    source: 'local default, after Wales adult safeguarding procedures',
    mayGive: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER', 'COORDINATOR'],
    fields: { service, text: { kind: 'text', help: 'Facts first, then opinion.' } },
    example: { service: 'svc-fire-safety', text: 'Two visits, no smoke alarm.' },
  },
  publishSummary: {
    summary: 'Publish the list of actions of a meeting.',
    source: 'local default, after Scottish adult support and protection',
    mayGive: ['COORDINATOR', 'CHAIR', 'NOTE_TAKER'],
    fields: { meeting, text: { kind: 'text', help: 'The summary.', optional: true } },
    example: {},
  },
  publishMinutes: {
    summary: 'Publish the record of a meeting.',
    source: 'Oxfordshire framework 6.2, seventh bullet; Dorset learning, Process',
    mayGive: ['COORDINATOR', 'CHAIR', 'NOTE_TAKER'],
    fields: { meeting, text: { kind: 'text', help: 'The record.', optional: true } },
    example: {},
  },
  closeGap: {
    summary: 'Close a gap of the record: by what is now known, or by why it was not considered.',
    source: 'local default: gaps, not gates',
    mayGive: ['COORDINATOR', 'CHAIR', 'NOTE_TAKER', 'REFERRER', 'INFORMATION_GOVERNANCE_LEAD'],
    fields: {
      gap: { kind: 'id', of: 'gap', help: 'The gap, as the case lists it.' },
      entry: { kind: 'text', help: 'What is now known.', optional: true },
      notConsideredBecause: { kind: 'text', help: 'Why it was not considered.', optional: true },
    },
    example: { gap: 'CAPACITY-meeting-1', entry: 'Presumed, no doubt was raised.' },
  },
  recordOutcomeShared: {
    summary: 'Record that the person, or the advocate, was told what a meeting agreed, or why not.',
    source: 'Dorset learning, Individual and Outcomes; Oxfordshire framework 4.8',
    mayGive: ['RELATIONSHIP_HOLDER', 'COORDINATOR', 'LEAD_WORKER', 'CHAIR'],
    fields: {
      meeting,
      result: { kind: 'code', of: FEEDBACK_RESULTS, help: 'Shared, unsafe to share, declined, or not reached.' },
      to: { kind: 'text', help: 'Who was told.', optional: true },
      how: { kind: 'text', help: 'How and in which format.', optional: true },
      attempts: { kind: 'integer', min: 1, max: 50, help: 'How often it was tried, for NOT_REACHED.', optional: true },
      reason: { kind: 'text', help: 'Why it was not shared.', optional: true },
    },
    example: { result: 'SHARED', how: 'At home, in plain English.' },
  },
} as const satisfies Record<string, CommandSpec>;

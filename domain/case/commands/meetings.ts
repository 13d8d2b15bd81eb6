import { ATTENDANCES, CAPACITY_OUTCOMES, MEETING_MODES, MEETING_OUTCOMES, POSTPONE_REASONS } from '../codes';
import { service } from './parts';
import type { CommandSpec } from './spec';

/** Meetings and reviews: booking, answers, what was held, its record. */
export const MEETINGS_COMMANDS = {
  scheduleMeeting: {
    summary: 'Book the meeting and invite services.',
    source: 'Oxfordshire framework 6.1 (aim: two weeks from receipt); Dorset learning, Process',
    mayGive: ['COORDINATOR', 'CHAIR'],
    fields: {
      on: { kind: 'date', help: 'Day of the meeting.' },
      startsAt: { kind: 'time', help: 'Start, London time; 10:00 if left out.', optional: true },
      mode: { kind: 'code', of: MEETING_MODES, help: 'How it is held.' },
      services: {
        kind: 'list',
        min: 0,
        max: 40,
        help: 'The services invited.',
        optional: true,
        fields: {
          service,
          leadWorker: { kind: 'id', of: 'person', help: 'Lead worker, if already named.', optional: true },
          responsibleManager: { kind: 'id', of: 'person', help: 'Responsible manager; the directory’s if left out.', optional: true },
        },
      },
      chair: { kind: 'id', of: 'person', help: 'Who chairs.', optional: true },
      noteTaker: { kind: 'id', of: 'person', help: 'Who takes notes.', optional: true },
      personInvited: { kind: 'flag', help: 'Is the person invited?', optional: true },
      personNotInvitedReason: { kind: 'text', help: 'Why the person is not invited.', optional: true },
      advocateConsidered: { kind: 'flag', help: 'Was an advocate considered?', optional: true },
    },
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
      reviewOn: { kind: 'date', help: 'The review date agreed.', optional: true },
      reviewReason: { kind: 'text', help: 'Why the review lies beyond the suggested interval.', optional: true },
      actions: {
        kind: 'list',
        min: 0,
        max: 200,
        help: 'Actions agreed at the meeting.',
        optional: true,
        fields: {
          id: { kind: 'id', of: 'action', help: 'A short id of your own, such as fire-visit.' },
          text: { kind: 'text', help: 'What is to be done.' },
          service,
          leadWorker: { kind: 'id', of: 'person', help: 'Who does it; the service’s lead worker if left out.', optional: true },
          dueOn: { kind: 'date', help: 'By when.' },
          urgent: { kind: 'flag', help: 'True if a delay is dangerous.', optional: true },
        },
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
} as const satisfies Record<string, CommandSpec>;

import { service } from './parts';
import type { CommandSpec } from './spec';

/** Actions and the plan. */
export const PLAN_COMMANDS = {
  addAction: {
    summary: 'Add one action with one owner and one date.',
    source: 'Oxfordshire framework 6.2; Dorset learning, Process',
    mayGive: ['COORDINATOR', 'CHAIR', 'NOTE_TAKER'],
    fields: {
      id: { kind: 'id', of: 'action', help: 'A short id of your own, such as fire-visit.' },
      text: { kind: 'text', help: 'What is to be done.' },
      service,
      leadWorker: { kind: 'id', of: 'person', help: 'Who does it; the service’s lead worker if left out.', optional: true },
      dueOn: { kind: 'date', help: 'By when.' },
      urgent: { kind: 'flag', help: 'True if a delay is dangerous.', optional: true },
    },
    example: { id: 'fire-visit', text: 'Home fire safety visit.', service: 'svc-fire-safety', dueOn: '2026-05-01' },
  },
  publishPlan: {
    summary: 'Publish a version of the plan to everyone who takes part.',
    source: 'Oxfordshire framework 6.2; Dorset learning, Process',
    mayGive: ['COORDINATOR', 'CHAIR', 'NOTE_TAKER'],
    fields: {
      reviewOn: { kind: 'date', help: 'The review date; the one agreed at the meeting if left out.', optional: true },
      reviewReason: { kind: 'text', help: 'Why the review lies beyond the suggested interval.', optional: true },
      noActionReason: { kind: 'text', help: 'Why no action is needed, if the plan has none.', optional: true },
      contingency: { kind: 'text', help: 'What happens if the plan breaks down.', optional: true },
    },
    example: { reviewOn: '2026-05-20' },
  },
  updateProgress: {
    summary: 'Add a note on how an action goes; its date does not move.',
    source: 'Oxfordshire framework 6.3',
    mayGive: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER', 'COORDINATOR'],
    fields: {
      action: { kind: 'id', of: 'action', help: 'The action.' },
      note: { kind: 'text', help: 'What has been done, what stands in the way.' },
    },
    example: { action: 'fire-visit', note: 'Visit arranged with the tenant.' },
  },
  completeAction: {
    summary: 'Record that an action is done.',
    source: 'Oxfordshire framework 6.3',
    mayGive: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER', 'COORDINATOR'],
    fields: {
      action: { kind: 'id', of: 'action', help: 'The action.' },
      evidence: { kind: 'text', help: 'How it is known to be done.', optional: true },
    },
    example: { action: 'fire-visit', evidence: 'Alarm fitted, exits cleared.' },
  },
} as const satisfies Record<string, CommandSpec>;

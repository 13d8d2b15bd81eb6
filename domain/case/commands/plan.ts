import { ENDED_STATUSES } from '../codes';
import { action, actionFields, reason, reviewOn, reviewReason, service } from './parts';
import type { CommandSpec } from './spec';

/** Actions and the plan. */
export const PLAN_COMMANDS = {
  addAction: {
    summary: 'Add one action with one owner and one date.',
    source: 'Oxfordshire framework 6.2; Dorset learning, Process',
    mayGive: ['COORDINATOR', 'CHAIR', 'NOTE_TAKER'],
    fields: actionFields,
    example: { id: 'fire-visit', text: 'Home fire safety visit.', service: 'svc-fire-safety', dueOn: '2026-05-01' },
  },
  publishPlan: {
    summary: 'Publish a version of the plan to everyone who takes part.',
    source: 'Oxfordshire framework 6.2; Dorset learning, Process',
    mayGive: ['COORDINATOR', 'CHAIR', 'NOTE_TAKER'],
    fields: {
      reviewOn: { kind: 'date', help: 'The review date; the one agreed at the meeting if left out.', optional: true },
      reviewReason,
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
      action,
      note: { kind: 'text', help: 'What has been done, what stands in the way.' },
    },
    example: { action: 'fire-visit', note: 'Visit arranged with the tenant.' },
  },
  completeAction: {
    summary: 'Record that an action is done.',
    source: 'Oxfordshire framework 6.3',
    mayGive: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER', 'COORDINATOR'],
    fields: {
      action,
      evidence: { kind: 'text', help: 'How it is known to be done.', optional: true },
    },
    example: { action: 'fire-visit', evidence: 'Alarm fitted, exits cleared.' },
  },
  acceptAction: {
    summary: 'Agree, for a service, to an action proposed to it.',
    source: 'local default',
    mayGive: ['RESPONSIBLE_MANAGER', 'LEAD_WORKER', 'COORDINATOR'],
    fields: { action, leadWorker: { kind: 'id', of: 'person', help: 'Who will do it.', optional: true } },
    example: { action: 'fire-visit' },
  },
  counterPropose: {
    summary: 'Propose, for a service, something else instead of an action proposed to it.',
    source: 'local default',
    mayGive: ['RESPONSIBLE_MANAGER', 'LEAD_WORKER', 'COORDINATOR'],
    fields: { action, text: { kind: 'text', help: 'What you propose instead.' } },
    example: { action: 'fire-visit', text: 'A joint visit with housing.' },
  },
  declineAction: {
    summary: 'Decline, for a service, an action proposed to it; the reason is shown to all.',
    source: 'local default',
    mayGive: ['RESPONSIBLE_MANAGER', 'LEAD_WORKER', 'COORDINATOR'],
    fields: { action, reason },
    example: { action: 'fire-visit', reason: 'Not within our powers.' },
  },
  endAction: {
    summary: 'End an action that is not done: not possible, not undertaken, declined by the person, or superseded.',
    source: 'local default, after the Marac minutes checklist',
    mayGive: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER', 'COORDINATOR'],
    fields: { action, status: { kind: 'code', of: ENDED_STATUSES, help: 'How it ends.' }, reason },
    example: { action: 'fire-visit', status: 'SUPERSEDED', reason: 'The tenancy has ended.' },
  },
  extendDueDate: {
    summary: 'Give an action a later date; the second time a responsible manager does it.',
    source: 'local default',
    mayGive: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER', 'COORDINATOR'],
    fields: { action, dueOn: { kind: 'date', help: 'The new date.' }, reason },
    example: { action: 'fire-visit', dueOn: '2026-05-15', reason: 'The tenant was in hospital.' },
  },
  reassignAction: {
    summary: 'Give an action to another service; it is then proposed to that one.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'CHAIR'],
    fields: { action, service, leadWorker: { kind: 'id', of: 'person', help: 'Who does it there.', optional: true }, reason },
    example: { action: 'fire-visit', service: 'svc-housing', reason: 'Housing has the keys.' },
  },
  confirmPlanUnchanged: {
    summary: 'Confirm at a review that the plan stands as it is.',
    source: 'Oxfordshire framework 6.3',
    mayGive: ['COORDINATOR', 'CHAIR', 'NOTE_TAKER'],
    fields: { reviewOn, reviewReason },
    example: { reviewOn: '2026-07-01' },
  },
  confirmReceipt: {
    summary: 'Confirm, for a service, that the newest plan has been received.',
    source: 'Dorset learning, Process',
    mayGive: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER', 'COORDINATOR'],
    fields: { service },
    example: { service: 'svc-fire-safety' },
  },
} as const satisfies Record<string, CommandSpec>;

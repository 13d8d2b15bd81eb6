import {
  ATTENDANCES,
  CAPACITY_OUTCOMES,
  CASE_ROLES,
  CONSENT_POSITIONS,
  INVOLVEMENTS,
  MEETING_MODES,
  MEETING_OUTCOMES,
  OTHER_PROCESSES,
  PACES,
  POSTPONE_REASONS,
  ROLES,
  SHARING_GROUNDS,
  TRIAGE_OUTCOMES,
  WITHDRAW_REASONS,
  YES_NO_UNSURE,
} from '../codes';
import type { Role } from '../codes';
import type { DataOf, Fields } from './fields';

/** One row of the command table: what the command is for, its data, an example, and which roles may give it. */
export interface CommandSpec {
  readonly summary: string;
  /** Where the command comes from: a paragraph of a framework, or 'local default'. */
  readonly source: string;
  /** Roles on the case that may give it; 'ANY_AGENCY_USER' for the first command of a case, 'SYSTEM' for the engine. */
  readonly mayGive: readonly (Role | 'ANY_AGENCY_USER' | 'SYSTEM')[];
  readonly fields: Fields;
  readonly example: object;
}

const service = { kind: 'id', of: 'service', help: 'The service in the directory.' } as const;

/**
 * Every command of a case. Names are imperative; message names, types, request schemas and docs/commands.md are read from here.
 */
export const COMMANDS = {
  submitReferral: {
    summary: 'Refer an adult at high risk to the MARM Officer.',
    source: 'Oxfordshire framework 6.1',
    mayGive: ['ANY_AGENCY_USER'],
    fields: {
      reasons: { kind: 'profileCodes', list: 'reasonCodes', min: 1, help: 'Why a multi-agency approach is asked for.' },
      risks: { kind: 'text', help: 'The risks of concern, in your own words.' },
      consent: {
        kind: 'group',
        help: 'Does the person agree to the referral, and if not, on what ground is it shared?',
        fields: {
          position: { kind: 'code', of: CONSENT_POSITIONS, help: 'The person’s position on the referral.' },
          grounds: { kind: 'code', of: SHARING_GROUNDS, help: 'Ground for sharing without consent.', optional: true },
          facts: { kind: 'text', help: 'The facts relied on for sharing without consent.', optional: true },
        },
      },
      person: {
        kind: 'group',
        help: 'Who the referral is about. Kept in the vault only.',
        optional: true,
        fields: {
          name: { kind: 'text', help: 'Name of the person.', optional: true },
          address: { kind: 'text', help: 'Address, or "no fixed abode".', optional: true },
          contact: { kind: 'text', help: 'How to reach the person safely.', optional: true },
        },
      },
      organisation: { kind: 'id', of: 'organisation', help: 'The referring organisation, if it is in the directory.', optional: true },
      pace: { kind: 'code', of: PACES, help: 'The pace that you propose; STANDARD if left out.', optional: true },
      protectiveFactors: { kind: 'text', help: 'What keeps the person safe today: strengths and protective factors.', optional: true },
      triedSoFar: { kind: 'text', help: 'What your agency has tried.', optional: true },
      riskAssessment: { kind: 'text', help: 'Your agency’s own risk assessment.', optional: true },
      pathwayConsulted: { kind: 'flag', help: 'Was the referral pathway consulted first?', optional: true },
      managerDiscussed: { kind: 'flag', help: 'Was it discussed with your line manager?', optional: true },
      capacityNote: { kind: 'text', help: 'What is known about mental capacity for the decisions in question.', optional: true },
      adviceGiven: { kind: 'text', help: 'Advice given on the risks, and how to be reassessed.', optional: true },
    },
    example: {
      reasons: ['SELF_NEGLECT'],
      risks: 'Hoarded flat, blocked exits, refuses care.',
      consent: { position: 'GIVEN' },
      pace: 'STANDARD',
      managerDiscussed: true,
    },
  },
  decideTriage: {
    summary: 'Record the outcome of the triage discussion.',
    source: 'Oxfordshire framework 6.1, third bullet',
    mayGive: ['COORDINATOR', 'TRIAGE_PARTNER'],
    fields: {
      outcome: { kind: 'code', of: TRIAGE_OUTCOMES, help: 'Stay in MARM, raise a safeguarding concern, or another process.' },
      rationale: { kind: 'text', help: 'Why; a defensible decision needs its reasons.' },
      pace: { kind: 'code', of: PACES, help: 'The pace settled at triage; the proposed one stands if left out.', optional: true },
      paceReason: { kind: 'text', help: 'Why this pace, if it differs from the one proposed.', optional: true },
      destination: { kind: 'code', of: OTHER_PROCESSES, help: 'Which process, for OTHER_PROCESS.', optional: true },
      decidedAlone: { kind: 'flag', help: 'True if one triager decided alone (EXPEDITED or IMMEDIATE only).', optional: true },
      aloneReason: { kind: 'text', help: 'Why one triager decided alone.', optional: true },
      section42: {
        kind: 'group',
        help: 'Should a safeguarding concern be raised? The three questions of Care Act section 42.',
        optional: true,
        fields: {
          careNeeds: { kind: 'code', of: YES_NO_UNSURE, help: 'Does the person have needs for care and support?' },
          abuseOrNeglect: { kind: 'code', of: YES_NO_UNSURE, help: 'Experiencing, or at risk of, abuse or neglect?' },
          unableToProtect: { kind: 'code', of: YES_NO_UNSURE, help: 'Unable to protect themself because of those needs?' },
        },
      },
    },
    example: { outcome: 'MARM', rationale: 'Single-agency work has not reduced the fire risk.', pace: 'STANDARD' },
  },
  concurTriage: {
    summary: 'Agree, as the other triager, with a triage decided by one alone.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'TRIAGE_PARTNER'],
    fields: { note: { kind: 'text', help: 'Anything to add, or where you differ.', optional: true } },
    example: {},
  },
  recordReferrerContact: {
    summary: 'Record the talk with the referrer after triage: how far the person wishes to be involved.',
    source: 'Oxfordshire framework 6.1, fourth bullet',
    mayGive: ['COORDINATOR'],
    fields: {
      result: { kind: 'code', of: ['REACHED', 'NOT_REACHED'], help: 'Was the referrer reached?' },
      involvement: { kind: 'code', of: INVOLVEMENTS, help: 'How far the person wishes to be involved.', optional: true },
      attempts: { kind: 'integer', min: 1, max: 50, help: 'How often it was tried, for NOT_REACHED.', optional: true },
      note: { kind: 'text', help: 'What was said, or why the referrer was not reached.', optional: true },
    },
    example: { result: 'REACHED', involvement: 'ATTEND_PART' },
  },
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
  withdraw: {
    summary: 'End a case before it has a plan.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'REFERRER'],
    fields: {
      outcome: { kind: 'code', of: WITHDRAW_REASONS, help: 'How it ends.' },
      reason: { kind: 'text', help: 'Why.' },
    },
    example: { outcome: 'WITHDRAWN', reason: 'The person has moved in with family and asks for no meeting.' },
  },
  assignRole: {
    summary: 'Say who holds a role on the case.',
    source: 'Oxfordshire framework 4.6, 4.7, 6.2; Dorset learning, Who',
    mayGive: ['COORDINATOR', 'CONVENER_MANAGER', 'COORDINATOR_MANAGER', 'RESPONSIBLE_MANAGER', 'BOARD_CONTACT', 'LA_CONTACT'],
    fields: {
      role: { kind: 'code', of: ROLES, help: 'The role.' },
      person: { kind: 'id', of: 'person', help: 'Who holds it from now on.' },
      service: { kind: 'id', of: 'service', help: 'For which service, for lead workers and responsible managers.', optional: true },
    },
    example: { role: 'LEAD_WORKER', service: 'svc-fire-safety', person: 'p-osei' },
  },
  vacateRole: {
    summary: 'Say that nobody holds a role any longer.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'CONVENER_MANAGER', 'COORDINATOR_MANAGER', 'RESPONSIBLE_MANAGER'],
    fields: { role: { kind: 'code', of: CASE_ROLES, help: 'The role that is vacant.' } },
    example: { role: 'COORDINATOR' },
  },
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
          notice: { kind: 'code', of: ['N01', 'N02', 'N03', 'N04', 'N05', 'N06', 'N09', 'N17', 'N20'], help: 'Which notice.' },
        },
      },
    },
    example: { rows: [{ seq: 4, n: 0, reason: 'REFUSED', role: 'COORDINATOR', notice: 'N05' }] },
  },
} as const satisfies Record<string, CommandSpec>;

export type CommandName = keyof typeof COMMANDS;
export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

/** True for the name of a command in the table. */
export const isCommandName = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);

/** The data of a command, by its name. */
export type CommandData<N extends CommandName> = DataOf<(typeof COMMANDS)[N]['fields']>;

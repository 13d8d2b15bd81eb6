import {
  ADVOCATE_RESULTS,
  ADVOCATE_TRIGGERS,
  ADVOCATE_TYPES,
  CAPACITY_OUTCOMES,
  CONSENT_POSITIONS,
  FAMILY_GROUNDS,
  REPRESENTATIVE_KINDS,
  SHARING_GROUNDS,
} from '../codes';
import { consentFields, decision } from './parts';
import type { CommandSpec } from './spec';

/** A withdrawal has a command of its own, because it must be answered. */
const RECORDED_POSITIONS = CONSENT_POSITIONS.filter((position) => position !== 'WITHDRAWN');

const scope = {
  kind: 'text',
  help: 'How far it goes: what may be shared, with whom, and what not.',
  optional: true,
} as const;

/** The person: consent, capacity, advocate, views, support and those who act for them. */
export const PERSON_COMMANDS = {
  recordConsent: {
    summary: 'Record what the person says to sharing; another scope is recorded the same way.',
    source: 'Oxfordshire framework 5.3',
    mayGive: ['COORDINATOR', 'REFERRER', 'LEAD_WORKER', 'RESPONSIBLE_MANAGER'],
    fields: {
      ...consentFields,
      position: { kind: 'code', of: RECORDED_POSITIONS, help: 'The person’s position; for a withdrawal use withdrawConsent.' },
      scope,
      how: { kind: 'text', help: 'Who asked, and how.', optional: true },
    },
    example: { position: 'GIVEN', scope: 'Housing and fire service, not the family.', how: 'At home, by the housing officer.' },
  },
  recordSharingGrounds: {
    summary: 'Record on what ground it is shared without consent, or that this has been looked at again and is still necessary.',
    source: 'Oxfordshire framework 5.3',
    mayGive: ['COORDINATOR'],
    fields: {
      grounds: { kind: 'code', of: SHARING_GROUNDS, help: 'The ground.' },
      facts: { kind: 'text', help: 'The facts relied on.' },
      harmExpected: { kind: 'text', help: 'The harm expected without sharing.', optional: true },
      rightsConsidered: {
        kind: 'text',
        help: 'How the person’s rights were considered, and why sharing is proportionate.',
        optional: true,
      },
      personInformed: { kind: 'flag', help: 'Does the person know that it is shared?', optional: true },
      notInformedReason: { kind: 'text', help: 'Why it is unsafe to tell the person.', optional: true },
      scope,
    },
    example: {
      grounds: 'RISK_TO_OTHERS',
      facts: 'Three small fires in a shared block.',
      rightsConsidered: 'Only the fire service and housing are told.',
      personInformed: true,
    },
  },
  withdrawConsent: {
    summary: 'Record that the person takes consent back; grounds, a narrower scope or a proposed closure answer it within a working day.',
    source: 'Oxfordshire framework 5.3; the figure is a local default',
    mayGive: ['COORDINATOR', 'LEAD_WORKER', 'RESPONSIBLE_MANAGER'],
    fields: { said: { kind: 'text', help: 'What the person said, and to whom.', optional: true } },
    example: { said: 'Told the housing officer at the door.' },
  },
  recordCapacity: {
    summary: 'Record capacity for one decision, or why it was not assessed; it stands in place of an earlier record for the same decision.',
    source: 'Oxfordshire framework 5.1; Dorset learning, Individual and Who',
    mayGive: ['COORDINATOR', 'LEAD_WORKER', 'RESPONSIBLE_MANAGER'],
    fields: {
      id: decision,
      decision: { kind: 'text', help: 'The decision in question, in your own words.' },
      outcome: { kind: 'code', of: CAPACITY_OUTCOMES, help: 'What was found.' },
      reason: { kind: 'text', help: 'Why, or why it was not assessed.', optional: true },
      assessor: { kind: 'id', of: 'person', help: 'Who assessed or will assess, if in the directory.', optional: true },
      assessorNote: { kind: 'text', help: 'Who assessed or will assess, and how they know the person.', optional: true },
      assessmentOn: { kind: 'date', help: 'When it is to be assessed, for ASSESSMENT_PLANNED.', optional: true },
      supportGiven: { kind: 'text', help: 'The help given to decide.', optional: true },
      fluctuating: { kind: 'flag', help: 'True if capacity comes and goes.', optional: true },
      executiveFunction: { kind: 'text', help: 'Can the person carry out what they decide?', optional: true },
      risksDiscussed: {
        kind: 'text',
        help: 'Which risks were discussed, and why the person is thought able and willing to take them.',
        optional: true,
      },
      views: { kind: 'text', help: 'The differing views, for DIFFERING_VIEWS.', optional: true },
      route: { kind: 'text', help: 'How the difference is to be settled, for DIFFERING_VIEWS.', optional: true },
    },
    example: {
      id: 'foot-treatment',
      decision: 'Treatment of a foot infection.',
      outcome: 'PRESUMED_NOT_ASSESSED',
      reason: 'No doubt was raised.',
      risksDiscussed: 'Loss of the foot; the person weighed it and declines.',
    },
  },
  planBestInterests: {
    summary: 'Name who makes the best-interests decision, and by when.',
    source: 'Oxfordshire framework 5.1, third bullet; the figure is a local default',
    mayGive: ['COORDINATOR', 'LEAD_WORKER', 'RESPONSIBLE_MANAGER'],
    fields: {
      decision,
      who: { kind: 'text', help: 'Who decides.' },
      plannedFor: { kind: 'date', help: 'By when.' },
    },
    example: { decision: 'foot-treatment', who: 'The treating consultant.', plannedFor: '2026-06-12' },
  },
  recordBestInterests: {
    summary: 'Record a best-interests decision.',
    source: 'Oxfordshire framework 5.1, third bullet',
    mayGive: ['COORDINATOR', 'LEAD_WORKER', 'RESPONSIBLE_MANAGER'],
    fields: {
      decision,
      text: { kind: 'text', help: 'What was decided, by whom, and why.' },
      wishes: { kind: 'text', help: 'The person’s views and wishes, and how they were weighed.', optional: true },
      consulted: { kind: 'text', help: 'Who was consulted.', optional: true, thirdParty: true },
      lessRestrictive: { kind: 'text', help: 'Less restrictive ways that were considered.', optional: true },
    },
    example: { decision: 'foot-treatment', text: 'Treat with antibiotics at home.', wishes: 'Wishes to stay at home.' },
  },
  considerAdvocate: {
    summary: 'Record whether an advocate is needed, not needed, or declined by the person.',
    source: 'Oxfordshire framework 6.2, fourth bullet; Dorset learning, Individual',
    mayGive: ['COORDINATOR', 'LEAD_WORKER', 'RESPONSIBLE_MANAGER'],
    fields: {
      result: { kind: 'code', of: ADVOCATE_RESULTS, help: 'Needed, not needed, or declined by the person.' },
      triggers: { kind: 'codes', of: ADVOCATE_TRIGGERS, min: 1, help: 'What makes an advocate needed.', optional: true },
      reason: { kind: 'text', help: 'Why; needed for NOT_NEEDED.', optional: true },
    },
    example: { result: 'NEEDED', triggers: ['SUBSTANTIAL_DIFFICULTY'] },
  },
  appointAdvocate: {
    summary: 'Record the advocate appointed.',
    source: 'Oxfordshire framework 6.2, fourth bullet; Dorset learning, Individual',
    mayGive: ['COORDINATOR'],
    fields: {
      type: { kind: 'code', of: ADVOCATE_TYPES, help: 'What kind of advocate.' },
      provider: { kind: 'text', help: 'Who provides the advocate.' },
      startsOn: { kind: 'date', help: 'From when; the day of the entry if left out.', optional: true },
      advocate: { kind: 'id', of: 'person', help: 'The advocate, if in the directory.', optional: true },
    },
    example: { type: 'IMCA', provider: 'The local advocacy service.' },
  },
  endAdvocacy: {
    summary: 'Record that the advocate’s work has ended.',
    source: 'local default',
    mayGive: ['COORDINATOR'],
    fields: { reason: { kind: 'text', help: 'Why it has ended.' } },
    example: { reason: 'The decision is made.' },
  },
  recordPersonViews: {
    summary: 'Record the person’s views, wishes and desired outcomes.',
    source: 'Oxfordshire framework 3.2, 4.3; Dorset learning, Individual',
    mayGive: ['COORDINATOR', 'RELATIONSHIP_HOLDER', 'LEAD_WORKER', 'RESPONSIBLE_MANAGER', 'ADVOCATE'],
    fields: {
      views: { kind: 'text', help: 'What the person says, in their own words where possible.' },
      outcomes: { kind: 'text', help: 'What the person wants to come of it.', optional: true },
      how: { kind: 'text', help: 'To whom it was said, and how.', optional: true },
    },
    example: { views: 'I want to stay in my flat.', outcomes: 'No more letters.' },
  },
  recordParticipationSupport: {
    summary: 'Record the support offered so that the person can take part: interpreter, place, time, format.',
    source: 'Oxfordshire framework 6.2, fourth bullet',
    mayGive: ['COORDINATOR', 'LEAD_WORKER', 'RESPONSIBLE_MANAGER'],
    fields: {
      interpreter: { kind: 'text', help: 'Interpreter or communication support.', optional: true },
      place: { kind: 'text', help: 'Where the person can take part.', optional: true },
      time: { kind: 'text', help: 'When it suits the person.', optional: true },
      format: { kind: 'text', help: 'In which format the person can read or hear it.', optional: true },
      accepted: { kind: 'flag', help: 'Did the person accept it?', optional: true },
    },
    example: { place: 'At home.', format: 'Easy read.', accepted: true },
  },
  recordRepresentative: {
    summary: 'Record who may act or speak for the person, and on what ground family is involved.',
    source: 'Oxfordshire framework 6.2, third bullet; the kinds are local defaults',
    mayGive: ['COORDINATOR'],
    fields: {
      kind: { kind: 'code', of: REPRESENTATIVE_KINDS, help: 'What kind of representative; PARENT only of somebody of 16 or 17.' },
      name: { kind: 'text', help: 'Who it is, and how to reach them.', thirdParty: true },
      documentSeen: { kind: 'flag', help: 'Was the document seen that gives the authority?', optional: true },
      ground: { kind: 'code', of: FAMILY_GROUNDS, help: 'On what ground family is involved; needed for FAMILY_OR_CARER.', optional: true },
      note: { kind: 'text', help: 'What they may decide or be told.', optional: true, thirdParty: true },
    },
    example: { kind: 'ATTORNEY_HW', name: 'The daughter.', documentSeen: true, ground: 'LEGAL_AUTHORITY' },
  },
} as const satisfies Record<string, CommandSpec>;

import { ACTION_OWNERS, CLOCKS, CONSENT_POSITIONS, MEETING_MODES, PACES, SHARING_GROUNDS } from '../codes';

/** Fields that several commands share. */
export const service = { kind: 'id', of: 'service', help: 'The service in the directory.' } as const;
export const action = { kind: 'id', of: 'action', help: 'The action.' } as const;
export const reason = { kind: 'text', help: 'Why.' } as const;
export const clock = { kind: 'code', of: CLOCKS, help: 'The clock, such as T-ACTION.' } as const;
export const clockKey = { kind: 'name', help: 'Which of its deadlines: its key on the case, such as action:fire-visit.' } as const;
export const reviewOn = { kind: 'date', help: 'The review date agreed.', optional: true } as const;
export const reviewReason = { kind: 'text', help: 'Why the review lies beyond the suggested interval.', optional: true } as const;

/** One action: what, by whom, by when. */
export const actionFields = {
  id: { kind: 'id', of: 'action', help: 'A short id of your own, such as fire-visit.' },
  text: { kind: 'text', help: 'What is to be done.' },
  service,
  leadWorker: { kind: 'id', of: 'person', help: 'Who does it; the service’s lead worker if left out.', optional: true },
  dueOn: { kind: 'date', help: 'By when.' },
  urgent: { kind: 'flag', help: 'True if a delay is dangerous.', optional: true },
  owner: { kind: 'code', of: ACTION_OWNERS, help: 'AGENCY if left out; for PERSON or CARER the service supports it.', optional: true },
  proposed: {
    kind: 'flag',
    help: 'True if the service has still to agree; worked out from who was present if left out.',
    optional: true,
  },
} as const;

/** A meeting or review that is booked: when, how, with whom. */
export const bookingFields = {
  on: { kind: 'date', help: 'The day.' },
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
} as const;

/** What the first word about a person carries, whether a referral or a call. */
export const firstWordFields = {
  reasons: { kind: 'profileCodes', list: 'reasonCodes', min: 1, help: 'Why a multi-agency approach is asked for.' },
  risks: { kind: 'text', help: 'The risks of concern, in your own words.' },
  consent: {
    kind: 'group',
    help: 'Does the person agree, and if not, on what ground is it shared?',
    fields: {
      position: { kind: 'code', of: CONSENT_POSITIONS, help: 'The person’s position.' },
      grounds: { kind: 'code', of: SHARING_GROUNDS, help: 'Ground for sharing without consent.', optional: true },
      facts: { kind: 'text', help: 'The facts relied on for sharing without consent.', optional: true },
    },
  },
  person: {
    kind: 'group',
    help: 'Who it is about. Kept in the vault only.',
    optional: true,
    fields: {
      name: { kind: 'text', help: 'Name of the person.', optional: true },
      address: { kind: 'text', help: 'Address, or "no fixed abode".', optional: true },
      contact: { kind: 'text', help: 'How to reach the person safely.', optional: true },
    },
  },
  organisation: { kind: 'id', of: 'organisation', help: 'Your organisation, if it is in the directory.', optional: true },
  pace: { kind: 'code', of: PACES, help: 'The pace that you propose; STANDARD if left out.', optional: true },
  protectiveFactors: { kind: 'text', help: 'What keeps the person safe today: strengths and protective factors.', optional: true },
  triedSoFar: { kind: 'text', help: 'What your agency has tried.', optional: true },
  riskAssessment: { kind: 'text', help: 'Your agency’s own risk assessment.', optional: true },
  pathwayConsulted: { kind: 'flag', help: 'Was the referral pathway consulted first?', optional: true },
  managerDiscussed: { kind: 'flag', help: 'Was it discussed with your line manager?', optional: true },
  capacityNote: { kind: 'text', help: 'What is known about mental capacity for the decisions in question.', optional: true },
  adviceGiven: { kind: 'text', help: 'Advice given on the risks, and how to be reassessed.', optional: true },
} as const;

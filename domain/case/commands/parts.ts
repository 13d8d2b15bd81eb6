import {
  ACTION_OWNERS,
  AGE_GROUPS,
  CLOCKS,
  CONSENT_POSITIONS,
  ENGAGEMENTS,
  MEETING_MODES,
  PACES,
  SHARING_GROUNDS,
  TIERS,
  YES_NO_UNSURE,
} from '../codes';
import type { Role } from '../codes';

/** Fields that several commands share. */
export const service = { kind: 'id', of: 'service', help: 'The service in the directory.' } as const;
export const action = { kind: 'id', of: 'action', help: 'The action.' } as const;
export const decision = { kind: 'id', of: 'decision', help: 'A short id of your own for the decision, such as tenancy.' } as const;
export const reason = { kind: 'text', help: 'Why.' } as const;
export const clock = { kind: 'code', of: CLOCKS, help: 'The clock, such as T-ACTION.' } as const;
export const clockKey = { kind: 'name', help: 'Which of its deadlines: its key on the case, such as action:fire-visit.' } as const;
export const reviewOn = { kind: 'date', help: 'The review date agreed.', optional: true } as const;
export const reviewReason = { kind: 'text', help: 'Why the review lies beyond the suggested interval.', optional: true } as const;

/** Everyone who takes part in a case and sees it: any of them may speak up about its risk (local default). */
export const MEMBERS: readonly Role[] = [
  'REFERRER',
  'REFERRING_MANAGER',
  'COORDINATOR',
  'COORDINATOR_MANAGER',
  'TRIAGE_PARTNER',
  'CONVENER_MANAGER',
  'CHAIR',
  'NOTE_TAKER',
  'RELATIONSHIP_HOLDER',
  'LEAD_WORKER',
  'RESPONSIBLE_MANAGER',
  'CHILDRENS_LEAD',
];

/** Should a safeguarding concern be raised? Asked at triage, at each review and when the risk rises; UNSURE never blocks. */
export const section42 = {
  kind: 'group',
  help: 'Should a safeguarding concern be raised? The three questions of Care Act section 42.',
  optional: true,
  fields: {
    careNeeds: { kind: 'code', of: YES_NO_UNSURE, help: 'Does the person have needs for care and support?' },
    abuseOrNeglect: { kind: 'code', of: YES_NO_UNSURE, help: 'Experiencing, or at risk of, abuse or neglect?' },
    unableToProtect: { kind: 'code', of: YES_NO_UNSURE, help: 'Unable to protect themself because of those needs?' },
    raisedOn: { kind: 'date', help: 'When a safeguarding concern was raised, after three times YES.', optional: true },
    notRaisedBecause: { kind: 'text', help: 'Why none was raised, after three times YES.', optional: true },
  },
} as const;

/** How far the person takes part, and whether what is done can hold the risk. */
export const engagementFields = {
  engagement: { kind: 'code', of: ENGAGEMENTS, help: 'Does the person take part in what is done?' },
  withWhom: { kind: 'text', help: 'With whom the person engages.', optional: true, thirdParty: true },
  seriousHarmStillLikely: { kind: 'code', of: YES_NO_UNSURE, help: 'Is serious harm still likely?', optional: true },
  marmAbleToMitigate: { kind: 'code', of: YES_NO_UNSURE, help: 'Can the agencies together mitigate it?', optional: true },
  reason: { kind: 'text', help: 'Why you think so.', optional: true },
} as const;

/** A rating: likelihood times impact, or a tier; a tier that differs from its score is a professional judgement with its reason. */
export const ratingFields = {
  likelihood: { kind: 'integer', min: 1, max: 5, help: 'Likelihood of serious harm, 1 to 5.', optional: true },
  impact: { kind: 'integer', min: 1, max: 5, help: 'Impact, 1 to 5.', optional: true },
  tier: { kind: 'code', of: TIERS, help: 'The tier, if there is no score or it is judged otherwise.', optional: true },
} as const;

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
  childrensLeadInvited: {
    kind: 'flag',
    help: 'For somebody under 18: is the lead of children’s services invited?',
    optional: true,
  },
} as const;

/** What the person says to sharing, on which ground it is shared otherwise, or by when the person is asked. */
export const consentFields = {
  position: { kind: 'code', of: CONSENT_POSITIONS, help: 'The person’s position.' },
  grounds: { kind: 'code', of: SHARING_GROUNDS, help: 'Ground for sharing without consent.', optional: true },
  facts: { kind: 'text', help: 'The facts relied on for sharing without consent.', optional: true },
  notYetBecause: { kind: 'text', help: 'Why the person has not been asked yet, for NOT_YET_SOUGHT.', optional: true },
  askBy: {
    kind: 'date',
    help: 'By when the person is asked, for NOT_YET_SOUGHT: at most two working days; two if left out.',
    optional: true,
  },
} as const;

/** What the first word says of the person and of the work so far; more can be said later. */
export const referralFields = {
  person: {
    kind: 'group',
    help: 'Who it is about. Kept in the vault only.',
    optional: true,
    fields: {
      name: { kind: 'text', help: 'Name of the person.', optional: true },
      bornOn: { kind: 'birthDate', help: 'Day of birth; what is due before the 18th birthday follows from it.', optional: true },
      address: { kind: 'text', help: 'Address, or "no fixed abode".', optional: true },
      contact: { kind: 'text', help: 'How to reach the person safely.', optional: true },
      nhsNumber: { kind: 'nhsNumber', help: 'NHS number, if known; it finds an earlier case of the person.', optional: true },
      uprn: { kind: 'uprn', help: 'Unique property reference number of the home; nobody without a fixed abode needs one.', optional: true },
    },
  },
  protectiveFactors: { kind: 'text', help: 'What keeps the person safe today: strengths and protective factors.', optional: true },
  triedSoFar: { kind: 'text', help: 'What your agency has tried.', optional: true },
  riskAssessment: { kind: 'text', help: 'Your agency’s own risk assessment.', optional: true },
  pathwayConsulted: { kind: 'flag', help: 'Was the referral pathway consulted first?', optional: true },
  managerDiscussed: { kind: 'flag', help: 'Was it discussed with your line manager?', optional: true },
  capacityNote: { kind: 'text', help: 'What is known about mental capacity for the decisions in question.', optional: true },
  otherReason: { kind: 'text', help: 'The reason in your own words, for OTHER.', optional: true },
  carers: { kind: 'text', help: 'Carers, and what they can and cannot do; or that there are none.', optional: true, thirdParty: true },
  household: {
    kind: 'text',
    help: 'Who else lives there or depends on the person, children too; or that nobody does.',
    optional: true,
    thirdParty: true,
  },
  personCausingHarm: { kind: 'text', help: 'Who causes harm to the person, if anybody does.', optional: true, thirdParty: true },
  risksDiscussed: { kind: 'text', help: 'Which specific risks were discussed with the person, and what the person said.', optional: true },
  ageGroup: { kind: 'code', of: AGE_GROUPS, help: 'ADULT if left out; 16 and 17 with the lead of children’s services.', optional: true },
  adviceGiven: { kind: 'text', help: 'Advice given on the risks, and how to be reassessed.', optional: true },
} as const;

/** What the first word about a person carries, whether a referral or a call. */
export const firstWordFields = {
  reasons: { kind: 'profileCodes', list: 'reasonCodes', min: 1, help: 'Why a multi-agency approach is asked for.' },
  risks: { kind: 'text', help: 'The risks of concern, in your own words.' },
  consent: {
    kind: 'group',
    help: 'Does the person agree, and if not, on what ground is it shared?',
    fields: consentFields,
  },
  ...referralFields,
  organisation: { kind: 'id', of: 'organisation', help: 'Your organisation, if it is in the directory.', optional: true },
  pace: { kind: 'code', of: PACES, help: 'The pace that you propose; STANDARD if left out.', optional: true },
  previousCase: { kind: 'id', of: 'case', help: 'The reference of an earlier case of this person, if there was one.', optional: true },
} as const;

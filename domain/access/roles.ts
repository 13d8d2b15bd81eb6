import type { Role } from '../case/codes';

interface RoleRow {
  /** What the role may do, in the words of the role table. */
  readonly may: string;
  readonly oxfordshire: string;
  readonly dorset: string;
  /** What of a case the role sees. */
  readonly sees: 'CASE' | 'OWN_REFERRAL' | 'REFERENCE_ONLY' | 'NO_CONTENT';
}

/** The role table: who holds a role in each locality, and what it may do. Which command which role may give stands in the command table. */
export const ROLE_TABLE: Readonly<Record<Role, RoleRow>> = {
  REFERRER: {
    may: 'Submit, amend and withdraw, and follow the own case.',
    oxfordshire: 'The referring worker',
    dorset: 'The convening worker',
    sees: 'OWN_REFERRAL',
  },
  REFERRING_MANAGER: {
    may: 'Hear of the outcome of triage.',
    oxfordshire: 'The referrer’s line manager',
    dorset: 'The convening worker’s line manager',
    sees: 'OWN_REFERRAL',
  },
  COORDINATOR: {
    may: 'Give all case commands, except triage alone.',
    oxfordshire: 'The MARM Officer (framework 4.7)',
    dorset: 'The key contact until the first plan, then the coordinator',
    sees: 'CASE',
  },
  COORDINATOR_MANAGER: {
    may: 'Hear of what is overdue and assign roles.',
    oxfordshire: 'The MARM Officer’s manager',
    dorset: 'The key contact’s manager',
    sees: 'CASE',
  },
  TRIAGE_PARTNER: {
    may: 'Decide triage together with the MARM Officer.',
    oxfordshire: 'The Safeguarding Operations Manager (framework 6.1)',
    dorset: 'None: there is no triage',
    sees: 'CASE',
  },
  TRIAGE_PARTNER_MANAGER: {
    may: 'Hear of overdue triage.',
    oxfordshire: 'The Safeguarding Operations Manager’s manager',
    dorset: 'None',
    sees: 'REFERENCE_ONLY',
  },
  CONVENER_MANAGER: {
    may: 'Receive what is addressed to a vacant role, and fill it.',
    oxfordshire: 'The hosting manager',
    dorset: 'The convening worker’s manager',
    sees: 'CASE',
  },
  CHAIR: {
    may: 'Book and complete meetings.',
    oxfordshire: 'The MARM Officer unless reassigned',
    dorset: 'Appointed for each meeting',
    sees: 'CASE',
  },
  NOTE_TAKER: {
    may: 'Record meetings and publish the plan.',
    oxfordshire: 'The MARM Officer (framework 6.2)',
    dorset: 'Appointed for each meeting',
    sees: 'CASE',
  },
  RELATIONSHIP_HOLDER: {
    may: 'Tell the person what was agreed, and record it.',
    oxfordshire: 'Named at the meeting; the MARM Officer until then',
    dorset: 'A professional with a relationship (learning, Outcomes)',
    sees: 'CASE',
  },
  LEAD_WORKER: {
    may: 'Update and complete the own service’s actions.',
    oxfordshire: 'One per service (framework 4.6)',
    dorset: 'One per service',
    sees: 'CASE',
  },
  RESPONSIBLE_MANAGER: {
    may: 'Decide for the service, and hear of what is overdue.',
    oxfordshire: 'One per service (framework 6.2)',
    dorset: 'One per service',
    sees: 'CASE',
  },
  SAFEGUARDING_LEAD: {
    may: 'Hold the third stage of a challenge for the own service, and see the case while it is there.',
    oxfordshire: 'The service’s head or safeguarding lead; its responsible manager where none is named',
    dorset: 'The service’s head or safeguarding lead; its responsible manager where none is named',
    sees: 'REFERENCE_ONLY',
  },
  RAISER: {
    may: 'Hear how the own challenge goes, advance it, put it off, withdraw it or settle it.',
    oxfordshire: 'Whoever has raised a challenge, or tells somebody without an account (framework 7.4)',
    dorset: 'Whoever has raised a challenge, or tells somebody without an account',
    sees: 'REFERENCE_ONLY',
  },
  LA_CONTACT: {
    may: 'Acknowledge and decide escalations; fill roles of a lapsed case.',
    oxfordshire: 'The local authority’s safeguarding contact',
    dorset: 'The local authority’s safeguarding contact',
    sees: 'REFERENCE_ONLY',
  },
  BOARD_CONTACT: {
    may: 'Oversee a lapsed case and fill its roles.',
    oxfordshire: 'The Safeguarding Adults Board’s contact',
    dorset: 'The Safeguarding Adults Board’s contact',
    sees: 'REFERENCE_ONLY',
  },
  RECORDS_MANAGER: {
    may: 'Keep retention, legal holds and disposal.',
    oxfordshire: 'The records manager',
    dorset: 'The records manager',
    sees: 'REFERENCE_ONLY',
  },
  LA_TEAM_MANAGER: {
    may: 'Hear of a notification that the local authority has not decided, and decide it.',
    oxfordshire: 'The manager of the local authority’s safeguarding team',
    dorset: 'The manager of the local authority’s safeguarding team',
    sees: 'REFERENCE_ONLY',
  },
  BOARD_CHAIR: {
    may: 'Hold the last stage of a challenge between agencies.',
    oxfordshire: 'The Chair of the Safeguarding Adults Board',
    dorset: 'The Chair of the Safeguarding Adults Board',
    sees: 'REFERENCE_ONLY',
  },
  CHILDRENS_LEAD: {
    may: 'Take part for children’s services while the person is under 18.',
    oxfordshire: 'The lead of children’s services',
    dorset: 'The lead of children’s services',
    sees: 'CASE',
  },
  INFORMATION_GOVERNANCE_LEAD: {
    may: 'See what was retracted, and follow the incident.',
    oxfordshire: 'The information-governance lead',
    dorset: 'The information-governance lead',
    sees: 'REFERENCE_ONLY',
  },
  ADVOCATE: {
    may: 'Give the person’s views, and challenge.',
    oxfordshire: 'The advocate appointed for the person',
    dorset: 'The advocate appointed for the person',
    sees: 'NO_CONTENT',
  },
};

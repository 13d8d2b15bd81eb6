/** The stages of a case; the last three are terminal. */
export const STAGES = [
  'RECEIVED',
  'TRIAGE',
  'REFERRER_CONTACT',
  'HANDOVER_PENDING',
  'CONVENING',
  'MEETING_SCHEDULED',
  'RECORDING',
  'PLAN_ACTIVE',
  'REVIEW_SCHEDULED',
  'CLOSING',
  'CLOSED',
  'NOT_PROCEEDED',
  'MERGED',
] as const;
export type Stage = (typeof STAGES)[number];

/** Pace is a recorded professional judgement, never derived from the risk rating (Oxfordshire framework 3.3, 3.4). */
export const PACES = ['STANDARD', 'EXPEDITED', 'IMMEDIATE'] as const;
export type Pace = (typeof PACES)[number];

/** Roles that one person holds for a whole case. */
export const CASE_ROLES = [
  'COORDINATOR',
  'COORDINATOR_MANAGER',
  'TRIAGE_PARTNER',
  'TRIAGE_PARTNER_MANAGER',
  'CONVENER_MANAGER',
  'REFERRER',
  'REFERRING_MANAGER',
  'CHAIR',
  'NOTE_TAKER',
  'LA_CONTACT',
  'BOARD_CONTACT',
  'RECORDS_MANAGER',
] as const;
export type CaseRole = (typeof CASE_ROLES)[number];

/** Roles that are held once per service that takes part in a case. */
export const SERVICE_ROLES = ['LEAD_WORKER', 'RESPONSIBLE_MANAGER'] as const;
export type ServiceRole = (typeof SERVICE_ROLES)[number];

/** A role to which a message is addressed; who holds it is settled when the message is sent. */
export type Role = CaseRole | ServiceRole;
export const ROLES: readonly Role[] = [...CASE_ROLES, ...SERVICE_ROLES];

export const FLAGS = [
  'MEETING_AIM_MISSED',
  'REVIEW_OVERDUE',
  'REVIEW_LAPSED',
  'ACTION_STALLED',
  'NO_UPDATE',
  'ROLE_VACANT',
  'DELIVERY_FAILED',
  'LEGAL_HOLD',
  'HELD',
] as const;
export type Flag = (typeof FLAGS)[number];

/** The clocks that run today; the name is the one used in the timer table of the documentation. */
export const CLOCKS = ['T-ACK', 'T-TRIAGE', 'T-CONTACT', 'T-MEET', 'T-HELD', 'T-ACTION', 'T-ROLE', 'T-DELIVERY'] as const;
export type ClockId = (typeof CLOCKS)[number];

export const NOTICE_IDS = ['N01', 'N02', 'N03', 'N04', 'N05', 'N06', 'N09', 'N17', 'N20'] as const;
export type NoticeId = (typeof NOTICE_IDS)[number];

export const TRIAGE_OUTCOMES = ['MARM', 'SAFEGUARDING_CONCERN', 'OTHER_PROCESS'] as const;
export const OTHER_PROCESSES = ['CARE_MANAGEMENT', 'CARE_REVIEW', 'MARAC', 'ASMARAC', 'CPA', 'MAPPA', 'CHILDRENS', 'OTHER'] as const;
export const YES_NO_UNSURE = ['YES', 'NO', 'UNSURE'] as const;
export const CONSENT_POSITIONS = [
  'GIVEN',
  'REFUSED',
  'WITHDRAWN',
  'NOT_SOUGHT_UNSAFE',
  'NOT_POSSIBLE',
  'LACKS_CAPACITY_BEST_INTERESTS',
  'NOT_YET_SOUGHT',
] as const;
export const SHARING_GROUNDS = [
  'SAFEGUARD_ADULT_AT_RISK',
  'PUBLIC_INTEREST',
  'RISK_TO_OTHERS',
  'VITAL_INTERESTS',
  'CRIME',
  'COURT_ORDER',
] as const;
export const INVOLVEMENTS = ['ATTEND_ALL', 'ATTEND_PART', 'VIEWS_ONLY', 'VIA_ADVOCATE', 'DECLINES', 'UNKNOWN'] as const;
export const ATTENDANCES = ['ATTENDED', 'PART', 'APOLOGY_WITH_INFO', 'APOLOGY', 'NO_RESPONSE', 'DECLINED_NOT_RELEVANT'] as const;
export const MEETING_MODES = ['IN_PERSON', 'ONLINE', 'HYBRID', 'TELEPHONE'] as const;
export const MEETING_OUTCOMES = ['PLAN_AGREED', 'NO_ACTION', 'ASSESSMENTS_OUTSTANDING', 'ESCALATE', 'CLOSE', 'RECONVENE'] as const;
export const POSTPONE_REASONS = [
  'PERSON_WISH',
  'PERSON_UNWELL',
  'KEY_AGENCY_UNAVAILABLE',
  'INFORMATION_AWAITED',
  'LATE_TRIAGE',
  'CAPACITY_OF_SERVICE',
  'CALENDAR',
  'OTHER',
] as const;
export const ACTION_STATUSES = [
  'OPEN',
  'IN_PROGRESS',
  'DONE',
  'NOT_POSSIBLE_CHANGED',
  'NOT_UNDERTAKEN',
  'DECLINED_BY_PERSON',
  'SUPERSEDED',
] as const;
export const CAPACITY_OUTCOMES = [
  'PRESUMED_NOT_ASSESSED',
  'HAS',
  'LACKS',
  'UNABLE_TO_ASSESS',
  'ASSESSMENT_PLANNED',
  'DIFFERING_VIEWS',
] as const;
export const WITHDRAW_REASONS = ['WITHDRAWN', 'NOT_ELIGIBLE', 'REDIRECTED_SAFEGUARDING', 'REDIRECTED_OTHER'] as const;
export const SOURCES_OF_FACTS = ['MEETING', 'PHONE', 'EMAIL', 'LETTER', 'VISIT'] as const;
export type TriageOutcome = (typeof TRIAGE_OUTCOMES)[number];
export type MeetingOutcome = (typeof MEETING_OUTCOMES)[number];
export type Attendance = (typeof ATTENDANCES)[number];
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** True for the three stages from which nothing but retention runs. */
export const isTerminal = (stage: Stage): boolean => stage === 'CLOSED' || stage === 'NOT_PROCEEDED' || stage === 'MERGED';

/** The stages in which a case lives. */
export const LIVE_STAGES = [
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
] as const;
export type LiveStage = (typeof LIVE_STAGES)[number];

/** The stages of a case; the last three are terminal. */
export const STAGES = [...LIVE_STAGES, 'CLOSED', 'NOT_PROCEEDED', 'MERGED'] as const;
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
  'RELATIONSHIP_HOLDER',
  'LA_CONTACT',
  'BOARD_CONTACT',
  'RECORDS_MANAGER',
  'LA_TEAM_MANAGER',
  'BOARD_CHAIR',
  'CHILDRENS_LEAD',
  'INFORMATION_GOVERNANCE_LEAD',
  'ADVOCATE',
] as const;
export type CaseRole = (typeof CASE_ROLES)[number];

/** Roles that are held once per service that takes part in a case. */
export const SERVICE_ROLES = ['LEAD_WORKER', 'RESPONSIBLE_MANAGER', 'SAFEGUARDING_LEAD'] as const;
export type ServiceRole = (typeof SERVICE_ROLES)[number];

/** True for a role that is held once per service. */
export const isServiceRole = (role: string): role is ServiceRole => SERVICE_ROLES.some((one) => one === role);

/** Roles that somebody is given on a case. */
export const ASSIGNED_ROLES = [...CASE_ROLES, ...SERVICE_ROLES] as const;

/** A role to which a message is addressed; who holds it is settled when the message is sent. */
export type Role = CaseRole | ServiceRole | 'RAISER';
/** The last one nobody is given: it is that of whoever has raised a challenge. */
export const ROLES: readonly Role[] = [...ASSIGNED_ROLES, 'RAISER'];

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
export const CLOCKS = [
  'T-ACK',
  'T-TRIAGE',
  'T-CONTACT',
  'T-HANDOVER',
  'T-MEET',
  'T-INVITE',
  'T-INFO',
  'T-REMIND',
  'T-HELD',
  'T-SUMMARY',
  'T-MINUTES',
  'T-FEEDBACK',
  'T-ABSENT',
  'T-PLANDIST',
  'T-ACCEPT',
  'T-ACTION',
  'T-SILENT',
  'T-REVIEW',
  'T-RERATE',
  'T-CONCERN',
  'T-LA',
  'T-CONSENT',
  'T-CAPACITY',
  'T-ADVOCATE',
  'T-AGE18',
  'T-CHALLENGE',
  'T-PAUSE',
  'T-CLOSE',
  'T-RETAIN',
  'T-ROLE',
  'T-DELIVERY',
] as const;
export type ClockId = (typeof CLOCKS)[number];

export const NOTICE_IDS = [
  'N01',
  'N02',
  'N03',
  'N04',
  'N05',
  'N06',
  'N07',
  'N08',
  'N09',
  'N10',
  'N11',
  'N12',
  'N13',
  'N14',
  'N15',
  'N16',
  'N17',
  'N18',
  'N19',
  'N20',
] as const;
export type NoticeId = (typeof NOTICE_IDS)[number];

/** Recipients that stand for several people of a case; who they are is worked out when the message is announced. */
export const AUDIENCES = [
  'ALL_LEAD_WORKERS',
  'ALL_RESPONSIBLE_MANAGERS',
  'ATTENDEES',
  'ATTENDEES_OR_COORDINATOR',
  'UNCONFIRMED_RECIPIENTS',
  'UNANSWERED_SERVICES',
  'PROPOSER',
  'LA_NOTIFIER',
  'LA_CONTACT_UNLESS_ACKNOWLEDGED',
  'ASSESSOR',
  'CHALLENGE_HOLDERS',
  'NEXT_CHALLENGE_HOLDERS',
] as const;
export type Audience = Role | (typeof AUDIENCES)[number];

export const TRIAGE_OUTCOMES = ['MARM', 'SAFEGUARDING_CONCERN', 'OTHER_PROCESS'] as const;
export const HANDOVER_ANSWERS = ['ACKNOWLEDGED', 'ACCEPTED', 'NOT_ACCEPTED'] as const;
export const OTHER_PROCESSES = ['CARE_MANAGEMENT', 'CARE_REVIEW', 'MARAC', 'ASMARAC', 'CPA', 'MAPPA', 'CHILDRENS', 'OTHER'] as const;
export const YES_NO_UNSURE = ['YES', 'NO', 'UNSURE'] as const;
export type YesNoUnsure = (typeof YES_NO_UNSURE)[number];
export const CONSENT_POSITIONS = [
  'GIVEN',
  'REFUSED',
  'WITHDRAWN',
  'NOT_SOUGHT_UNSAFE',
  'NOT_POSSIBLE',
  'LACKS_CAPACITY_BEST_INTERESTS',
  'NOT_YET_SOUGHT',
] as const;
export type ConsentPosition = (typeof CONSENT_POSITIONS)[number];
export const SHARING_GROUNDS = [
  'SAFEGUARD_ADULT_AT_RISK',
  'PUBLIC_INTEREST',
  'RISK_TO_OTHERS',
  'VITAL_INTERESTS',
  'CRIME',
  'COURT_ORDER',
] as const;
export type SharingGround = (typeof SHARING_GROUNDS)[number];
export const INVOLVEMENTS = ['ATTEND_ALL', 'ATTEND_PART', 'VIEWS_ONLY', 'VIA_ADVOCATE', 'DECLINES', 'UNKNOWN'] as const;
export const ATTENDANCES = ['ATTENDED', 'PART', 'APOLOGY_WITH_INFO', 'APOLOGY', 'NO_RESPONSE', 'DECLINED_NOT_RELEVANT'] as const;
export const MEETING_MODES = ['IN_PERSON', 'ONLINE', 'HYBRID', 'TELEPHONE'] as const;
/** Outcomes of a meeting, then those of a review; several may apply. */
export const MEETING_OUTCOMES = [
  'PLAN_AGREED',
  'NO_ACTION',
  'ASSESSMENTS_OUTSTANDING',
  'ESCALATE',
  'CLOSE',
  'RECONVENE',
  'CONTINUE',
  'REVISE',
  'ALTERNATIVE_APPROACH',
  'PROPOSE_CLOSURE',
] as const;
export const MEETING_KINDS = ['MEETING', 'REVIEW'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];
/** What an invited service says of the person; NOT_KNOWN ends its part in the case. */
export const INVITE_ANSWERS = ['KNOWN', 'NOT_KNOWN', 'RELEVANT_ANYWAY'] as const;
export type InviteAnswer = (typeof INVITE_ANSWERS)[number];
export const FEEDBACK_RESULTS = ['SHARED', 'UNSAFE', 'DECLINED', 'NOT_REACHED'] as const;
/** Tiers of a risk rating, likelihood times impact: LOW to 4, MODERATE to 9, HIGH to 15, CRITICAL above (local default). */
export const TIERS = ['LOW', 'MODERATE', 'HIGH', 'CRITICAL'] as const;
export type Tier = (typeof TIERS)[number];
/** How far the person takes part in what is done (Dorset learning, Outcomes). */
export const ENGAGEMENTS = ['ENGAGING', 'PARTLY', 'NOT', 'UNKNOWN'] as const;
export type Engagement = (typeof ENGAGEMENTS)[number];
/** What the local authority says of a notification: its decision (Oxfordshire framework 7.2), or that it has, or needs, more. */
export const LA_DECISIONS = [
  'S42_ENQUIRY',
  'OTHER_STEPS',
  'NO_FURTHER_STEPS',
  'ALREADY_OPEN',
  'MORE_INFORMATION',
  'RECEIVED_ELSEWHERE',
] as const;
export type LaDecision = (typeof LA_DECISIONS)[number];
/** How far the escalation of a case has come. */
export const ESCALATION_STATUSES = ['NONE', 'CONSIDERED', 'NOTIFIED', 'ACKNOWLEDGED', ...LA_DECISIONS] as const;
export type EscalationStatus = (typeof ESCALATION_STATUSES)[number];
/** What asks professionals to consider telling the local authority (Oxfordshire framework 7.1; Dorset learning, Outcomes). */
export const ESCALATION_PROMPTS = ['UNMITIGATED_SERIOUS_HARM', 'RISK_RISING_AND_NOT_ENGAGING'] as const;
export type EscalationPrompt = (typeof ESCALATION_PROMPTS)[number];
/** Whether the local authority has agreed to the clock of its answers; with INTERNAL every chase goes to the coordinator, to ring. */
export type LaClock = 'AGREED' | 'INTERNAL';
export const LAPSE_DECISIONS = ['HOLD', 'ESCALATE', 'CLOSE'] as const;
export type LapseDecision = (typeof LAPSE_DECISIONS)[number];
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
export type AimReason = (typeof POSTPONE_REASONS)[number];
/** How a meeting stood to its aim. */
export type AimResult = 'MET' | 'VARIED' | 'MISSED';
/** MARM is for adults; at 16 and 17 with the lead of children's services (local default). */
export const AGE_GROUPS = ['ADULT', 'AGED_16_17', 'UNDER_16'] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];
export const ACTION_STATUSES = [
  'OPEN',
  'IN_PROGRESS',
  'DONE',
  'NOT_POSSIBLE_CHANGED',
  'NOT_UNDERTAKEN',
  'DECLINED_BY_PERSON',
  'SUPERSEDED',
] as const;
export const ENDED_STATUSES = ['NOT_POSSIBLE_CHANGED', 'NOT_UNDERTAKEN', 'DECLINED_BY_PERSON', 'SUPERSEDED'] as const;
export const ACTION_OWNERS = ['AGENCY', 'PERSON', 'CARER'] as const;
/** Whether the service that is to do an action has agreed to it. */
export const ACCEPTANCES = ['PROPOSED', 'ACCEPTED', 'COUNTER_PROPOSED', 'DECLINED'] as const;
export type Acceptance = (typeof ACCEPTANCES)[number];
export const CLOSURE_CODES = [
  'RISK_REMOVED',
  'RISK_REDUCED_SINGLE_AGENCY',
  'TRANSFERRED_S42',
  'TRANSFERRED_OTHER_PROCESS',
  'CAPACITATED_DECISION_RISK_REMAINS',
  'MOVED_AREA',
  'INSTITUTION',
  'UNTRACEABLE',
  'DIED',
] as const;
export type ClosureCode = (typeof CLOSURE_CODES)[number];
export const RISK_OUTCOMES = ['REMOVED', 'REDUCED', 'REMAINS'] as const;
/** Where a person lives whose case closes because an institution looks after them. */
export const INSTITUTIONS = ['PRISON', 'HOSPITAL', 'PLACEMENT'] as const;
export const PERSON_OUTCOMES = ['ASKED_NOT_EXPRESSED', 'FULLY_MET', 'PARTLY_MET', 'NOT_MET', 'NOT_ASKED'] as const;
export const CAPACITY_OUTCOMES = [
  'PRESUMED_NOT_ASSESSED',
  'HAS',
  'LACKS',
  'UNABLE_TO_ASSESS',
  'ASSESSMENT_PLANNED',
  'DIFFERING_VIEWS',
] as const;
export type CapacityOutcome = (typeof CAPACITY_OUTCOMES)[number];
export const ADVOCATE_RESULTS = ['NEEDED', 'NOT_NEEDED', 'DECLINED'] as const;
/** What makes an advocate needed (Oxfordshire framework 6.2; Dorset learning, Individual). */
export const ADVOCATE_TRIGGERS = ['SUBSTANTIAL_DIFFICULTY', 'CAPACITY_DOUBT', 'DECLINED_TO_ATTEND', 'OTHER'] as const;
/** Where the question of an advocate stands. */
export const ADVOCATE_STATUSES = ['NOT_CONSIDERED', ...ADVOCATE_RESULTS, 'APPOINTED', 'ENDED'] as const;
/** Kinds of independent advocate: Care Act, mental capacity, mental health, another. */
export const ADVOCATE_TYPES = ['CARE_ACT', 'IMCA', 'IMHA', 'OTHER'] as const;
/** Who acts for the person or is close to them; the PARENT of somebody of 16 or 17. */
export const REPRESENTATIVE_KINDS = [
  'ATTORNEY_HW',
  'ATTORNEY_PF',
  'DEPUTY',
  'NEAREST_RELATIVE',
  'IMCA',
  'PARENT',
  'FAMILY_OR_CARER',
] as const;
export const FAMILY_GROUNDS = ['CONSENT', 'BEST_INTERESTS_CONSULTATION', 'LEGAL_AUTHORITY'] as const;
/** How a challenge is settled; the last one only once the Board's Chair has had it. */
export const CHALLENGE_RESOLUTIONS = ['RESOLVED_ACTION_AGREED', 'RESOLVED_POSITION_ACCEPTED', 'ESCALATED', 'UNRESOLVED_AT_BOARD'] as const;
export const CHALLENGE_OUTCOMES = [...CHALLENGE_RESOLUTIONS, 'WITHDRAWN'] as const;
export type ChallengeOutcome = (typeof CHALLENGE_OUTCOMES)[number];
/** For whom a worker enters a challenge who has no account (Oxfordshire framework 7.4). */
export const CHALLENGERS_WITHOUT_ACCOUNT = ['PERSON', 'FAMILY', 'CARER'] as const;
export type ChallengerWithoutAccount = (typeof CHALLENGERS_WITHOUT_ACCOUNT)[number];
/** Why clocks stand still for a time (local default). */
export const PAUSE_REASONS = ['HOSPITAL', 'PRISON', 'PERSON_WISH', 'AWAITING_PROCESS'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];
/** Why a deadline got another date. */
export type MoveReason = 'AGREED' | 'PACE' | 'RISK' | 'OVERRIDE' | 'PAUSE' | 'CALENDAR' | 'PROFILE';
/** Clocks that may run on in a closed case, with a named owner (local default). */
export const CARRIED_CLOCKS = ['T-LA', 'T-CHALLENGE'] as const;
/** Another way by which a message that failed was passed on. */
export const OTHER_CHANNELS = ['PHONE', 'IN_PERSON', 'POST', 'SECURE_EMAIL', 'OTHER'] as const;
/** What is decided on the record of an ended case when its time has come, and why (UK GDPR article 5(1)(e); local default). */
export const RETENTION_DECISIONS = ['KEEP', 'DISPOSE'] as const;
export const RETENTION_REASONS = [
  'NO_LONGER_NEEDED',
  'REVIEW_OR_INQUIRY',
  'CLAIM_EXPECTED',
  'ANOTHER_CASE_NEEDS_IT',
  'PUBLIC_INTEREST',
] as const;
export const WITHDRAW_REASONS = ['WITHDRAWN', 'NOT_ELIGIBLE', 'REDIRECTED_SAFEGUARDING', 'REDIRECTED_OTHER'] as const;
export const SOURCES_OF_FACTS = ['MEETING', 'PHONE', 'EMAIL', 'LETTER', 'VISIT'] as const;
export type TriageOutcome = (typeof TRIAGE_OUTCOMES)[number];
export type MeetingOutcome = (typeof MEETING_OUTCOMES)[number];
export type Attendance = (typeof ATTENDANCES)[number];
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** True for the three stages from which nothing but retention runs. */
export const isTerminal = (stage: Stage): boolean => !LIVE_STAGES.some((live) => live === stage);

/** True for an action that somebody still has to end. */
export const isUnfinished = ({ status }: { readonly status: ActionStatus }): boolean => status === 'OPEN' || status === 'IN_PROGRESS';

/** True for the two upper tiers, at which more is asked of people (local default). */
export const isHighRisk = (tier: Tier | null): boolean => tier === 'HIGH' || tier === 'CRITICAL';

/** True for a tier above another; no tier counts as MODERATE (local default). */
export const isAbove = (tier: Tier | null, other: Tier | null): boolean =>
  TIERS.indexOf(tier ?? 'MODERATE') > TIERS.indexOf(other ?? 'MODERATE');

/** The tier of a score from 1 to 25. */
export const tierOf = (score: number): Tier => (score > 15 ? 'CRITICAL' : score > 9 ? 'HIGH' : score > 4 ? 'MODERATE' : 'LOW');

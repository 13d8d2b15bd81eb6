/** Why a command cannot be accepted: an expected outcome, returned as a value and mapped to HTTP once, at the edge. */
export interface Refusal {
  readonly code: RefusalCode;
  /** A sentence that a caseworker understands and that says what to do. */
  readonly message: string;
  /** The field at fault, as a JSON pointer into the command's data. */
  readonly field?: string;
  /** The paragraph or rule behind it. */
  readonly rule?: string;
}

/** Every refusal of the core and the HTTP status that the API gives it. */
export const REFUSALS = {
  WRONG_STAGE: 409,
  ALREADY_STARTED: 409,
  STALE_SEQ: 412,
  NOT_IN_THIS_LOCALITY: 422,
  OCCURRED_IN_FUTURE: 422,
  OCCURRED_BEFORE_RECEIPT: 422,
  DATE_TOO_LONG_AGO: 422,
  GROUNDS_MISSING: 422,
  UNKNOWN_REASON: 422,
  REASON_MISSING: 422,
  DECISION_ALONE_NOT_ALLOWED: 422,
  DESTINATION_MISSING: 422,
  MEETING_IN_PAST: 422,
  MEETING_TOO_FAR: 422,
  MEETING_TIME_UNCLEAR: 422,
  MEETING_ALREADY_BOOKED: 409,
  NO_MEETING_BOOKED: 409,
  HELD_IN_FUTURE: 422,
  SERVICE_NOT_ON_CASE: 422,
  DUPLICATE_SERVICE: 422,
  DUPLICATE_ACTION: 409,
  UNKNOWN_ACTION: 422,
  ACTION_ENDED: 409,
  DUE_IN_PAST: 422,
  DATE_TOO_FAR: 422,
  TOO_MANY_ACTIONS: 422,
  REVIEW_MISSING: 422,
  REVIEW_BEFORE_MEETING: 422,
  NOTHING_TO_CONCUR: 409,
  SERVICE_MISSING: 422,
  ROLE_ALREADY_VACANT: 409,
  SERVICE_NOT_INVITED: 422,
  HELD_BEFORE_LAST: 422,
  NOTHING_TO_PUBLISH: 409,
  UNKNOWN_GAP: 422,
  REVIEW_DATE_IN_PAST: 422,
  NOT_LAPSED: 409,
  NO_PLAN: 409,
  ALREADY_ACKNOWLEDGED: 409,
  ALREADY_ACCEPTED: 409,
  DUE_NOT_LATER: 422,
  EXTENSION_NEEDS_MANAGER: 422,
  NOT_PROPOSED: 409,
  GAPS_OPEN: 409,
  ANSWERS_AWAITED: 409,
  ANSWERS_MISSING: 409,
  TOO_LATE_TO_REOPEN: 409,
  UNKNOWN_DEADLINE: 422,
  NOT_OVERDUE: 409,
  NEVER_SILENT: 422,
  LOOK_AGAIN_TOO_EARLY: 422,
  LOOK_AGAIN_TOO_LATE: 422,
  DATE_IS_AGREED: 422,
  DUE_OR_DAYS: 422,
  APPROVER_NEEDED: 422,
  NEVER_PAUSED: 409,
  ALREADY_PAUSED: 409,
  NOT_PAUSED: 409,
  PAUSE_TOO_LONG: 422,
  PAUSE_ENDS_TOO_EARLY: 422,
  SECOND_PAUSE_NEEDS_MANAGER: 422,
  CALENDAR_UNCHANGED: 409,
  CALENDAR_DAY_NOT_AHEAD: 422,
  UNKNOWN_PROFILE_VERSION: 422,
  DEATH_IS_RECORDED: 409,
  NO_DEATH_RECORDED: 409,
  RECORD_THE_DEATH: 422,
  ALREADY_ON_HOLD: 409,
  NOT_ON_HOLD: 409,
  UNKNOWN_DELIVERY: 422,
} as const;
export type RefusalCode = keyof typeof REFUSALS;

/** Makes a refusal; `more` names the field and the rule. */
export const refuse = (code: RefusalCode, message: string, more: Pick<Refusal, 'field' | 'rule'> = {}): { refusal: Refusal } => ({
  refusal: { code, message, ...more },
});

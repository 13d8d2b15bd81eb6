import type { Instant, LondonDate } from '../../calendar';
import type { Acceptance, ACTION_OWNERS, ActionStatus, ClockId, NoticeId, Role } from '../codes';

/** One message that is to reach the holders of some roles. Names and addresses are settled when it is sent. */
export interface Announcement {
  readonly notice: NoticeId;
  readonly to: readonly Addressee[];
  readonly clock: ClockId | null;
  /** `meeting:1`, `action:<id>`, `role:<ROLE>` or `-`. */
  readonly key: string;
  /** `-5WD`, `due`, `+1WD`, `at-once`, `catch-up`; null for a message that follows a command. */
  readonly threshold: string | null;
  /** The thresholds that a catch-up stands for. */
  readonly covers?: readonly string[];
  /** Which text of the notice: see the catalogue of texts. */
  readonly variant: string;
  readonly dueOn?: LondonDate;
  /** The calendar file's number of an invitation; rises with each change (N06). */
  readonly meetingOn?: LondonDate;
  readonly planned: boolean;
}

/** Who a message is for: the holder of a role, unless a person is named, as for an action. */
export interface Addressee {
  readonly role: Role;
  readonly service?: string;
  readonly person?: string;
}

/** What the engine remembers of a deadline. Its thresholds and timers are derived from it, never stored. */
export interface ObligationFact {
  readonly clock: ClockId;
  readonly key: string;
  readonly anchorOn: LondonDate;
  readonly dueOn: LondonDate;
  readonly calendarVersion: string;
  /** The date before pauses moved it. */
  readonly movedFrom?: LondonDate;
  /** Which ladder of thresholds applies, such as the pace; '-' if there is only one. */
  readonly ladder: string;
  /** Of a case begun on paper: thresholds before this instant were no concern of the engine; they send and raise nothing. */
  readonly silentBefore?: Instant;
}

export interface Action {
  readonly id: string;
  readonly service: string;
  readonly leadWorker?: string;
  readonly textRef: string;
  readonly agreedOn: LondonDate;
  readonly dueOn: LondonDate;
  readonly urgent: boolean;
  readonly status: ActionStatus;
  readonly acceptance: Acceptance;
  /** The day on which it was put to its service. */
  readonly proposedOn: LondonDate;
  /** From which day its silence counts: agreed, last note, or last change of its date. */
  readonly quietSince: LondonDate;
  /** How often its date was moved. */
  readonly extensions: number;
  readonly owner: (typeof ACTION_OWNERS)[number];
}

export interface RecordGap {
  /** What closeGap names, such as `capacity-meeting-1`. */
  readonly id: string;
  readonly item: string;
  readonly requirement: string;
  readonly owner: Role;
  readonly dueOn: LondonDate;
}

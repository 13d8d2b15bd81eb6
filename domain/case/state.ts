import type { CalendarParts, Instant, LondonDate } from '../calendar';
import type {
  ClockId,
  ClosureCode,
  Flag,
  InviteAnswer,
  LapseDecision,
  MeetingKind,
  MeetingOutcome,
  Pace,
  Role,
  Stage,
  Tier,
  TriageOutcome,
} from './codes';
import type { Entries } from './regions/entries';
import type { Standing } from './regions/standing';
import type { Action, Announcement, ObligationFact, RecordGap } from './events';
import type { Involvement } from './regions/involvement';
import type { MeetingAim } from './regions/meetingAim';
import type { Origin } from './regions/origin';
import type { EscalationRegion } from './regions/escalation';
import type { RiskRegion } from './regions/risk';
import type { PersonRegion } from './regions/person';
import type { Absence } from './regions/absences';
import type { Challenge } from './regions/challenges';
import type { Closing } from './regions/closing';
import type { Running } from './regions/running';

/** A deadline that runs: its fact, when it was armed, and which thresholds have passed. */
export interface Obligation extends ObligationFact {
  readonly armedAt: Instant;
  readonly passed: readonly string[];
  /** Its repeats are silent until 09:00 of this day, and count on from there. */
  readonly quietUntil?: LondonDate;
}

/** A service's invitation to the meeting that is booked. */
export interface Invitation {
  readonly service: string;
  /** The day of the newest invitation or change that it was sent. */
  readonly invitedOn: LondonDate;
  readonly answer: InviteAnswer | null;
  readonly attends: boolean | null;
  readonly contributed: boolean;
}

export interface Meeting {
  readonly number: number;
  readonly kind: MeetingKind;
  readonly on: LondonDate;
  readonly startsAt: string;
  /** When it was booked, or moved to this day. */
  readonly bookedAt: Instant;
  readonly invitations: readonly Invitation[];
  /** Rises with every change, for calendar files. */
  readonly sequence: number;
}

/** A held meeting of which the record still owes something. */
export interface OpenRecord {
  readonly meeting: number;
  readonly heldOn: LondonDate;
  readonly reconvene: boolean;
  readonly summary: boolean;
  readonly minutes: boolean;
  /** True once a plan, its confirmation or a proposed closure serves this meeting. */
  readonly planned: boolean;
  readonly feedback: boolean;
}

/** What is proposed, and which services have agreed. */
export interface Closure {
  readonly code: ClosureCode;
  readonly proposedOn: LondonDate;
  readonly answered: readonly string[];
}

export interface ServiceOnCase {
  readonly service: string;
  readonly leadWorker: string | null;
  readonly responsibleManager: string | null;
  /** Its head or safeguarding lead, where the directory or a person names one. */
  readonly safeguardingLead?: string;
}

export interface RaisedFlag {
  readonly flag: Flag;
  readonly clock: ClockId | null;
  readonly key: string;
  readonly at: Instant;
}

export interface HeldNotice {
  readonly id: string;
  readonly notBefore: Instant;
  readonly notice: Announcement;
}

/** What a case was when it ended before a plan, so that it can go on as it was. */
export interface EndedAs {
  readonly stage: Stage;
  readonly meeting: Meeting | null;
  readonly handover: CaseState['handover'];
  readonly records: readonly OpenRecord[];
  readonly obligations: readonly Obligation[];
  readonly flags: readonly RaisedFlag[];
}

/** Everything the rules need to know of a case: codes, dates and ids, plain JSON, under 128 KB. */
export interface CaseState {
  readonly schemaVersion: 1;
  readonly stage: Stage | null;
  /** The latest instant that the case has lived through. */
  readonly lastAt: Instant;
  readonly seq: number;
  readonly locality: string;
  readonly profile: { readonly id: string; readonly version: string };
  /** What the case computes with: the bundled days of `bundle`, with the days that were pinned since. */
  readonly calendar: CalendarParts;
  readonly receivedOn: LondonDate;
  readonly receivedAt: Instant;
  readonly pace: Pace;
  readonly paceSetAt: Instant;
  readonly holders: Readonly<Partial<Record<Role, string>>>;
  readonly services: readonly ServiceOnCase[];
  readonly standing: Standing;
  readonly vacancies: readonly { readonly role: Role; readonly service?: string; readonly on: LondonDate }[];
  readonly origin: Origin;
  readonly involvement: Involvement;
  readonly triage: { readonly outcome: TriageOutcome; readonly decidedOn: LondonDate; readonly concurrenceOwedBy: Role | null } | null;
  /** A case handed over to another process, until that has answered. */
  readonly handover: { readonly on: LondonDate; readonly acknowledged: boolean } | null;
  readonly referrerContactedOn: LondonDate | null;
  /** The meeting that is booked now. */
  readonly meeting: Meeting | null;
  readonly meetingsHeld: number;
  readonly reviewsHeld: number;
  readonly lastHeld: {
    readonly number: number;
    readonly kind: MeetingKind;
    readonly on: LondonDate;
    readonly outcomes: readonly MeetingOutcome[];
    readonly present: readonly string[];
  } | null;
  readonly records: readonly OpenRecord[];
  /** From which day the running aim for a meeting counts: receipt, or the meeting that decided to reconvene. */
  readonly meetingAimFrom: LondonDate;
  readonly meetingAim: MeetingAim;
  readonly score: number | null;
  readonly tier: Tier | null;
  readonly risk: RiskRegion;
  readonly escalation: EscalationRegion;
  /** The review that is owed: its agreed day, from when it counts, and what was decided if it lapsed. */
  readonly review: { readonly on: LondonDate; readonly agreedOn: LondonDate; readonly lapseDecision: LapseDecision | null } | null;
  readonly actions: readonly Action[];
  readonly plan: {
    readonly version: number;
    readonly publishedOn: LondonDate;
    readonly recipients: readonly string[];
    readonly confirmed: readonly string[];
  } | null;
  readonly person: PersonRegion;
  readonly absences: readonly Absence[];
  readonly challenges: readonly Challenge[];
  readonly running: Running;
  readonly closure: Closure | null;
  readonly closing: Closing;
  readonly endedOn: LondonDate | null;
  readonly endedAs: EndedAs | null;
  readonly gaps: readonly RecordGap[];
  readonly entries: Entries;
  readonly flags: readonly RaisedFlag[];
  readonly obligations: readonly Obligation[];
  readonly held: readonly HeldNotice[];
}

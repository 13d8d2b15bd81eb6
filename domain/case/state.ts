import type { Instant, LondonDate } from '../calendar';
import type { Flag, MeetingOutcome, Pace, Role, Stage, ClockId } from './codes';
import type { Action, Announcement, ObligationFact, RecordGap } from './events';

/** A deadline that runs: its fact, when it was armed, and which thresholds have passed. */
export interface Obligation extends ObligationFact {
  readonly armedAt: Instant;
  readonly passed: readonly string[];
}

export interface Meeting {
  readonly number: number;
  readonly on: LondonDate;
  readonly startsAt: string;
  readonly bookedOn: LondonDate;
  readonly services: readonly string[];
  /** Rises with every change, for calendar files. */
  readonly sequence: number;
}

export interface ServiceOnCase {
  readonly service: string;
  readonly leadWorker: string | null;
  readonly responsibleManager: string | null;
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

/** Everything the rules need to know of a case: codes, dates and ids, plain JSON, under 128 KB. */
export interface CaseState {
  readonly schemaVersion: 1;
  readonly stage: Stage | null;
  /** The latest instant that the case has lived through. */
  readonly lastAt: Instant;
  readonly seq: number;
  readonly locality: string;
  readonly profile: { readonly id: string; readonly version: string };
  readonly calendar: { readonly version: string; readonly localClosureDays: readonly LondonDate[] };
  readonly receivedOn: LondonDate;
  readonly receivedAt: Instant;
  readonly pace: Pace;
  readonly paceSetAt: Instant;
  readonly holders: Readonly<Partial<Record<Role, string>>>;
  readonly services: readonly ServiceOnCase[];
  readonly vacancies: readonly { readonly role: Role; readonly on: LondonDate }[];
  readonly triage: { readonly outcome: string; readonly decidedOn: LondonDate; readonly concurrenceOwedBy: Role | null } | null;
  readonly referrerContactedOn: LondonDate | null;
  /** The meeting that is booked now. */
  readonly meeting: Meeting | null;
  readonly meetingsHeld: number;
  readonly lastHeld: { readonly number: number; readonly on: LondonDate; readonly outcomes: readonly MeetingOutcome[] } | null;
  /** From which day the running aim for a meeting counts: receipt, or the meeting that decided to reconvene. */
  readonly meetingAimFrom: LondonDate;
  readonly score: number | null;
  readonly reviewOn: LondonDate | null;
  readonly actions: readonly Action[];
  readonly plan: { readonly version: number; readonly publishedOn: LondonDate; readonly recipients: readonly string[] } | null;
  readonly gaps: readonly RecordGap[];
  readonly flags: readonly RaisedFlag[];
  readonly obligations: readonly Obligation[];
  readonly held: readonly HeldNotice[];
}

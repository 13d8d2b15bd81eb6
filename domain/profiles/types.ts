import type { Audience, ClockId, EscalationPrompt, Flag, LaClock, NoticeId, Pace, Role } from '../case/codes';
import type { LondonDate } from '../calendar';

/** Where a value comes from: the locality's own document, another published protocol, law, or our default until the locality confirms it. */
export type SourceTag = 'S' | 'P' | 'L' | 'D';

export interface Sourced<T> {
  readonly value: T;
  readonly source: SourceTag;
  /** The paragraph, or 'local default, not in the framework'. */
  readonly cite: string;
}

/** How a due date follows from its anchor. */
export type DueRule =
  | { readonly calendarDays: number }
  | { readonly workingDays: number }
  | { readonly workingDaysBefore: number }
  /** The birthday of that age; the anchor is the day of birth. */
  | { readonly yearsOfAge: 18 }
  | { readonly sameDay: true }
  /** The same date some years on, or the last working day before it. */
  | { readonly years: number }
  | { readonly agreed: true };

/** `-90d` counts calendar days; 'on-or-after' is the due date or the first working day after it. */
export type Offset = 'due' | 'on-or-after' | 'at-once' | `${'+' | '-'}${number}WD` | `-${number}d`;

/** One step of a ladder: when it fires, which message it sends to whom, which flag it raises. */
export interface ThresholdPolicy {
  /** Its distance from the due date. */
  readonly at: Offset;
  /** What it is called, where that is not its offset: `10WD` of the record counts from the meeting, not from the due date. */
  readonly label?: string;
  /** null: a flag without a message. */
  readonly notice: NoticeId | null;
  readonly variant: string;
  readonly to: readonly Audience[];
  /** Of a last step: who gets its repeats too. */
  readonly repeatsAlsoTo?: readonly Audience[];
  readonly flag?: Flag;
  /** A gap of the record that opens with it: a task for its owner. */
  readonly gap?: { readonly item: string; readonly requirement: string; readonly owner: Role };
  /** A line in the Board's log: a record, no mail. */
  readonly boardLog?: true;
  /** Drafts a stage-2 challenge of the service that is waited for, unless one is open. */
  readonly draftsChallenge?: true;
  /** Goes to contacts outside the case: never part of a catch-up, and once only. */
  readonly outside?: true;
}

export interface TimerPolicy {
  /** Due rule and ladder by name: a pace, a tier, 'urgent', or '-' where there is only one. */
  readonly due: Readonly<Record<string, Sourced<DueRule>>>;
  readonly ladders: Readonly<Record<string, readonly ThresholdPolicy[]>>;
  /** While nobody acts, a message repeats this many working days after the last; null for never. */
  readonly repeatEveryWorkingDays: Sourced<number> | null;
  /** Who gets the repeats, if not everyone who was told from "due" on. */
  readonly repeatTo?: readonly Audience[];
  /** False where another message of the same command states the date: what has passed at arming is then not caught up. */
  readonly catchUp?: false;
}

/** A duty of the locality's own document that its profile leaves out, on purpose and in writing. */
export interface Deviation {
  /** Its id in the table of obligations. */
  readonly obligation: string;
  readonly reason: string;
  /** Who agreed to it. */
  readonly agreedBy: string;
}

/** One locality's protocol as data. Immutable once published; a case keeps the version it began with. */
export interface ProtocolProfile {
  readonly id: string;
  readonly version: string;
  readonly basis: Sourced<string>;
  readonly localClosureDays: readonly LondonDate[];
  readonly intake: Sourced<'REFERRAL' | 'CALL'>;
  readonly convenor: Sourced<'MARM_OFFICER' | 'ANY_AGENCY'>;
  readonly triage: Sourced<{ readonly enabled: boolean; readonly deciders: readonly Role[] }>;
  readonly referrerContactRequired: Sourced<boolean>;
  /** Whether abuse or neglect by somebody else is first of all a safeguarding concern, or a reason for MARM where section 42 is not met. */
  readonly thirdPartyAbuse: Sourced<'WARN' | 'ALLOWED'>;
  /** From which age MARM is open without the lead of children's services; never below 16. */
  readonly minimumAge: Sourced<number>;
  readonly reasonCodes: Sourced<Readonly<Record<string, string>>>;
  /** Roles that a case must always have; a vacancy is told to the hosting manager. */
  readonly requiredRoles: Sourced<readonly Role[]>;
  /** Who stands in for the Chair and the note-taker until they are named. */
  readonly chairDefaultsTo: Sourced<Role | null>;
  readonly noteTakerDefaultsTo: Sourced<Role | null>;
  readonly newCaseNotice: Sourced<readonly Role[]>;
  /** Where a worker calls the meeting that worker gets receipt and new case as one message, and the own responsible manager the news. */
  readonly convenerIsCoordinator: Sourced<boolean>;
  readonly reviewCapDays: Sourced<Readonly<Record<'CRITICAL' | 'HIGH' | 'MODERATE' | 'LOW', number>>>;
  /** What asks professionals to consider telling the local authority. */
  readonly escalationPrompts: Sourced<readonly EscalationPrompt[]>;
  /** True where personal data goes to the local authority with consent or recorded grounds only. */
  readonly escalationConsentGate: Sourced<boolean>;
  /** AGREED: the local authority is chased; INTERNAL: the coordinator is asked to ring it. */
  readonly laClock: Sourced<LaClock>;
  readonly outOfHoursLine: Sourced<string>;
  /** Who holds the last stage of a challenge between agencies. */
  readonly challengeStage4Holder: Sourced<Role>;
  readonly timers: Readonly<Partial<Record<ClockId, TimerPolicy>>>;
  readonly deviations?: readonly Deviation[];
}

export const PACE_LADDERS: readonly Pace[] = ['STANDARD', 'EXPEDITED', 'IMMEDIATE'];

/** A value that stands in the locality's own document. */
export const fromFramework = <const T>(value: T, cite: string): Sourced<T> => ({ value, source: 'S', cite });
/** A value of ours until the locality confirms it. */
export const localDefault = <const T>(value: T): Sourced<T> => ({ value, source: 'D', cite: 'local default, not in the framework' });
/** A value of another area's published procedure, ours until the locality confirms it. */
export const fromPractice = <const T>(value: T, cite: string): Sourced<T> => ({ value, source: 'P', cite });

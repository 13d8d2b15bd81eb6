import type { LondonDate } from '../../calendar';
import type { Attendance, InviteAnswer, LapseDecision, MeetingKind, MeetingOutcome, Tier } from '../codes';
import type { Holder } from '../command';
import type { CommandData } from '../commands/table';
import type { SettledAim } from '../regions/meetingAim';

/** Meetings and reviews: booked, held, recorded. */
export interface MeetingsEvents {
  MeetingScheduled: {
    meeting: number;
    kind: MeetingKind;
    on: LondonDate;
    startsAt: string;
    invitedOn: LondonDate;
    holders: readonly Holder[];
    data: CommandData<'scheduleMeeting'>;
  };
  ServiceInvited: { meeting: number; invitedOn: LondonDate; holders: readonly Holder[]; data: CommandData<'inviteService'> };
  InviteAnswered: { meeting: number; service: string; answer: InviteAnswer; attends: boolean; data: CommandData<'respondInvite'> };
  ContributionSubmitted: { meeting: number; service: string; on: LondonDate; data: CommandData<'submitContribution'> };
  MeetingPostponed: {
    meeting: number;
    from: LondonDate;
    on: LondonDate;
    invitedOn: LondonDate;
    startsAt: string;
    data: CommandData<'postponeMeeting'>;
  };
  MeetingCancelled: { meeting: number; on: LondonDate; data: CommandData<'cancelMeeting' | 'cancelReview'> };
  MeetingCompleted: {
    meeting: number;
    kind: MeetingKind;
    heldOn: LondonDate;
    outcomes: readonly MeetingOutcome[];
    attendance: readonly { service: string; status: Attendance; leadWorker?: string; excused?: boolean }[];
    /** Services that were missing without a word, and whether that counts. */
    absences: readonly { service: string; counts: boolean; followsCounted: boolean }[];
    score: number | null;
    tier: Tier | null;
    data: CommandData<'completeMeeting'>;
  };
  /** How a held meeting stood to its aim. */
  MeetingAimSettled: SettledAim;
  SummaryPublished: { meetings: readonly number[]; on: LondonDate; data: CommandData<'publishSummary'> };
  MinutesPublished: { meetings: readonly number[]; on: LondonDate; data: CommandData<'publishMinutes'> };
  OutcomeShared: { meetings: readonly number[]; on: LondonDate; data: CommandData<'recordOutcomeShared'> };
  LapsedReviewDecided: { decision: LapseDecision; on: LondonDate; data: CommandData<'decideLapsedReview'> };
  OversightRecorded: { on: LondonDate; data: CommandData<'recordOversight'> };
  ReviewDateAgreed: { on: LondonDate; agreedOn: LondonDate; reasonRef: string | null };
}

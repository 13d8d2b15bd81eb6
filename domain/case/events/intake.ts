import type { Instant, LondonDate } from '../../calendar';
import type { HANDOVER_ANSWERS, Pace, Role, TriageOutcome } from '../codes';
import type { Holder } from '../command';
import type { CommandData } from '../commands/table';

/** What happens up to the first meeting. */
export interface IntakeEvents {
  /** A referral, or a call: both begin a case. */
  ReferralReceived: {
    receivedOn: LondonDate;
    receivedAt: Instant;
    locality: string;
    profileId: string;
    profileVersion: string;
    calendarVersion: string;
    localClosureDays: readonly LondonDate[];
    pace: Pace;
    referrer: string;
    holders: readonly Holder[];
    data: CommandData<'submitReferral' | 'submitCall'>;
  };
  TriageDecided: {
    on: LondonDate;
    outcome: TriageOutcome;
    alone: boolean;
    by: string;
    byRole: Role | null;
    data: CommandData<'decideTriage'>;
  };
  CallAccepted: { on: LondonDate; outcome: TriageOutcome; data: CommandData<'acceptCall'> };
  TriageStarted: { on: LondonDate };
  HandoverRecorded: { on: LondonDate; answer: (typeof HANDOVER_ANSWERS)[number]; data: CommandData<'recordHandover'> };
  TriageConcurred: { on: LondonDate; data: CommandData<'concurTriage'> };
  PaceSet: { from: Pace; to: Pace; on: LondonDate; reasonRef: string | null };
  ReferrerContactRecorded: { on: LondonDate; data: CommandData<'recordReferrerContact'> };
  Withdrawn: { on: LondonDate; data: CommandData<'withdraw'> };
}

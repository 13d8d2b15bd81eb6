import type { Instant, LondonDate } from '../../calendar';
import type { AimReason, HANDOVER_ANSWERS, LiveStage, Pace, Role, Stage, TriageOutcome } from '../codes';
import type { Holder } from '../command';
import type { CommandData } from '../commands/table';

/** What every case begins with. */
export interface Beginning {
  receivedOn: LondonDate;
  receivedAt: Instant;
  locality: string;
  profileId: string;
  profileVersion: string;
  calendarVersion: string;
  localClosureDays: readonly LondonDate[];
  pace: Pace;
  holders: readonly Holder[];
}

/** What happens up to the first meeting. */
export interface IntakeEvents {
  /** A referral, or a call: both begin a case. */
  ReferralReceived: Beginning & { referrer: string; data: CommandData<'submitReferral' | 'submitCall'> };
  /** A case begun on paper is kept by the engine from this day on. */
  CaseAdopted: Beginning & { on: LondonDate; stage: LiveStage; data: CommandData<'adoptCase'> };
  ReferralAmended: { on: LondonDate; data: CommandData<'amendReferral'> };
  MeetingAimVaried: { from: LondonDate; to: LondonDate; on: LondonDate; reason: AimReason; data: CommandData<'varyMeetingAim'> };
  /** Another case is merged into this one. */
  CaseTakenOver: { on: LondonDate; data: CommandData<'takeOverCase'> };
  CaseMerged: { on: LondonDate; into: string; data: CommandData<'mergeInto'> };
  ReferralReinstated: { on: LondonDate; to: Stage; data: CommandData<'reinstateReferral'> };
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

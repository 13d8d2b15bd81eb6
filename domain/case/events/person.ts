import type { LondonDate } from '../../calendar';
import type { ADVOCATE_RESULTS, ADVOCATE_TYPES, CapacityOutcome, ConsentPosition, SharingGround } from '../codes';
import type { CommandData } from '../commands/table';

/** What is recorded of the person. `data` is null where the fact stands in the first word or in the record of a meeting. */
export interface PersonEvents {
  ConsentRecorded: {
    on: LondonDate;
    position: ConsentPosition;
    grounds: SharingGround | null;
    askBy: LondonDate | null;
    data: CommandData<'recordConsent'> | null;
  };
  SharingGroundsRecorded: { on: LondonDate; grounds: SharingGround; data: CommandData<'recordSharingGrounds'> };
  ConsentWithdrawn: { on: LondonDate; data: CommandData<'withdrawConsent'> };
  CapacityRecorded: {
    on: LondonDate;
    decision: string;
    outcome: CapacityOutcome;
    fluctuating: boolean;
    assessor: string | null;
    assessmentOn: LondonDate | null;
    data: CommandData<'recordCapacity'> | null;
  };
  BestInterestsPlanned: { on: LondonDate; decision: string; plannedFor: LondonDate; data: CommandData<'planBestInterests'> };
  BestInterestsRecorded: { on: LondonDate; decision: string; data: CommandData<'recordBestInterests'> };
  AdvocateConsidered: { on: LondonDate; result: (typeof ADVOCATE_RESULTS)[number]; data: CommandData<'considerAdvocate'> };
  AdvocateAppointed: { on: LondonDate; advocateType: (typeof ADVOCATE_TYPES)[number]; data: CommandData<'appointAdvocate'> };
  AdvocacyEnded: { on: LondonDate; data: CommandData<'endAdvocacy'> };
  PersonViewsRecorded: { on: LondonDate; data: CommandData<'recordPersonViews'> };
  ParticipationSupportRecorded: { on: LondonDate; data: CommandData<'recordParticipationSupport'> };
  RepresentativeRecorded: { on: LondonDate; data: CommandData<'recordRepresentative'> };
}

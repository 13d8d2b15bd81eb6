import type { LondonDate } from '../../calendar';
import type { Tier } from '../codes';
import type { CommandData } from '../commands/table';

/** What is said of the risk, and how the person takes part. */
export interface RiskEvents {
  RiskAdded: { on: LondonDate; risk: string; data: CommandData<'addRisk'> };
  /** Of one risk, or of the case as a whole where `risk` is null. */
  RiskRated: { on: LondonDate; risk: string | null; tier: Tier; score: number | null; data: CommandData<'rateRisk'> };
  RiskTierSet: { on: LondonDate; from: Tier | null; tier: Tier; data: CommandData<'setRiskTier'> };
  RiskConcernRaised: { on: LondonDate; concern: string; urgent: boolean; data: CommandData<'raiseRiskConcern'> };
  RiskConcernAnswered: { on: LondonDate; concern: string; data: CommandData<'answerRiskConcern'> };
  SignificantEventRecorded: { on: LondonDate; data: CommandData<'recordSignificantEvent'> };
  ReviewRequested: { on: LondonDate; data: CommandData<'requestReview'> };
  EngagementRecorded: { on: LondonDate; data: CommandData<'recordEngagement'> };
  ReviewDateKept: { on: LondonDate; reviewOn: LondonDate; data: CommandData<'keepReviewDate'> };
}

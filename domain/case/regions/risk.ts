import type { Instant, LondonDate } from '../../calendar';
import type { Engagement, Tier, YesNoUnsure } from '../codes';

/** A rating: a tier, with its score of 1 to 25 where there is one. */
export interface Rating {
  readonly tier: Tier;
  readonly score: number | null;
}

/** A risk of concern; its words stand in the vault. */
export interface RiskOfConcern {
  readonly id: string;
  readonly textRef: string;
  readonly protectiveRef: string | null;
  readonly rating: (Rating & { readonly on: LondonDate; readonly differing: number }) | null;
}

/** A concern that waits for the coordinator's answer. */
export interface OpenConcern {
  readonly id: string;
  readonly on: LondonDate;
  /** When it was recorded; with `on` it settles what "the same day" is. */
  readonly recordedAt: Instant;
  /** Raised on a case at CRITICAL: to be answered the same day. */
  readonly urgent: boolean;
}

/** How far the person takes part, and whether what is done can hold the risk; null where it was never said. */
export interface EngagementNow {
  readonly engagement: Engagement;
  readonly seriousHarmStillLikely: YesNoUnsure | null;
  readonly marmAbleToMitigate: YesNoUnsure | null;
  readonly on: LondonDate;
}

/** The latest answers to the three questions of Care Act section 42. */
export interface Section42Answers {
  readonly careNeeds: YesNoUnsure;
  readonly abuseOrNeglect: YesNoUnsure;
  readonly unableToProtect: YesNoUnsure;
  readonly on: LondonDate;
}

/** What is known of the risk beside the tier and score of the case. */
export interface RiskRegion {
  readonly risks: readonly RiskOfConcern[];
  readonly concerns: readonly OpenConcern[];
  readonly engagement: EngagementNow | null;
  /** True while the latest rating of the case is above the one before. */
  readonly rising: boolean;
  /** The tier was raised outside a meeting and no review date was agreed or kept since. */
  readonly raised: { readonly on: LondonDate; readonly from: Tier | null } | null;
  /** The rating with which the latest review ended. */
  readonly lastReview: { readonly tier: Tier | null; readonly score: number | null } | null;
  readonly section42: Section42Answers | null;
  /** When engagement, rating or answers last changed: what was considered before does not answer them. */
  readonly changedAt: Instant;
}

export const NEW_RISK: RiskRegion = {
  risks: [],
  concerns: [],
  engagement: null,
  rising: false,
  raised: null,
  lastReview: null,
  section42: null,
  changedAt: 0,
};

import { compareDates } from '../../calendar';
import type { Instant, LondonDate } from '../../calendar';
import { isAbove } from '../codes';
import type { CommandData } from '../commands/table';
import type { CaseEvent } from '../events';
import type { Rating, RiskRegion } from '../regions/risk';
import type { CaseState } from '../state';

type RiskEvent = CaseEvent<
  'RiskAdded' | 'RiskRated' | 'RiskTierSet' | 'RiskConcernRaised' | 'RiskConcernAnswered' | 'EngagementRecorded' | 'ReviewDateKept'
>;

/** Folds what is said of the risk between meetings. */
export function foldRisk(state: CaseState, event: RiskEvent): CaseState {
  const { risk } = state;
  switch (event.type) {
    case 'RiskAdded': {
      const { text, protectiveFactors = null } = event.data;
      return withRisk(state, { risks: [...risk.risks, { id: event.risk, textRef: text, protectiveRef: protectiveFactors, rating: null }] });
    }
    case 'RiskRated':
      return rated(withSection42(state, event.data.section42, event), event);
    case 'RiskTierSet':
      return rerated(withSection42(state, event.data.section42, event), { tier: event.tier, score: null }, event);
    case 'RiskConcernRaised': {
      const { concern: id, on, urgent } = event;
      return withRisk(state, { concerns: [...risk.concerns, { id, on, recordedAt: event.at, urgent }] });
    }
    case 'RiskConcernAnswered':
      return withRisk(state, { concerns: risk.concerns.filter((one) => one.id !== event.concern) });
    case 'EngagementRecorded':
      return withEngagement(state, event.data, event);
    case 'ReviewDateKept':
      return withRisk(state, { raised: null });
  }
}

const withRisk = (state: CaseState, part: Partial<RiskRegion>): CaseState => ({ ...state, risk: { ...state.risk, ...part } });

interface When {
  readonly on: LondonDate;
  readonly at: Instant;
}

function rated(state: CaseState, event: CaseEvent<'RiskRated'>): CaseState {
  const { risk: id, tier, score, on } = event;
  if (id === null) return rerated(state, { tier, score }, event);
  const rating = { tier, score, on, differing: event.data.differing?.length ?? 0 };
  return withRisk(state, { risks: state.risk.risks.map((one) => (one.id === id ? { ...one, rating } : one)) });
}

// A rating of the whole case outside a meeting: a raised tier may ask for an earlier review.
function rerated(state: CaseState, now: Rating, { on, at }: When): CaseState {
  const { tier } = state;
  const { raised } = state.risk;
  const known = raised && isAbove(now.tier, raised.from) ? raised : null;
  const next = isAbove(now.tier, tier) ? { on, from: raised ? raised.from : tier } : known;
  return withRisk({ ...state, tier: now.tier, score: now.score }, { rising: isRise(state, now), raised: next, changedAt: at });
}

/** True for a rating above the one that stands: by score where both have one, else by tier. */
const isRise = ({ tier, score }: CaseState, now: Rating): boolean =>
  score !== null && now.score !== null ? now.score > score : isAbove(now.tier, tier);

function withEngagement(state: CaseState, data: CommandData<'recordEngagement'>, { on, at }: When): CaseState {
  const before = state.risk.engagement;
  if (before && compareDates(on, before.on) < 0) return state;
  const { engagement } = data;
  const seriousHarmStillLikely = data.seriousHarmStillLikely ?? before?.seriousHarmStillLikely ?? null;
  const marmAbleToMitigate = data.marmAbleToMitigate ?? before?.marmAbleToMitigate ?? null;
  return withRisk(state, { engagement: { engagement, seriousHarmStillLikely, marmAbleToMitigate, on }, changedAt: at });
}

/** Notes the latest answers to the three questions of section 42, where they were given. */
export function withSection42(state: CaseState, answers: CommandData<'setRiskTier'>['section42'], { on }: { on: LondonDate }): CaseState {
  if (!answers) return state;
  const { careNeeds, abuseOrNeglect, unableToProtect } = answers;
  return withRisk(state, { section42: { careNeeds, abuseOrNeglect, unableToProtect, on } });
}

/** What a meeting says of the risk: its rating, engagement and answers. `before` is the case before the meeting. */
export function withMeetingRisk(state: CaseState, before: CaseState, event: CaseEvent<'MeetingCompleted'>): CaseState {
  const { data, at, heldOn: on, tier } = event;
  const asked = withSection42(state, data.section42, { on });
  const engaged = data.engagement ? withEngagement(asked, data.engagement, { on, at }) : asked;
  const now = tier === null ? engaged : metRating(engaged, before, { tier, score: event.score }, at);
  return event.kind === 'REVIEW' ? withRisk(now, { lastReview: { tier: now.tier, score: now.score }, raised: null }) : now;
}

// The first rating of a case is no rise; and a meeting that rates agrees its own review date.
const metRating = (state: CaseState, before: CaseState, now: Rating, at: Instant): CaseState =>
  withRisk({ ...state, ...now }, { rising: before.tier !== null && isRise(before, now), raised: null, changedAt: at });

/** A review date was agreed: nothing is asked of a raised tier any longer. */
export const withReviewAgreed = (state: CaseState): CaseState => withRisk(state, { raised: null });

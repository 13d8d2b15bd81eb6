import { isAbove, isHighRisk, tierOf } from '../codes';
import type { Tier } from '../codes';
import type { CommandData } from '../commands/table';
import type { CaseState } from '../state';
import { without } from './rule';
import type { GapRule } from './rule';

type Data = Readonly<Record<string, unknown>>;

const isReview = ({ stage }: CaseState): boolean => stage === 'PLAN_ACTIVE' || stage === 'REVIEW_SCHEDULED';

// The rating with which a meeting ends: its own, or the one that stands.
function ratingAfter(data: Data, { tier: before, score: known }: CaseState): { tier: Tier | null; score: number | null } {
  const { likelihood, impact, tier } = data as Pick<CommandData<'completeMeeting'>, 'likelihood' | 'impact' | 'tier'>;
  const score = likelihood === undefined || impact === undefined ? null : likelihood * impact;
  const rated = tier ?? (score === null ? undefined : tierOf(score));
  return rated === undefined ? { tier: before, score: known } : { tier: rated, score };
}

/** True at the end of a second review at HIGH or CRITICAL without a fall: by score where both have one, else by tier (local default). */
function isWithoutFall(data: Data, state: CaseState): boolean {
  const before = state.risk.lastReview;
  const now = ratingAfter(data, state);
  if (!isReview(state) || !before || !isHighRisk(now.tier) || !isHighRisk(before.tier)) return false;
  return now.score !== null && before.score !== null ? now.score >= before.score : !isAbove(before.tier, now.tier);
}

const decides = (data: Data, outcome: string): boolean =>
  (data as Pick<CommandData<'completeMeeting'>, 'outcomes'>).outcomes.includes(outcome as never);

/** True where a command raises the tier, or the score, of the case as a whole. */
function raisesRisk(data: Data, state: CaseState): boolean {
  if (data['risk'] !== undefined) return false;
  const { tier, score } = ratingAfter(data, state);
  return score !== null && state.score !== null ? score > state.score : isAbove(tier, state.tier);
}

// Three times YES asks when a concern was raised, or why not. UNSURE asks nothing of the record.
function isUnanswered(data: Data): boolean {
  const screen = data['section42'] as CommandData<'setRiskTier'>['section42'];
  const allYes = screen?.careNeeds === 'YES' && screen.abuseOrNeglect === 'YES' && screen.unableToProtect === 'YES';
  return allYes && screen.raisedOn === undefined && screen.notRaisedBecause === undefined;
}

const SCREENED_BY = [
  'decideTriage',
  'acceptCall',
  'completeMeeting',
  'setRiskTier',
  'rateRisk',
  'considerEscalation',
  'notifyLocalAuthority',
] as const;

const screen = { item: 'SECTION_42_SCREEN', owner: 'COORDINATOR' } as const;
const onRise = 'Care Act 2014 section 42: asked again when the risk rises; local default';

/** What the record asks for where the risk is high, rises or does not fall. */
export const ESCALATION_GAPS: readonly GapRule[] = [
  {
    ...screen,
    command: 'acceptCall',
    requirement: 'Care Act 2014 section 42; asked of a call by local default',
    missing: without('section42'),
  },
  {
    ...screen,
    command: 'completeMeeting',
    requirement: 'Care Act 2014 section 42: asked again at each review; local default',
    missing: (data, state) => isReview(state) && data['section42'] === undefined,
  },
  {
    ...screen,
    command: 'setRiskTier',
    requirement: onRise,
    missing: (data, state) => raisesRisk(data, state) && without('section42')(data),
  },
  { ...screen, command: 'rateRisk', requirement: onRise, missing: (data, state) => raisesRisk(data, state) && without('section42')(data) },
  ...SCREENED_BY.map((command): GapRule => ({
    command,
    item: 'SECTION_42_RAISED',
    requirement: 'Care Act 2014 section 42: three times YES asks when a concern was raised, or why not',
    owner: 'COORDINATOR',
    missing: isUnanswered,
  })),
  {
    command: 'completeMeeting',
    item: 'ALTERNATIVE_APPROACH',
    requirement: 'Oxfordshire framework 6.3, third bullet: progress is not enough, so another approach is considered',
    owner: 'COORDINATOR',
    missing: (data, state) =>
      isWithoutFall(data, state) && data['alternativeApproach'] === undefined && !decides(data, 'ALTERNATIVE_APPROACH'),
  },
  {
    command: 'completeMeeting',
    item: 'ESCALATION_CONSIDERED',
    requirement: 'Oxfordshire framework 7.1; Dorset learning, Outcomes',
    owner: 'COORDINATOR',
    missing: (data, state) => isWithoutFall(data, state) && data['escalationConsidered'] === undefined,
  },
  {
    command: 'decideLapsedReview',
    item: 'LA_NOTIFICATION',
    requirement: 'local default: to escalate a lapsed review is to notify the local authority',
    owner: 'COORDINATOR',
    missing: (data) => data['decision'] === 'ESCALATE',
  },
  {
    command: 'rateRisk',
    item: 'RATING_REASON',
    requirement: 'local default: a tier that differs from its score needs its reason',
    owner: 'COORDINATOR',
    missing: (data, state) => differsFromScore(data, state) && data['reason'] === undefined,
  },
  {
    command: 'addRisk',
    item: 'RISK_PROTECTIVE_FACTORS',
    requirement: 'Oxfordshire framework 5.2, third bullet',
    owner: 'COORDINATOR',
    missing: without('protectiveFactors'),
  },
];

function differsFromScore(data: Data, state: CaseState): boolean {
  const { tier, score } = ratingAfter(data, state);
  return data['likelihood'] !== undefined && score !== null && tier !== tierOf(score);
}

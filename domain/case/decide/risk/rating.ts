import { tierOf } from '../../codes';
import type { Tier } from '../../codes';
import type { CaseCommand } from '../../command';
import { refuse } from '../../refusals';
import type { DecideContext, Decision } from '../context';

type Rated = CaseCommand<'rateRisk'>['data'];

/** So that a case stays usable by people. */
const MOST_RISKS = 100;

/** Adds a risk of concern. */
export function addRisk({ data }: CaseCommand<'addRisk'>, { state, at, on }: DecideContext): Decision {
  const { risks } = state.risk;
  if (risks.some((one) => one.id === data.id))
    return refuse('DUPLICATE_RISK', `There is a risk "${data.id}" already: give this one another id, or rate that one.`, { field: '/id' });
  if (risks.length >= MOST_RISKS) return refuse('TOO_MANY_RISKS', `A case takes at most ${MOST_RISKS} risks: put related ones together.`);
  return { events: [{ type: 'RiskAdded', at, on, risk: data.id, data }] };
}

/** Rates one risk, or the case as a whole. A tier without a score is fine; a score without a tier gives its own (local default). */
export function rateRisk({ data }: CaseCommand<'rateRisk'>, { state, at, on }: DecideContext): Decision {
  const { risk = null } = data;
  if (risk !== null && !state.risk.risks.some((one) => one.id === risk))
    return refuse('UNKNOWN_RISK', 'There is no such risk on this case: add it first.', { field: '/risk' });
  const wrong = checkRating(data, '') ?? (data.differing ?? []).map((one, n) => checkRating(one, `/differing/${n}`)).find((one) => one);
  if (wrong) return wrong;
  const score = scoreOf(data);
  return { events: [{ type: 'RiskRated', at, on, risk, tier: tierOfRating(data), score, data }] };
}

/** Sets the tier of the case. It never moves an agreed review date; one beyond the new interval is asked about (local default). */
export function setRiskTier({ data }: CaseCommand<'setRiskTier'>, { state, at, on }: DecideContext): Decision {
  return { events: [{ type: 'RiskTierSet', at, on, from: state.tier, tier: data.tier, data }] };
}

type Scale = Pick<Rated, 'likelihood' | 'impact' | 'tier'>;

const scoreOf = ({ likelihood, impact }: Scale): number | null =>
  likelihood === undefined || impact === undefined ? null : likelihood * impact;

// Checked before: there is a tier, or a score that gives one.
const tierOfRating = (scale: Scale): Tier => scale.tier ?? tierOf(scoreOf(scale) ?? 0);

function checkRating(scale: Scale, at: string): Decision | undefined {
  if ((scale.likelihood === undefined) !== (scale.impact === undefined))
    return refuse('RATING_MISSING', 'Give likelihood and impact together.', {
      field: `${at}/${scale.likelihood === undefined ? 'likelihood' : 'impact'}`,
    });
  return scale.tier === undefined && scale.likelihood === undefined
    ? refuse('RATING_MISSING', 'Give likelihood and impact, or a tier.', { field: `${at}/tier` })
    : undefined;
}

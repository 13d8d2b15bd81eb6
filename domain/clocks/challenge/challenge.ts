import { londonDateOf } from '../../calendar';
import type { Challenge } from '../../case/regions/challenges';
import type { CaseState } from '../../case/state';
import { isLive, ruleOf, timerOf } from '../clock';
import type { Clock, ClockContext, Wished } from '../clock';
import { ofStageKey, stageKey, stageOn } from './stage';
import type { StageNow } from './stage';

/** Challenges whose clock runs: while the case lives, and after its closure those that a named person carries on (local default). */
export const runningChallenges = (state: CaseState): readonly Challenge[] =>
  state.challenges.filter((one) => one.status === 'OPEN' && (isLive(state) || (state.stage === 'CLOSED' && one.carriedBy !== null)));

/**
 * T-CHALLENGE: each stage of a challenge has its time (Oxfordshire framework 7.5; the figures are local defaults). The first two expire
 * into the next; the third asks, and only a person takes it further.
 */
export const challengeClock: Clock = {
  id: 'T-CHALLENGE',
  wished: (context) => runningChallenges(context.state).flatMap((one) => stagesOf(context, one)),
  because: ({ profile, state }, { key, ladder }) => ({
    what: `Stage ${ofStageKey(state, key)?.stage ?? ''} of the challenge`,
    anchor: 'the stage began',
    rule: ruleOf(timerOf(profile, 'T-CHALLENGE'), ladder),
  }),
};

function stagesOf(context: ClockContext, challenge: Challenge): readonly Wished[] {
  if (!challenge.begun) return [];
  const now = stageOn(context, challenge.begun, londonDateOf(context.state.lastAt));
  const current = { key: stageKey(challenge.id, now.number), anchorOn: now.from, dueOn: now.dueOn, ladder: now.ladder };
  return [...passingOn(context, challenge, challenge.begun.number, now), current];
}

// Expired at midnight, a stage stays until who holds the next one has been told in the morning.
function passingOn({ state, profile }: ClockContext, { id }: Challenge, begun: number, now: StageNow): readonly Wished[] {
  if (now.number <= begun) return [];
  const known = state.obligations.find((one) => one.clock === 'T-CHALLENGE' && one.key === stageKey(id, now.number - 1));
  const last = profile.timers['T-CHALLENGE']?.ladders[known?.ladder ?? '']?.at(-1);
  if (!known || known.dueOn !== now.from || known.passed.includes(last?.label ?? '')) return [];
  const { key, anchorOn, dueOn, ladder } = known;
  return [{ key, anchorOn, dueOn, ladder }];
}

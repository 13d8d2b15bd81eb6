import { LAST_STAGE, stageHolders } from '../../../clocks/challenge/stage';
import type { CaseCommand } from '../../command';
import { holderOf } from '../../holders';
import { refuse } from '../../refusals';
import type { DecideContext, Decision } from '../context';
import { checkMover, runningOf } from './known';
import type { Running } from './known';

/** Withdraws a challenge. */
export function withdrawChallenge({ data, actor }: CaseCommand<'withdrawChallenge'>, context: DecideContext): Decision {
  const { state, at, on } = context;
  const found = runningOf(data.challenge, context);
  if ('refusal' in found) return found;
  return (
    checkMover(found, actor, state) ?? {
      events: [{ type: 'ChallengeWithdrawn', at, id: found.challenge.id, stage: found.now.number, on, data }],
    }
  );
}

/** Records how a challenge was settled. That it was not is for the last stage, and a person says so. */
export function resolveChallenge({ data, actor }: CaseCommand<'resolveChallenge'>, context: DecideContext): Decision {
  const { state, at, on } = context;
  const found = runningOf(data.challenge, context);
  if ('refusal' in found) return found;
  if (data.outcome === 'UNRESOLVED_AT_BOARD' && found.now.number !== LAST_STAGE)
    return refuse('NOT_AT_BOARD', 'A challenge is unresolved only at its last stage: advance it, or record how it was settled.', {
      field: '/outcome',
    });
  const wrong = holdsLast(found, actor, context) ? undefined : checkMover(found, actor, state);
  return (
    wrong ?? {
      events: [{ type: 'ChallengeResolved', at, id: found.challenge.id, stage: found.now.number, outcome: data.outcome, on, data }],
    }
  );
}

const holdsLast = ({ challenge, now }: Running, actor: string, { state, profile }: DecideContext): boolean =>
  now.number === LAST_STAGE && stageHolders(profile, challenge, LAST_STAGE).some((to) => holderOf(state, to) === actor);

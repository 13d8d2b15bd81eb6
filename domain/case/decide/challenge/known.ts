import { compareDates, morning } from '../../../calendar';
import { runningChallenges } from '../../../clocks/challenge/challenge';
import { firstStage, stageOn } from '../../../clocks/challenge/stage';
import type { StageNow } from '../../../clocks/challenge/stage';
import { holderOf, isRaiserOf, rolesOf } from '../../holders';
import { refuse } from '../../refusals';
import type { Refusal } from '../../refusals';
import type { BegunStage, Challenge, StageNumber } from '../../regions/challenges';
import type { CaseState } from '../../state';
import type { DecideContext } from '../context';

/** A challenge whose clock runs, with the stage in which it is by the clock. */
export interface Running {
  readonly challenge: Challenge;
  readonly now: StageNow;
}

/** The challenge of that name while it runs, or why not. */
export function runningOf(id: string, context: DecideContext): Running | { readonly refusal: Refusal } {
  const { state, today } = context;
  const challenge = state.challenges.find((one) => one.id === id);
  if (!challenge) return unknown();
  if (challenge.begun && runningChallenges(state).includes(challenge)) return { challenge, now: stageOn(context, challenge.begun, today) };
  return refuse(
    'CHALLENGE_NOT_OPEN',
    challenge.status === 'DRAFT' ? 'This is a draft: issue it or dismiss it.' : 'This challenge is no longer open: raise a new one.',
    { field: '/challenge' },
  );
}

/** The draft of that name, or why not. */
export function draftOf(id: string, { state }: DecideContext): { readonly challenge: Challenge } | { readonly refusal: Refusal } {
  const challenge = state.challenges.find((one) => one.id === id);
  if (!challenge) return unknown();
  return challenge.status === 'DRAFT'
    ? { challenge }
    : refuse('NOT_A_DRAFT', 'This challenge is not a draft: only a draft is issued or dismissed.', { field: '/challenge' });
}

const unknown = () => refuse('UNKNOWN_CHALLENGE', 'There is no such challenge on this case: check its id.', { field: '/challenge' });

/** Refuses who has neither raised a running challenge nor coordinates the case; a vacant coordinator is stood in for. */
export const checkMover = ({ challenge }: Running, actor: string, state: CaseState): { refusal: Refusal } | undefined =>
  isRaiserOf(challenge, actor) || holderOf(state, { role: 'COORDINATOR' }) === actor
    ? undefined
    : refuse('NOT_YOUR_CHALLENGE', 'Who raised this challenge, or the coordinator, does this: ask one of them.', { field: '/challenge' });

/** Refuses a day before the stage in which a challenge is. */
export const checkNotBefore = ({ now }: Running, { on }: DecideContext): { refusal: Refusal } | undefined =>
  compareDates(on, now.from) < 0
    ? refuse('BEFORE_THE_STAGE', `The stage began on ${now.from}: give that day or a later one.`, { field: '/occurredOn' })
    : undefined;

/** A stage that a person begins, with the day by which it ends. What is dated back counts as begun before 18:00 (local default). */
export function beginning(number: StageNumber, context: DecideContext): { readonly begun: BegunStage; readonly dueOn: string } {
  const { state, on, today, at } = context;
  const begun = { number, on, at: on === today ? at : morning(on), critical: state.tier === 'CRITICAL' };
  return { begun, dueOn: firstStage(context, begun).dueOn };
}

/** The service for which a person speaks on the case; null for who holds a role of the whole case only. */
export const serviceOf = (state: CaseState, person: string): string | null =>
  rolesOf(state, person).find(({ service }) => service !== undefined)?.service ?? null;

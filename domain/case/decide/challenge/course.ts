import { addWorkingDays, compareDates, isWorkingDay } from '../../../calendar';
import type { LondonDate } from '../../../calendar';
import { ASKS_A_PERSON, LAST_STAGE, stageHolders, stageKey } from '../../../clocks/challenge/stage';
import type { CaseCommand } from '../../command';
import { holderOf } from '../../holders';
import { refuse } from '../../refusals';
import type { Refusal } from '../../refusals';
import type { StageNumber } from '../../regions/challenges';
import type { DecideContext, Decision } from '../context';
import { beginning, checkMover, checkNotBefore, runningOf } from './known';
import type { Running } from './known';

/** How far ahead a challenge may be put off, in working days (local default). */
const HOLD_DAYS = 10;

/** Takes the answer of who holds the stage by the clock. It stops nothing: whether it settles the matter is for people to say. */
export function respondChallenge({ data, actor }: CaseCommand<'respondChallenge'>, context: DecideContext): Decision {
  const { state, profile, at, on } = context;
  const found = runningOf(data.challenge, context);
  if ('refusal' in found) return found;
  const { challenge, now } = found;
  if (!stageHolders(profile, challenge, now.number).some((to) => holderOf(state, to) === actor))
    return refuse('NOT_STAGE_HOLDER', `The challenge is in stage ${now.number}: who holds that stage answers.`, { field: '/challenge' });
  return { events: [{ type: 'ChallengeResponded', at, id: challenge.id, stage: now.number, on, data }] };
}

/** Takes a challenge further by hand: the next stage counts from the day on which that is done. */
export function advanceChallenge({ data, actor }: CaseCommand<'advanceChallenge'>, context: DecideContext): Decision {
  const found = runningOf(data.challenge, context);
  if ('refusal' in found) return found;
  const wrong = checkMover(found, actor, context.state) ?? checkNotBefore(found, context);
  if (wrong) return wrong;
  const { challenge, now } = found;
  if (now.number === LAST_STAGE)
    return refuse('LAST_STAGE', 'This is the last stage: record how it ends, or withdraw it.', { field: '/challenge' });
  return { events: [{ type: 'ChallengeAdvanced', at: context.at, id: challenge.id, ...beginning(after(now.number), context), data }] };
}

const after = (number: 1 | 2 | 3): StageNumber => (number === 1 ? 2 : number === 2 ? 3 : 4);

/** Puts off a challenge whose third stage has expired until a working day; it is then asked again, and goes on from there. */
export function holdChallenge({ data, actor }: CaseCommand<'holdChallenge'>, context: DecideContext): Decision {
  const { at, on } = context;
  const found = runningOf(data.challenge, context);
  if ('refusal' in found) return found;
  const wrong = checkMover(found, actor, context.state) ?? checkExpired(found, context) ?? checkHoldDay(data.until, context);
  if (wrong) return wrong;
  const { id } = found.challenge;
  const { until, reason: reasonRef } = data;
  return {
    events: [
      { type: 'ChallengeHeld', at, id, until, on, data },
      { type: 'OverdueAcknowledged', at, clock: 'T-CHALLENGE', key: stageKey(id, ASKS_A_PERSON), until, on, reasonRef },
    ],
  };
}

const checkExpired = ({ now }: Running, { today }: DecideContext): { refusal: Refusal } | undefined =>
  now.number === ASKS_A_PERSON && compareDates(today, now.dueOn) > 0
    ? undefined
    : refuse('STAGE_NOT_EXPIRED', 'A challenge is put off only once its third stage has expired.', { field: '/challenge' });

function checkHoldDay(until: LondonDate, { today, calendar }: DecideContext): { refusal: Refusal } | undefined {
  const latest = addWorkingDays(today, HOLD_DAYS, calendar);
  return compareDates(until, today) > 0 && compareDates(until, latest) <= 0 && isWorkingDay(until, calendar)
    ? undefined
    : refuse('HOLD_DAY_NOT_POSSIBLE', `Give a working day after today, up to ${latest}.`, { field: '/until' });
}

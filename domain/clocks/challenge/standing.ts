import type { LondonDate } from '../../calendar';
import type { Addressee } from '../../case/events';
import type { Challenge } from '../../case/regions/challenges';
import type { CaseState } from '../../case/state';
import type { ProtocolProfile } from '../../profiles';
import { contextOf } from '../clock';
import { runningChallenges } from './challenge';
import { stageHolders, stageKey, stageOn } from './stage';

/** Where a challenge stands by the clock (London dates): its stage, who holds it, and until when it is put off, if it is. */
export interface ChallengeStage {
  readonly number: number;
  readonly from: LondonDate;
  readonly dueOn: LondonDate;
  readonly holders: readonly Addressee[];
  readonly heldUntil: LondonDate | null;
}

/** The stage of a challenge on a day; null for a draft, and where its clock has ended. */
export function challengeStage(state: CaseState, profile: ProtocolProfile, challenge: Challenge, on: LondonDate): ChallengeStage | null {
  if (!challenge.begun || !runningChallenges(state).includes(challenge)) return null;
  const { number, from, dueOn } = stageOn(contextOf(state, profile), challenge.begun, on);
  const known = state.obligations.find((one) => one.clock === 'T-CHALLENGE' && one.key === stageKey(challenge.id, number));
  return { number, from, dueOn, holders: stageHolders(profile, challenge, number), heldUntil: known?.quietUntil ?? null };
}

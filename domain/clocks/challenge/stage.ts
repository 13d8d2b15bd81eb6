import { compareDates, maxDate } from '../../calendar';
import type { LondonDate } from '../../calendar';
import type { Addressee } from '../../case/events';
import type { BegunStage, Challenge, StageNumber } from '../../case/regions/challenges';
import type { CaseState } from '../../case/state';
import type { ProtocolProfile } from '../../profiles';
import { dueDate, ruleOf, timerOf } from '../clock';
import type { ClockContext } from '../clock';

/** The stage in which a challenge is, from which day it counts and by which it ends (London dates). */
export interface StageNow {
  readonly number: StageNumber;
  readonly from: LondonDate;
  readonly dueOn: LondonDate;
  /** The name of its rule and its ladder in the timers of the locality. */
  readonly ladder: string;
}

/** The stage that ends only when a person takes the challenge further, and the last one. */
export const ASKS_A_PERSON = 3;
export const LAST_STAGE = 4;

/**
 * The stage in which a challenge is on a day: by the clock, not by when somebody looked. An expired first or second stage gives way to the
 * next, which counts from the due date of the one before; only a person takes it to the fourth (local default).
 */
export function stageOn(context: ClockContext, begun: BegunStage, on: LondonDate): StageNow {
  let now = firstStage(context, begun);
  while (now.number < ASKS_A_PERSON && compareDates(on, now.dueOn) > 0) now = stageAfter(context, now);
  return now;
}

/** The stage that a person began. */
export function firstStage(context: ClockContext, { number, on, at, critical }: BegunStage): StageNow {
  const ladder = number === 1 && critical ? 'stage1-critical' : `stage${number}`;
  return { number, from: on, dueOn: dueOf(context, ladder, on, at), ladder };
}

function stageAfter(context: ClockContext, { number, dueOn }: StageNow): StageNow {
  const ladder = `stage${number + 1}`;
  return { number: number === 1 ? 2 : 3, from: dueOn, dueOn: dueOf(context, ladder, dueOn, 0), ladder };
}

const dueOf = ({ profile, calendar }: ClockContext, ladder: string, on: LondonDate, at: number): LondonDate =>
  maxDate(on, dueDate(ruleOf(timerOf(profile, 'T-CHALLENGE'), ladder).value, on, at, calendar));

/**
 * Who holds a stage: the lead worker of the challenged service, then the responsible managers and the safeguarding leads of both sides,
 * last whom the locality names (local default).
 */
export function stageHolders(profile: ProtocolProfile, challenge: Challenge, stage: number): readonly Addressee[] {
  if (stage === 1) return [{ role: 'LEAD_WORKER', service: challenge.service }];
  if (stage === 2) return sidesOf(challenge).map((service) => ({ role: 'RESPONSIBLE_MANAGER', service }));
  if (stage === ASKS_A_PERSON) return thirdStageHolders(challenge);
  return [{ role: profile.challengeStage4Holder.value }];
}

/** Who holds the third stage, which is the same in every locality. */
export const thirdStageHolders = (challenge: Challenge): readonly Addressee[] =>
  sidesOf(challenge).map((service) => ({ role: 'SAFEGUARDING_LEAD', service }));

const sidesOf = ({ service, raiserService }: Challenge): readonly string[] => [
  ...new Set([service, ...(raiserService === null ? [] : [raiserService])]),
];

/** Who is told how a challenge goes: its raiser, and who carries it on after the case has closed. Each is addressed as a person. */
export const raisersOf = (challenge: Challenge | undefined): readonly Addressee[] =>
  [...new Set([challenge?.raisedBy ?? null, challenge?.carriedBy ?? null])].flatMap((person) =>
    person === null ? [] : [{ role: 'RAISER', person }],
  );

/** The key of the deadline of a stage. */
export const stageKey = (id: string, stage: number): string => `challenge:${id}/stage${stage}`;

/** True if a deadline's key is of this challenge, whatever its stage. */
export const isOfChallenge = (key: string, id: string): boolean => key.startsWith(`challenge:${id}/`);

/** The challenge and the stage that a deadline's key names; undefined for the key of something else. */
export function ofStageKey(state: CaseState, key: string): { readonly challenge: Challenge; readonly stage: number } | undefined {
  const [, id, stage] = /^challenge:([^/]+)\/stage(\d)$/.exec(key) ?? [];
  const challenge = state.challenges.find((one) => one.id === id);
  return challenge && { challenge, stage: Number(stage) };
}

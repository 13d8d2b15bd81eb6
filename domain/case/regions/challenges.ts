import type { Instant, LondonDate } from '../../calendar';
import type { ChallengeOutcome, ChallengerWithoutAccount } from '../codes';

/** The stages of a challenge: lead worker, responsible managers, safeguarding leads, and who the locality names last. */
export type StageNumber = 1 | 2 | 3 | 4;

/** A stage that a person began, by raising, issuing or advancing. Which stage it is now follows from it by the clock. */
export interface BegunStage {
  readonly number: StageNumber;
  readonly on: LondonDate;
  /** The instant from which "the same day" is judged: a stage that is dated back counts as begun before 18:00. */
  readonly at: Instant;
  /** True if the case was CRITICAL when the challenge was raised. */
  readonly critical: boolean;
}

/** A challenge to what a service does or does not do (Oxfordshire framework 7.4, 7.5). It never stops another clock. */
export interface Challenge {
  readonly id: string;
  /** The service that is challenged. */
  readonly service: string;
  /** The action that it is about, if it is about one. */
  readonly action: string | null;
  /** A draft of the engine has no words until a person issues it. */
  readonly textRef: string | null;
  readonly status: 'DRAFT' | 'OPEN' | 'ENDED';
  /** Who is told how it goes: the member who raised it, or the worker who tells somebody without an account. */
  readonly raisedBy: string | null;
  readonly onBehalfOf: ChallengerWithoutAccount | null;
  /** The service for which the raiser speaks, whose managers take part in the later stages. */
  readonly raiserService: string | null;
  readonly begun: BegunStage | null;
  readonly endedAt: Instant | null;
  readonly outcome: ChallengeOutcome | null;
  /** Who goes on with it after the case has closed. */
  readonly carriedBy: string | null;
}

/** No challenge. */
export const NEW_CHALLENGES: readonly Challenge[] = [];

/** True if a service is challenged, by a draft or in earnest, and that had not ended by an instant. */
export const isChallenged = ({ challenges }: { readonly challenges: readonly Challenge[] }, service: string, at: Instant): boolean =>
  challenges.some((one) => one.service === service && (one.endedAt === null || one.endedAt > at));

import { z } from 'zod';
import { CHALLENGE_OUTCOMES, CHALLENGERS_WITHOUT_ACCOUNT, challengeStage, londonDateOf } from '../../domain';
import type { CaseState, LondonDate, ProtocolProfile } from '../../domain';
import { addressee, day, ident } from './parts';

const stage = z.strictObject({
  number: z.int().min(1).max(4),
  from: day,
  dueOn: day,
  holders: z.array(addressee).readonly(),
  heldUntil: day.nullable().describe('Put off until this day.'),
});

/** A challenge: a draft waits for the coordinator to issue or dismiss it. */
export const challengeSchema = z.strictObject({
  id: ident,
  service: ident,
  action: ident.nullable(),
  status: z.enum(['DRAFT', 'OPEN', 'ENDED']),
  raisedBy: ident.nullable(),
  onBehalfOf: z.enum(CHALLENGERS_WITHOUT_ACCOUNT).nullable(),
  raiserService: ident.nullable(),
  begunOn: day.nullable().describe('When a person last began a stage: by raising, issuing or advancing.'),
  stage: stage.nullable().describe('By the clock; null for a draft and once its clock has ended.'),
  endedOn: day.nullable(),
  outcome: z.enum(CHALLENGE_OUTCOMES).nullable(),
  carriedBy: ident.nullable().describe('Who goes on with it after the case has closed.'),
});

type Challenge = CaseState['challenges'][number];

/** The challenges of a case, each with its stage on a London date. */
export const toChallenges = (state: CaseState, profile: ProtocolProfile, today: LondonDate): readonly z.infer<typeof challengeSchema>[] =>
  state.challenges.map((one) => toChallenge(one, challengeStage(state, profile, one, today)));

const toChallenge = (one: Challenge, now: ReturnType<typeof challengeStage>): z.infer<typeof challengeSchema> => ({
  id: one.id,
  service: one.service,
  action: one.action,
  status: one.status,
  raisedBy: one.raisedBy,
  onBehalfOf: one.onBehalfOf,
  raiserService: one.raiserService,
  begunOn: one.begun?.on ?? null,
  stage: now,
  endedOn: one.endedAt === null ? null : londonDateOf(one.endedAt),
  outcome: one.outcome,
  carriedBy: one.carriedBy,
});

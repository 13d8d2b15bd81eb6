import { z } from 'zod';
import { clockViews, londonDateOf, STAGE_WORDS, TIERS, toIso } from '../../domain';
import type { CaseView } from '../../persistence';
import { challengeSchema, toChallenges } from './challenges';
import { clockSchema, toClock } from './clock';
import { closingShape, toClosing } from './closing';
import { listItemShape, toListItem } from './listItem';
import { meetingsShape, toMeetings } from './meetings';
import { originShape, toOrigin } from './origin';
import { day, moment } from './parts';
import { peopleShape, toPeople } from './people';
import { personSchema, toPerson } from './person';
import { caseNow, profileOf } from './pinned';
import { planShape, toPlan } from './plan';
import { escalationSchema, riskSchema, toEscalation, toRisk } from './risk';
import { runningSchema, toRunning } from './running';

/** A case as the API tells it: codes, dates and ids only. */
export const caseSchema = z.strictObject({
  ...listItemShape,
  seq: z.int(),
  stageText: z.string().nullable(),
  profile: z.strictObject({ id: z.string(), version: z.string() }),
  receivedOn: day,
  tier: z.enum(TIERS).nullable(),
  ...originShape,
  ...peopleShape,
  person: personSchema,
  risk: riskSchema,
  escalation: escalationSchema,
  ...meetingsShape,
  ...planShape,
  challenges: z.array(challengeSchema).readonly(),
  running: runningSchema,
  ...closingShape,
  clocks: z.array(clockSchema),
  trainingClock: moment.optional().describe('Where the clock of a training case stands.'),
});

/** A case for somebody who may see it, region by region; narrative comes with the timeline. */
export function toCase(view: CaseView, wallClock: number): z.infer<typeof caseSchema> {
  const { state } = view;
  const profile = profileOf(view);
  const now = caseNow(view, wallClock);
  return {
    ...toListItem(view, wallClock),
    seq: view.seq,
    stageText: state.stage === null ? null : STAGE_WORDS[state.stage],
    profile: state.profile,
    receivedOn: state.receivedOn,
    tier: state.tier,
    ...toOrigin(state),
    ...toPeople(state),
    person: toPerson(state, londonDateOf(now)),
    risk: toRisk(state),
    escalation: toEscalation(state),
    ...toMeetings(state, profile),
    ...toPlan(state),
    challenges: toChallenges(state, profile, londonDateOf(now)),
    running: toRunning(state),
    ...toClosing(state),
    clocks: clockViews(state, profile, now).map(toClock),
    ...(view.training ? { trainingClock: toIso(state.lastAt) } : {}),
  };
}

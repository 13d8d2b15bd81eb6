import { z } from 'zod';
import { ENGAGEMENTS, ESCALATION_STATUSES, londonDateOf, TIERS, YES_NO_UNSURE } from '../../domain';
import type { CaseState } from '../../domain';
import { addressee, day, ident } from './parts';

const tier = z.enum(TIERS).nullable();
const score = z.int().nullable();
const answer = z.enum(YES_NO_UNSURE);

/** The risk: its rating and where it goes, who takes part, and what waits for an answer. */
export const riskSchema = z.strictObject({
  tier,
  score,
  trend: z.enum(['RISING', 'NOT_RISING']),
  raised: z
    .strictObject({ on: day, from: tier })
    .nullable()
    .describe('Raised outside a meeting, while the review date is still to be looked at.'),
  lastReview: z.strictObject({ tier, score }).nullable(),
  risks: z.array(
    z.strictObject({ id: ident, rating: z.strictObject({ tier: z.enum(TIERS), score, on: day, differing: z.int() }).nullable() }),
  ),
  engagement: z
    .strictObject({
      engagement: z.enum(ENGAGEMENTS),
      seriousHarmStillLikely: answer.nullable(),
      marmAbleToMitigate: answer.nullable(),
      on: day,
    })
    .nullable(),
  concerns: z.array(z.strictObject({ id: ident, on: day, urgent: z.boolean() })).describe('Those that wait for the coordinator.'),
  section42: z.strictObject({ careNeeds: answer, abuseOrNeglect: answer, unableToProtect: answer, on: day }).nullable(),
});

/** The risk region of a case. */
export const toRisk = ({ tier: now, score: points, risk }: CaseState): z.infer<typeof riskSchema> => ({
  tier: now,
  score: points,
  trend: risk.rising ? 'RISING' : 'NOT_RISING',
  raised: risk.raised,
  lastReview: risk.lastReview,
  risks: risk.risks.map(({ id, rating }) => ({ id, rating })),
  engagement: risk.engagement,
  concerns: risk.concerns.map(({ id, on, urgent }) => ({ id, on, urgent })),
  section42: risk.section42,
});

/** How far the case has gone beyond the agencies, and what the local authority has said. */
export const escalationSchema = z.strictObject({
  status: z.enum(ESCALATION_STATUSES),
  consideredOn: day.nullable(),
  notified: z.strictObject({ on: day, by: addressee }).nullable(),
  acknowledgedOn: day.nullable(),
  decisionFrom: day.nullable().describe('From which day the local authority’s time to decide counts.'),
  decidedOn: day.nullable(),
  askedOn: day.nullable().describe('Since when its question waits for an answer.'),
});

/** The escalation region of a case. */
export const toEscalation = ({ escalation: one }: CaseState): z.infer<typeof escalationSchema> => ({
  status: one.status,
  consideredOn: one.consideredAt === null ? null : londonDateOf(one.consideredAt),
  notified: one.notification && { on: one.notification.on, by: one.notification.by },
  acknowledgedOn: one.acknowledgedOn,
  decisionFrom: one.decisionFrom,
  decidedOn: one.decidedOn,
  askedOn: one.question?.on ?? null,
});

import { z } from 'zod';
import { CLOCKS, toIso } from '../../domain';
import type { ClockView } from '../../domain';
import { day, ident, moment } from './parts';

const explanation = z.strictObject({
  text: z.string(),
  rule: z.string(),
  source: z.string(),
  skipped: z.array(day).readonly(),
  override: z.strictObject({ instead: day, on: day, approver: ident, reasonRef: z.string() }).nullable(),
  pauses: z.array(z.strictObject({ from: day, until: day, workingDays: z.int() })).readonly(),
});

export const clockSchema = z.strictObject({
  clock: z.enum(CLOCKS),
  key: z.string(),
  anchorOn: day,
  dueOn: day,
  endsAt: moment,
  overdue: z.boolean(),
  next: z.strictObject({ threshold: z.string(), at: moment }).nullable(),
  passed: z.array(z.string()).readonly(),
  provisional: z.boolean(),
  explanation,
});

/** The running deadlines of a case. */
export const clocksSchema = z.strictObject({ clocks: z.array(clockSchema) });

/** A deadline with its explanation. */
export const toClock = (one: ClockView): z.infer<typeof clockSchema> => ({
  clock: one.clock,
  key: one.key,
  anchorOn: one.anchorOn,
  dueOn: one.dueOn,
  endsAt: toIso(one.endsAt),
  overdue: one.overdue,
  next: one.next && { threshold: one.next.threshold, at: toIso(one.next.at) },
  passed: one.passed,
  provisional: one.provisional,
  explanation: one.explanation,
});

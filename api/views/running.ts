import { z } from 'zod';
import { CLOCKS, londonDateOf, PAUSE_REASONS } from '../../domain';
import type { CaseState } from '../../domain';
import { day, ident } from './parts';

const override = z.strictObject({
  clock: z.enum(CLOCKS),
  key: z.string(),
  instead: day.describe('The date that the rule gave.'),
  due: z.union([z.strictObject({ on: day }), z.strictObject({ workingDays: z.int() })]),
  on: day,
  approver: ident,
});

/** How people have changed the running of the clocks, by which calendar they run, and what could not be delivered. */
export const runningSchema = z.strictObject({
  pause: z
    .strictObject({ from: day, until: day, reason: z.enum(PAUSE_REASONS), owner: ident })
    .nullable()
    .describe('The clocks stand still from the first day up to, not including, the second.'),
  pauses: z.array(z.strictObject({ from: day, until: day, reason: z.enum(PAUSE_REASONS) })).describe('The pauses that are over.'),
  overrides: z.array(override),
  acknowledged: z
    .array(z.strictObject({ clock: z.enum(CLOCKS), key: z.string(), until: day }))
    .describe('Overdue, and silent until a day.'),
  calendar: z.strictObject({
    version: z.string(),
    horizonOn: day.nullable().describe('The last day of known bank holidays, where a person has pinned more than the build knows.'),
  }),
  undelivered: z.array(z.strictObject({ seq: z.int(), n: z.int() })).readonly(),
  legalHold: z.strictObject({ on: day }).nullable(),
});

/** The running of a case's clocks. */
export function toRunning(state: CaseState): z.infer<typeof runningSchema> {
  const { running, calendar, obligations, flags } = state;
  const hold = flags.find(({ flag }) => flag === 'LEGAL_HOLD');
  return {
    pause: running.pause && {
      from: running.pause.from,
      until: running.pause.until,
      reason: running.pause.reason,
      owner: running.pause.owner,
    },
    pauses: running.pauses.map(({ from, until, reason }) => ({ from, until, reason })),
    overrides: running.overrides.map(({ clock, key, instead, due, at, approver }) => ({
      clock,
      key,
      instead,
      due,
      on: londonDateOf(at),
      approver,
    })),
    acknowledged: obligations.flatMap(({ clock, key, quietUntil: until }) => (until === undefined ? [] : [{ clock, key, until }])),
    calendar: { version: calendar.version, horizonOn: calendar.horizonOn },
    undelivered: running.undelivered,
    legalHold: hold ? { on: londonDateOf(hold.at) } : null,
  };
}

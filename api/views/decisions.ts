import { z } from 'zod';
import { COMMAND_NAMES, toIso } from '../../domain';
import type { CaseState } from '../../domain';
import type { ClockMove, DecisionOnRecord, Followed, KnownThen } from '../../domain/record';
import { clockSchema, toClock } from './clock';
import { addressee, day, ident, moment } from './parts';
import { personSchema, toPerson } from './person';
import { planShape, toPlan } from './plan';
import { escalationSchema, riskSchema, toEscalation, toRisk } from './risk';

const field = z.strictObject({ field: z.string(), value: z.unknown() });
const retracted = z.strictObject({ words: z.string(), by: ident, at: moment, entry: z.int() });

/** A decision on record. */
export const decisionSchema = z.strictObject({
  seq: z.int(),
  at: moment,
  command: z.enum(COMMAND_NAMES),
  what: z.string(),
  by: ident,
  roles: z.array(addressee).readonly().describe('The roles that this person held on the case at that time.'),
  answer: z.array(field).readonly(),
  why: z.array(field).readonly(),
  dissent: z.array(field).readonly().describe('Where somebody says otherwise; a record of a meeting may hold it among its reasons.'),
  takingPart: z.array(field).readonly(),
  rule: z.string().describe('The paragraph behind it, or a local default.'),
  corrections: z.array(z.looseObject({ field: z.string() })).optional(),
  retracted: retracted.optional(),
});

const known = z
  .strictObject({
    asOf: z.int().describe('The last entry before the decision.'),
    stage: z.string().nullable(),
    person: personSchema,
    risk: riskSchema,
    escalation: escalationSchema,
    lastHeld: z.looseObject({ on: day }).nullable(),
    ...planShape,
    flags: z.array(z.string()),
    clocks: z.array(clockSchema),
  })
  .nullable()
  .describe('What was known then: the case as it stood before the entry. Null for the first entry.');

/** The sheet of one decision: who, when, why, by which rule, what was known then and what followed. */
export const sheetSchema = z.strictObject({
  ref: z.string(),
  decision: decisionSchema,
  rules: z.strictObject({ id: z.string(), version: z.string() }).describe('The rules of the locality that the case was pinned to.'),
  known,
  followed: z.array(
    z.strictObject({ seq: z.int(), at: moment, by: ident, command: z.string().nullable(), facts: z.array(z.string()).readonly() }),
  ),
  names: z.record(z.string(), z.string()),
});
export type Sheet = z.infer<typeof sheetSchema>;

/** The decisions of a case, oldest first. */
export const decisionsSchema = z.strictObject({ ref: z.string(), decisions: z.array(decisionSchema) });

const move = z.strictObject({
  seq: z.int(),
  at: moment,
  by: ident,
  command: z.string().nullable(),
  what: z.enum(['ARMED', 'RESTORED', 'MOVED', 'SET_BY_HAND', 'ENDED', 'PASSED', 'ACKNOWLEDGED', 'FLAG_RAISED', 'FLAG_CLEARED']),
  from: day.nullable(),
  dueOn: day.nullable(),
  detail: z.string().nullable(),
  why: z.array(field).readonly(),
});

/** A deadline over time: where its date comes from, and how it moved, by whom and why. */
export const clockSheetSchema = z.strictObject({
  ref: z.string(),
  clock: z.string(),
  key: z.string(),
  running: z.boolean().describe('False for one that has ended: the explanation is that of its last date.'),
  dueOn: day,
  explanation: clockSchema.shape.explanation,
  moves: z.array(move),
});

/** A decision in ISO times; texts as they are given in. */
export const toDecision = (one: DecisionOnRecord): z.infer<typeof decisionSchema> => ({ ...one, at: toIso(one.at) });

/** What was known, region by region; codes, dates and ids. */
export function toKnown(then: KnownThen | null, today: string): Sheet['known'] {
  if (!then) return null;
  const { state } = then;
  return {
    asOf: then.asOf,
    stage: state.stage,
    person: toPerson(state, today),
    risk: toRisk(state),
    escalation: toEscalation(state),
    lastHeld: state.lastHeld,
    ...toPlan(state),
    flags: flagsOf(state),
    clocks: then.clocks.map(toClock),
  };
}

const flagsOf = ({ flags }: CaseState): string[] => [...new Set(flags.map(({ flag }) => flag))];

export const toFollowed = (one: Followed): Sheet['followed'][number] => ({ ...one, at: toIso(one.at) });

export const toMove = (one: ClockMove): z.infer<typeof move> => ({ ...one, at: toIso(one.at) });

import type { LondonDate } from '../calendar';
import { dueBy } from '../clocks/clock';
import type { ClockContext } from '../clocks/clock';

/** The date to which the rules alone keep the record of a case that ended on a London date. */
export const byRule = (context: ClockContext, endedOn: LondonDate): LondonDate => dueBy(context, 'T-RETAIN', '-', endedOn);

/** The London date to which the record of an ended case is kept: what a person has decided, else what the rules give. */
export const keptUntil = (context: ClockContext, endedOn: LondonDate): LondonDate =>
  context.state.closing.retention?.until ?? byRule(context, endedOn);

import type { Stage } from '../../codes';
import type { CaseEvent } from '../../events';
import type { CaseState, Obligation } from '../../state';

/** Deadlines of a case that goes on after all run again, each with what it has sent; what the facts no longer call for ends in the same step. */
export const runAgain = (obligations: readonly Obligation[], at: number): readonly CaseEvent[] =>
  obligations.map(({ armedAt, passed, ...obligation }) => ({ type: 'ObligationRestored', at, obligation, armedAt, passed }));

/** The deadlines that the end of a case set aside, run again; one that runs still goes on. */
export const restedAgain = ({ closing, obligations }: CaseState, at: number): readonly CaseEvent[] =>
  runAgain(
    closing.rested.filter((one) => !obligations.some(({ clock, key }) => clock === one.clock && key === one.key)),
    at,
  );

/** The flags of deadlines that run again, as they stood before. */
export const flagsAgain = ({ closing, flags }: CaseState, at: number): readonly CaseEvent[] =>
  closing.flags
    .filter(({ flag, clock, key }) => clock !== null && !flags.some((one) => one.flag === flag && one.clock === clock && one.key === key))
    .map(({ flag, clock, key }) => ({ type: 'FlagRaised', at, flag, clock, key }));

// A booked meeting was cancelled, so the case is back before its booking.
const BEFORE_BOOKING: Readonly<Partial<Record<Stage, Stage>>> = { MEETING_SCHEDULED: 'CONVENING', REVIEW_SCHEDULED: 'PLAN_ACTIVE' };

/** The stage in which a case goes on when its closing is taken back. */
export function stageBefore({ closing }: CaseState): Stage {
  const from = closing.from ?? 'PLAN_ACTIVE';
  return BEFORE_BOOKING[from] ?? from;
}

import { addDays, compareDates, workingDaysBetween } from '../../../calendar';
import type { LondonDate } from '../../../calendar';
import { isTerminal } from '../../codes';
import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { rolesOf } from '../../holders';
import { refuse } from '../../refusals';
import type { CaseState } from '../../state';
import type { DecideContext, Decision } from '../context';

/** The longest pause, in calendar days (local default). */
const LONGEST_PAUSE = 28;
/** Two pauses with fewer working days between them are two in a row (local default). */
const RUNS_BETWEEN = 5;

/** Lets the clocks of meeting, actions and review stand still until a day. */
export function pauseClocks(command: CaseCommand<'pauseClocks'>, context: DecideContext): Decision {
  const { data, actor } = command;
  const { at, on } = context;
  return (
    checkMayRest(context.state) ??
    checkUntil(data.until, context) ??
    checkInARow(actor, context) ?? { events: [{ type: 'ClocksPaused', at, from: on, until: data.until, data }] }
  );
}

function checkMayRest({ tier, running }: CaseState): Decision | undefined {
  if (tier === 'CRITICAL')
    return refuse('NEVER_PAUSED', 'The clocks of a case at tier CRITICAL never stand still.', { rule: 'local default' });
  return running.pause
    ? refuse(
        'ALREADY_PAUSED',
        `The clocks stand still until ${running.pause.until}. On that day, or once they run again, the coordinator’s manager may pause them again.`,
      )
    : undefined;
}

function checkUntil(until: LondonDate, { on, today }: DecideContext): Decision | undefined {
  const field = '/until';
  if (compareDates(until, today) <= 0)
    return refuse('PAUSE_ENDS_TOO_EARLY', `Give the first day on which the clocks run again, after ${today}.`, { field });
  const last = addDays(on, LONGEST_PAUSE);
  return compareDates(until, last) > 0
    ? refuse('PAUSE_TOO_LONG', `A pause lasts at most ${LONGEST_PAUSE} days: give a day up to ${last}.`, { field, rule: 'local default' })
    : undefined;
}

function checkInARow(actor: string, { state, on, calendar }: DecideContext): Decision | undefined {
  const last = state.running.pauses.at(-1);
  if (!last || workingDaysBetween(addDays(last.until, -1), addDays(on, -1), calendar) >= RUNS_BETWEEN || isManager(actor, state))
    return undefined;
  return refuse(
    'SECOND_PAUSE_NEEDS_MANAGER',
    `The clocks ran again only on ${last.until}: the coordinator’s manager decides on a second pause.`,
    {
      rule: 'local default',
    },
  );
}

// The coordinator's manager, or who stands in where there is none.
const isManager = (actor: string, state: CaseState): boolean => {
  const role = state.holders.COORDINATOR_MANAGER === undefined ? 'CONVENER_MANAGER' : 'COORDINATOR_MANAGER';
  return rolesOf(state, actor).some((one) => one.role === role);
};

/** Lets the clocks run again before the pause ends; the days until then stay uncounted. */
export function resumeClocks({ data }: CaseCommand<'resumeClocks'>, { state, at, on }: DecideContext): Decision {
  const { pause } = state.running;
  if (!pause) return refuse('NOT_PAUSED', 'The clocks of this case run: there is no pause to end.');
  const from = compareDates(on, pause.from) < 0 ? pause.from : on;
  return { events: [{ type: 'ClocksResumed', at, from: pause.from, on: from, because: 'ASKED', reasonRef: data.reason }] };
}

/** The end of a pause of a case that may not rest any longer: it has become CRITICAL, or it is about to end. */
export function endOfRest({ running, tier, stage }: CaseState, { at, today }: DecideContext): readonly CaseEvent[] {
  const ends = stage === 'CLOSING' || (stage !== null && isTerminal(stage));
  const because = tier === 'CRITICAL' ? 'CRITICAL' : ends ? 'CLOSING' : undefined;
  if (!running.pause || !because) return [];
  return [{ type: 'ClocksResumed', at, from: running.pause.from, on: today, because, reasonRef: null }];
}

import { addWorkingDays, compareDates, rollForward } from '../../../calendar';
import { contextOf } from '../../../clocks/clock';
import { isSuspended, repeatsFrom } from '../../../clocks/thresholds';
import type { ClockId } from '../../codes';
import type { CaseCommand } from '../../command';
import { refuse } from '../../refusals';
import type { Obligation } from '../../state';
import type { DecideContext, Decision } from '../context';

/** The longest time for which an overdue deadline is silent, in working days (local default). */
const LOOK_AGAIN_WITHIN = 10;

/** Clocks that speak every working day until somebody has acted. */
const NEVER_SILENT: readonly ClockId[] = ['T-ROLE'];

/** Finds a running deadline by its clock and key. */
export const deadlineOf = ({ state }: DecideContext, named: { clock: ClockId; key: string }): Obligation | undefined =>
  state.obligations.find((one) => one.clock === named.clock && one.key === named.key && !isSuspended(state, one));

/** The refusal of a deadline that does not run. */
export const unknownDeadline = (): Decision =>
  refuse('UNKNOWN_DEADLINE', 'No such deadline runs on this case: see its list of clocks for clock and key.', { field: '/key' });

/** Silences the repeats of an overdue deadline until a day; its flags, its steps and the overdue list stay. */
export function acknowledgeOverdue({ data }: CaseCommand<'acknowledgeOverdue'>, context: DecideContext): Decision {
  const { at, on, calendar } = context;
  const deadline = deadlineOf(context, data);
  if (!deadline) return unknownDeadline();
  const until = rollForward(data.lookAgainOn, calendar);
  return (
    checkOverdue(deadline, context) ??
    checkUntil(until, deadline, context) ?? {
      events: [{ type: 'OverdueAcknowledged', at, clock: data.clock, key: data.key, until, on, reasonRef: data.reason }],
    }
  );
}

function checkOverdue({ clock, dueOn }: Obligation, { today }: DecideContext): Decision | undefined {
  if (NEVER_SILENT.includes(clock))
    return refuse('NEVER_SILENT', 'A vacant role is told every working day until it is filled: name somebody.', { field: '/clock' });
  return compareDates(today, dueOn) > 0
    ? undefined
    : refuse('NOT_OVERDUE', `This is due by the end of ${dueOn}: it can be put off once it is overdue.`, { field: '/key' });
}

function checkUntil(until: string, deadline: Obligation, context: DecideContext): Decision | undefined {
  const { state, profile, calendar, today } = context;
  const field = '/lookAgainOn';
  const from = repeatsFrom(contextOf(state, profile), deadline);
  if (from === undefined) return refuse('NEVER_SILENT', 'The messages of this deadline do not repeat, so there is nothing to silence.');
  if (compareDates(until, today) <= 0 || compareDates(until, from) <= 0)
    return refuse('LOOK_AGAIN_TOO_EARLY', `Only what repeats can be silenced, from ${from} on: give a later day, after today.`, { field });
  const last = addWorkingDays(today, LOOK_AGAIN_WITHIN, calendar);
  return compareDates(until, last) > 0
    ? refuse('LOOK_AGAIN_TOO_LATE', `Look again within ${LOOK_AGAIN_WITHIN} working days: give a day up to ${last}.`, {
        field,
        rule: 'local default',
      })
    : undefined;
}

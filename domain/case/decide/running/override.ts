import { addWorkingDays, compareDates } from '../../../calendar';
import type { LondonDate } from '../../../calendar';
import { findClock } from '../../../clocks/all';
import { contextOf } from '../../../clocks/clock';
import { baseOf, overrideOf } from '../../../clocks/moves';
import type { CaseCommand } from '../../command';
import { rolesOf } from '../../holders';
import { refuse } from '../../refusals';
import type { CaseState, Obligation } from '../../state';
import { tooFar } from '../context';
import type { DecideContext, Decision } from '../context';
import { deadlineOf, unknownDeadline } from './overdue';

/** Sets another date for a deadline than its rule gives. Every default may be changed, with a reason and an approver. */
export function overrideTimer(command: CaseCommand<'overrideTimer'>, context: DecideContext): Decision {
  const { data, actor } = command;
  const { at, on, calendar } = context;
  const deadline = deadlineOf(context, data);
  if (!deadline) return unknownDeadline();
  const due = dueOf(data);
  if (!due) return refuse('DUE_OR_DAYS', 'Give either a date or a number of working days.', { field: '/dueOn' });
  const dueOn = 'on' in due ? due.on : addWorkingDays(deadline.anchorOn, due.workingDays, calendar);
  const wrong = checkRule(deadline, context) ?? checkDate(dueOn, context) ?? checkApprover(data.approver, actor, context.state);
  if (wrong) return wrong;
  if (dueOn === baseOf(deadline)) return { events: [] };
  const { clock, key, anchorOn } = deadline;
  const instead = overrideOf(context.state, deadline)?.instead ?? baseOf(deadline);
  return { events: [{ type: 'TimerOverridden', at, clock, key, anchorOn, instead, due, on, data }] };
}

function dueOf({ dueOn, workingDays }: CaseCommand<'overrideTimer'>['data']) {
  if ((dueOn === undefined) === (workingDays === undefined)) return undefined;
  return dueOn === undefined ? { workingDays: workingDays ?? 0 } : { on: dueOn };
}

function checkRule(deadline: Obligation, { state, profile }: DecideContext): Decision | undefined {
  const rule = findClock(deadline.clock)?.because(contextOf(state, profile), deadline).rule.value;
  return rule && 'agreed' in rule
    ? refuse('DATE_IS_AGREED', 'This date was agreed, it is no default: extend the action, or agree another date of meeting or review.', {
        field: '/key',
      })
    : undefined;
}

function checkDate(dueOn: LondonDate, { today }: DecideContext): Decision | undefined {
  if (compareDates(dueOn, today) < 0)
    return refuse('DUE_IN_PAST', `That would be ${dueOn}, which has passed: give ${today} or a later day.`, { field: '/dueOn' });
  return tooFar(dueOn, today)
    ? refuse('DATE_TOO_FAR', 'That day is more than ten years ahead: check the year.', { field: '/dueOn' })
    : undefined;
}

// Who changes a default is not the one who approves it, unless that person is a manager on the case (local default).
function checkApprover(approver: string, actor: string, state: CaseState): Decision | undefined {
  const isManager = rolesOf(state, actor).some(({ role }) => role.endsWith('_MANAGER'));
  return approver === actor && !isManager
    ? refuse('APPROVER_NEEDED', 'A manager approves another date: name who did.', { field: '/approver', rule: 'Oxfordshire framework 3.4' })
    : undefined;
}

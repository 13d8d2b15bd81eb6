import { compareDates } from '../../../calendar';
import type { Acceptance } from '../../codes';
import type { CaseCommand } from '../../command';
import type { Action } from '../../events';
import { rolesOf } from '../../holders';
import { refuse } from '../../refusals';
import type { CaseState } from '../../state';
import { checkOpen } from './actions';
import { tooFar } from '../context';
import type { DecideContext, Decision } from '../context';

type Answer = CaseCommand<'acceptAction' | 'counterPropose' | 'declineAction'>;

const MEANS: Readonly<Record<Answer['type'], Acceptance>> = {
  acceptAction: 'ACCEPTED',
  counterPropose: 'COUNTER_PROPOSED',
  declineAction: 'DECLINED',
};

const actionOf = (id: string, { state }: DecideContext): Action | undefined => state.actions.find((one) => one.id === id);

/** Answers, for a service, an action that was proposed to it. Any answer ends the wait for one; none ends the action. */
export function answerAction(command: Answer, context: DecideContext): Decision {
  const { type, data } = command;
  const wrong = checkOpen(data.action, context);
  if (wrong) return wrong;
  if (actionOf(data.action, context)?.acceptance === 'ACCEPTED')
    return refuse('ALREADY_ACCEPTED', 'This action is agreed already. To change it, reassign it, extend it or end it.', {
      field: '/action',
    });
  return { events: [{ type: 'ActionAnswered', at: context.at, action: data.action, acceptance: MEANS[type], on: context.on, data }] };
}

/** Ends an action that is not done. */
export function endAction({ data }: CaseCommand<'endAction'>, context: DecideContext): Decision {
  const { at, on } = context;
  return checkOpen(data.action, context) ?? { events: [{ type: 'ActionEnded', at, action: data.action, status: data.status, on, data }] };
}

/** Gives an action a later date. The second time a responsible manager decides (local default). */
export function extendDueDate(command: CaseCommand<'extendDueDate'>, context: DecideContext): Decision {
  const { data, actor } = command;
  const { state, at, on, today } = context;
  const action = actionOf(data.action, context);
  const wrong = checkOpen(data.action, context);
  if (wrong || !action) return wrong ?? refuse('UNKNOWN_ACTION', 'There is no such action on this case.', { field: '/action' });
  const from = shownDueOn(action, state);
  if (compareDates(data.dueOn, from) <= 0)
    return refuse('DUE_NOT_LATER', `The action is due on ${from}: give a later day.`, { field: '/dueOn' });
  if (tooFar(data.dueOn, today))
    return refuse('DATE_TOO_FAR', 'That day is more than ten years ahead: check the year.', { field: '/dueOn' });
  const isManager = rolesOf(state, actor).some(({ role, service }) => role === 'RESPONSIBLE_MANAGER' && service === action.service);
  if (action.extensions > 0 && !isManager)
    return refuse('EXTENSION_NEEDS_MANAGER', 'This date was moved before: now the service’s responsible manager must do it.', {
      field: '/action',
    });
  return { events: [{ type: 'DueDateExtended', at, action: action.id, from, dueOn: data.dueOn, on, data }] };
}

// The date that people see: as pauses have moved it.
const shownDueOn = ({ id, dueOn }: Action, { obligations }: CaseState): string =>
  obligations.find((one) => one.clock === 'T-ACTION' && one.key === `action:${id}`)?.dueOn ?? dueOn;

/** Gives an action to another service; unless its lead worker is named it is proposed there. */
export function reassignAction({ data }: CaseCommand<'reassignAction'>, context: DecideContext): Decision {
  const wrong = checkOpen(data.action, context);
  if (wrong) return wrong;
  const acceptance: Acceptance = data.leadWorker === undefined ? 'PROPOSED' : 'ACCEPTED';
  const { action, service, leadWorker = null } = data;
  return { events: [{ type: 'ActionReassigned', at: context.at, action, service, leadWorker, acceptance, on: context.on, data }] };
}

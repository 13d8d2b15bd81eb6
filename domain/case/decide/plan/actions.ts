import { compareDates } from '../../../calendar';
import type { LondonDate } from '../../../calendar';
import { hasAgreed } from '../../agreement';
import { isUnfinished } from '../../codes';
import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { refuse } from '../../refusals';
import type { Refusal } from '../../refusals';
import { tooFar } from '../context';
import type { DecideContext, Decision } from '../context';
import { newAction } from './newAction';

type ActionData = CaseCommand<'addAction'>['data'];

/** So that a case stays usable by people. */
const MOST_ACTIONS = 200;

/** Adds one action with one owner and one date. */
export function addAction(command: CaseCommand<'addAction'>, context: DecideContext): Decision {
  const { state, at, on } = context;
  const wrong = checkActions([command.data], context, on);
  return wrong ?? { events: actionEvents([command.data], at, on, (service) => hasAgreed(state, service)) };
}

/** Refuses actions that are there already, lie in the past or are too many. `agreedOn` is the day on which they were agreed. */
export function checkActions(
  actions: readonly ActionData[],
  { state, today }: DecideContext,
  agreedOn: LondonDate,
): { refusal: Refusal } | undefined {
  if (state.actions.length + actions.length > MOST_ACTIONS)
    return refuse('TOO_MANY_ACTIONS', `A case takes at most ${MOST_ACTIONS} actions: end some first.`);
  const ids = [...state.actions.map((one) => one.id), ...actions.map((one) => one.id)];
  for (const action of actions) {
    if (ids.filter((id) => id === action.id).length > 1)
      return refuse('DUPLICATE_ACTION', `There is an action "${action.id}" already: give this one another id.`, { field: '/id' });
    if (compareDates(action.dueOn, agreedOn) < 0) {
      return refuse('DUE_IN_PAST', 'An action cannot be due before it was agreed. If it was agreed earlier, say so in occurredOn.', {
        field: '/dueOn',
      });
    }
    if (tooFar(action.dueOn, today))
      return refuse('DATE_TOO_FAR', 'That day is more than ten years ahead: check the year.', { field: '/dueOn' });
  }
  return undefined;
}

/**
 * The facts of agreed actions. An action for a service that had nobody there is proposed to its responsible manager (local default).
 * The service's own lead worker does it unless one is named.
 */
export function actionEvents(
  actions: readonly ActionData[],
  at: number,
  agreedOn: LondonDate,
  agreedBy: (service: string) => boolean,
): readonly CaseEvent[] {
  return actions.map((action) => ({
    type: 'ActionAdded',
    at,
    action: newAction(action, { agreedOn, proposed: action.proposed ?? !agreedBy(action.service) }),
  }));
}

/** Adds a note to an action; its date does not move. */
export function updateProgress(command: CaseCommand<'updateProgress'>, context: DecideContext): Decision {
  const { data } = command;
  return (
    checkOpen(data.action, context) ?? { events: [{ type: 'ProgressUpdated', at: context.at, action: data.action, on: context.on, data }] }
  );
}

/** Records an action as done. */
export function completeAction(command: CaseCommand<'completeAction'>, context: DecideContext): Decision {
  const { data } = command;
  return (
    checkOpen(data.action, context) ?? { events: [{ type: 'ActionCompleted', at: context.at, action: data.action, on: context.on, data }] }
  );
}

/** Refuses an action that is not there or has ended. */
export function checkOpen(id: string, { state }: DecideContext): { refusal: Refusal } | undefined {
  const action = state.actions.find((one) => one.id === id);
  if (!action) return refuse('UNKNOWN_ACTION', 'There is no such action on this case: check its id.', { field: '/action' });
  if (isUnfinished(action)) return undefined;
  return refuse('ACTION_ENDED', 'This action has ended: add a new one if there is more to do.', { field: '/action' });
}

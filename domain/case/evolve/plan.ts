import type { Action, CaseEvent } from '../events';
import type { CaseState } from '../state';
import { withRecords } from './meetings';
import { withServices } from './roles';

type PlanEvent = CaseEvent<
  | 'ActionAdded'
  | 'ActionAnswered'
  | 'ActionCompleted'
  | 'ActionEnded'
  | 'ActionReassigned'
  | 'DueDateExtended'
  | 'ProgressUpdated'
  | 'PlanPublished'
  | 'PlanConfirmed'
  | 'ReceiptConfirmed'
>;

/** Folds what concerns actions and the plan. */
export function foldPlan(state: CaseState, event: PlanEvent): CaseState {
  switch (event.type) {
    case 'ActionAdded':
      return { ...withServices(state, [{ service: event.action.service }]), actions: [...state.actions, event.action] };
    case 'ActionAnswered':
      return withAction(state, event.action, { acceptance: event.acceptance, ...leadOf(event) });
    case 'ActionCompleted':
      return withAction(state, event.action, { status: 'DONE' });
    case 'ActionEnded':
      return withAction(state, event.action, { status: event.status });
    case 'ActionReassigned':
      return reassigned(state, event);
    case 'DueDateExtended':
      return changed(state, event.action, (one) => ({
        ...one,
        dueOn: event.dueOn,
        quietSince: event.on,
        extensions: one.extensions + 1,
      }));
    case 'ProgressUpdated':
      return withAction(state, event.action, { status: 'IN_PROGRESS', quietSince: event.on });
    case 'PlanPublished':
      return {
        ...withRecords(state, 'all', { planned: true }),
        plan: { version: event.version, publishedOn: event.on, recipients: event.recipients, confirmed: [] },
      };
    case 'PlanConfirmed':
      return withRecords(state, 'all', { planned: true });
    case 'ReceiptConfirmed':
      return { ...state, plan: state.plan && { ...state.plan, confirmed: [...state.plan.confirmed, event.service] } };
  }
}

const leadOf = ({ data }: CaseEvent<'ActionAnswered'>): Partial<Action> =>
  'leadWorker' in data && typeof data.leadWorker === 'string' ? { leadWorker: data.leadWorker } : {};

function reassigned(state: CaseState, event: CaseEvent<'ActionReassigned'>): CaseState {
  const { service, leadWorker, acceptance } = event;
  return changed(withServices(state, [{ service }]), event.action, ({ leadWorker: _before, ...one }) => ({
    ...one,
    service,
    acceptance,
    proposedOn: event.on,
    quietSince: event.on,
    ...(leadWorker === null ? {} : { leadWorker }),
  }));
}

const changed = (state: CaseState, id: string, change: (action: Action) => Action): CaseState => ({
  ...state,
  actions: state.actions.map((action) => (action.id === id ? change(action) : action)),
});

/** Changes one action. */
export const withAction = (state: CaseState, id: string, part: Partial<Action>): CaseState =>
  changed(state, id, (action) => ({ ...action, ...part }));

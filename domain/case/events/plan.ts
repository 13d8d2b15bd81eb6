import type { LondonDate } from '../../calendar';
import type { Acceptance, ActionStatus } from '../codes';
import type { CommandData } from '../commands/table';
import type { Action } from './shapes';

/** The plan, its actions and who has it. */
export interface PlanEvents {
  ActionAdded: { action: Action };
  ProgressUpdated: { action: string; on: LondonDate; data: CommandData<'updateProgress'> };
  ActionAnswered: {
    action: string;
    acceptance: Acceptance;
    on: LondonDate;
    data: CommandData<'acceptAction' | 'counterPropose' | 'declineAction'>;
  };
  ActionEnded: { action: string; status: ActionStatus; on: LondonDate; data: CommandData<'endAction'> };
  DueDateExtended: { action: string; from: LondonDate; dueOn: LondonDate; on: LondonDate; data: CommandData<'extendDueDate'> };
  ActionReassigned: {
    action: string;
    service: string;
    leadWorker: string | null;
    acceptance: Acceptance;
    on: LondonDate;
    data: CommandData<'reassignAction'>;
  };
  ActionCompleted: { action: string; on: LondonDate; data: CommandData<'completeAction'> };
  PlanPublished: {
    version: number;
    on: LondonDate;
    actions: readonly string[];
    recipients: readonly string[];
    data: CommandData<'publishPlan'>;
  };
  PlanConfirmed: { on: LondonDate; data: CommandData<'confirmPlanUnchanged'> };
  ReceiptConfirmed: { version: number; service: string; on: LondonDate };
}

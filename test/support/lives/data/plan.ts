import { addDays } from '../../../../domain';
import type { Data, Given } from './given';

/** The plan and its actions. */
export const planData = ({ n, pick, today, near, service, action }: Given): Data => ({
  addAction: { id: `a${n}`, text: 'v', service, dueOn: near, urgent: pick % 5 === 0 },
  updateProgress: { action, note: 'v' },
  completeAction: { action },
  endAction: { action, status: 'SUPERSEDED', reason: 'v' },
  extendDueDate: { action, dueOn: addDays(today, 1 + (pick % 60)), reason: 'v' },
  reassignAction: { action, service, reason: 'v' },
  acceptAction: { action },
  counterPropose: { action, text: 'v' },
  declineAction: { action, reason: 'v' },
  publishPlan: { reviewOn: addDays(today, 1 + (pick % 60)) },
  confirmPlanUnchanged: { reviewOn: addDays(today, 1 + (pick % 60)) },
  confirmReceipt: { service },
});

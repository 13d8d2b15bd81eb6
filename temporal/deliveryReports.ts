import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { DELIVERY_REPORT } from '../workflows/messages';
import type { DeliveryReport } from '../workflows/messages';
import type { CaseGateway } from './caseGateway';
import { workflowIdOf } from './names';

/**
 * Tells a case of messages that did not arrive: by signal while it runs, which needs no worker; by its command when it has ended, which wakes
 * it. `nobody`: there is no such case, or its rules refuse. Safe to repeat under the same id.
 */
export async function reportDelivery(
  client: Client,
  gateway: Pick<CaseGateway, 'command'>,
  ref: string,
  report: DeliveryReport,
): Promise<'told' | 'nobody'> {
  try {
    await client.workflow.getHandle(workflowIdOf(ref)).signal(DELIVERY_REPORT, report);
    return 'told';
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
  const data = { rows: report.rows };
  const outcome = await gateway.command(ref, { type: 'recordDeliveryFailure', id: report.id, actor: 'system', data });
  return outcome.kind === 'not-found' || outcome.kind === 'refused' ? 'nobody' : 'told';
}

import { WorkflowNotFoundError } from '@temporalio/common';
import type { Client } from '@temporalio/client';
import { QUERIES } from '../workflows/messages';
import type { StateView } from '../workflows/messages';
import { workflowIdOf } from './names';

const QUERY_MS = 5_000;

/** How the newest run of a case stands. */
export interface CaseRun {
  /** Temporal's name of the status, such as RUNNING or COMPLETED; NONE where there is no run. */
  readonly status: string;
  readonly startedAt: string | null;
  readonly historyEvents: number;
  /** Last step of the run, recorded or not; null when no worker answers or it has ended. */
  readonly seq: number | null;
  readonly queued: number;
  readonly unsent: number;
  readonly hold: string | null;
  /** Name and number of tries of an activity that does not succeed; its message is not shown. */
  readonly failing: string | null;
}

/** Reads how a case stands in Temporal; nothing is changed. */
export async function runOf(client: Client, ref: string): Promise<CaseRun> {
  try {
    const { status, startTime, historyLength, raw } = await client.workflow.getHandle(workflowIdOf(ref)).describe();
    const inside = status.name === 'RUNNING' ? await stateOf(client, ref) : null;
    const known = { status: status.name, startedAt: startTime.toISOString(), historyEvents: historyLength, failing: failingOf(raw) };
    return { ...NONE, ...known, ...(inside ? shellOf(inside) : {}) };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return NONE;
    throw error;
  }
}

const shellOf = ({ seq, queued, unsent, hold }: StateView) => ({ seq, queued, unsent: unsent.length, hold });

type Described = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['describe']>>['raw'];

function failingOf({ pendingActivities }: Described): string | null {
  const failing = (pendingActivities ?? []).find(({ attempt }) => (attempt ?? 0) > 1);
  return failing ? `${failing.activityType?.name ?? 'an activity'}, try ${failing.attempt ?? 0}` : null;
}

const NONE: CaseRun = {
  status: 'NONE',
  startedAt: null,
  historyEvents: 0,
  seq: null,
  queued: 0,
  unsent: 0,
  hold: null,
  failing: null,
};

async function stateOf(client: Client, ref: string): Promise<StateView | null> {
  try {
    return await client.withDeadline(Date.now() + QUERY_MS, () =>
      client.workflow.getHandle(workflowIdOf(ref)).query<StateView>(QUERIES.state),
    );
  } catch {
    return null;
  }
}

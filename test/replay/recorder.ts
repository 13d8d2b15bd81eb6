import { writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { eventually } from '../support/eventually';
import type { LiveCase } from '../support/liveCase';
import type { Workbench } from '../support/workbench';

/** Waits until a case has recorded and sent what it has to. */
export const settled = (one: LiveCase) =>
  eventually(async () => {
    const { queued, unsent } = await one.state();
    return queued === 0 && unsent.length === 0;
  });

/** Writes the history of a run down: one event a line, and nothing that says where it was recorded. @throws Error if something does */
export async function write(bench: Workbench, name: string, one: LiveCase, runId?: string): Promise<void> {
  const handle = bench.client.workflow.getHandle(one.workflowId, runId);
  const history = historyToJSON(await handle.fetchHistory()).replaceAll(`${process.pid}@${hostname()}`, 'recorder');
  if (history.includes(hostname())) throw new Error(`the history ${name} names the machine on which it was recorded`);
  const { events } = JSON.parse(history) as { events: readonly object[] };
  const lines = events.map((event) => JSON.stringify(event)).join(',\n');
  writeFileSync(join(__dirname, 'histories', `${name}.json`), `{"events":[\n${lines}\n]}\n`);
}

import { ScheduleAlreadyRunning } from '@temporalio/client';
import type { Client, ScheduleOptions } from '@temporalio/client';

/** Makes a schedule, or brings it up to date; whether operations have paused it stays as it is. Runs again at will. */
export async function upsertSchedule(
  client: Client,
  options: ScheduleOptions & { readonly action: { readonly workflowId: string } },
): Promise<void> {
  try {
    await client.schedule.create(options);
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const { scheduleId, ...changed } = options;
    await client.schedule.getHandle(scheduleId).update(({ state }) => ({ ...changed, state }));
  }
}

import { ScheduleOverlapPolicy } from '@temporalio/client';
import type { Client, ScheduleOptions } from '@temporalio/client';
import { SWEEP_TYPE } from '../../workflows/messages';
import { DRAFT_SWEEP_ID, TASK_QUEUE } from '../names';
import { upsertSchedule } from './upsert';

const OPTIONS = {
  scheduleId: DRAFT_SWEEP_ID,
  spec: {
    calendars: [{ hour: 9, minute: 5, dayOfWeek: { start: 'MONDAY', end: 'FRIDAY' } }],
    timezone: 'Europe/London',
  },
  action: {
    type: 'startWorkflow',
    workflowType: SWEEP_TYPE,
    workflowId: DRAFT_SWEEP_ID,
    taskQueue: TASK_QUEUE,
    args: [],
    staticSummary: 'Reminders of drafts that are not sent',
  },
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '6 hours', pauseOnFailure: false },
} as const satisfies ScheduleOptions;

/** Makes the schedule of the draft sweep, on weekdays at 09:05 London, or brings it up to date. Runs again at will. */
export const upsertDraftSweep = (client: Client): Promise<void> => upsertSchedule(client, OPTIONS);

/** Has the sweep run now; while one runs, once more after it. A draft is told of each reminder once, so that it may run at any time. */
export const startDraftSweep = (client: Client): Promise<void> =>
  client.schedule.getHandle(DRAFT_SWEEP_ID).trigger(ScheduleOverlapPolicy.BUFFER_ONE);

import { ScheduleOverlapPolicy } from '@temporalio/client';
import type { Client, ScheduleOptions } from '@temporalio/client';
import { ROUND_TYPE } from '../../workflows/messages';
import type { RoundInput } from '../../workflows/messages';
import { MORNING_ROUND_ID, TASK_QUEUE } from '../names';
import { upsertSchedule } from './upsert';

const MINUTE = 60_000;
const LEAST_MINUTES = 10;
const NINE = 9;

/** When the morning round goes, London: after the last case has woken for its 09:00, and not before 09:10. */
export function roundTime(spreadMs: number): { readonly hour: number; readonly minute: number; readonly windowMs: number } {
  const minutes = Math.max(LEAST_MINUTES, Math.ceil(spreadMs / MINUTE));
  return { hour: NINE + Math.floor(minutes / 60), minute: minutes % 60, windowMs: minutes * MINUTE };
}

/** How the round behaves; `spreadMs` is that of the cases. */
export interface RoundPlan extends Partial<Pick<RoundInput, 'settleMs' | 'retryMs'>> {
  readonly spreadMs: number;
}

/**
 * Makes the schedule of the morning round, or brings it up to date; whether operations have paused it stays as it is. Runs again at will.
 * A server that was down at that time starts the round when it is back within six hours.
 */
export const upsertMorningRound = (client: Client, plan: RoundPlan): Promise<void> => upsertSchedule(client, optionsOf(plan));

const optionsOf = ({ spreadMs, settleMs = 15_000, retryMs = 5_000 }: RoundPlan) =>
  ({
    scheduleId: MORNING_ROUND_ID,
    spec: {
      calendars: [{ hour: roundTime(spreadMs).hour, minute: roundTime(spreadMs).minute, dayOfWeek: { start: 'MONDAY', end: 'FRIDAY' } }],
      timezone: 'Europe/London',
    },
    action: {
      type: 'startWorkflow',
      workflowType: ROUND_TYPE,
      workflowId: MORNING_ROUND_ID,
      taskQueue: TASK_QUEUE,
      args: [{ settleMs, retryMs } satisfies RoundInput],
      staticSummary: 'Planned messages of the morning, one mail per person',
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '6 hours', pauseOnFailure: false },
  }) as const satisfies ScheduleOptions;

/** Has the round run now; while one runs, once more after it. It sends only what is due, so that it may run at any time. */
export const startMorningRound = (client: Client): Promise<void> =>
  client.schedule.getHandle(MORNING_ROUND_ID).trigger(ScheduleOverlapPolicy.BUFFER_ONE);

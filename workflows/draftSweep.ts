import { proxyActivities, setCurrentDetails, sleep } from '@temporalio/workflow';
import type { SweepActivities, SweepPass } from '../activities/contract';

const { sweepDrafts } = proxyActivities<SweepActivities>({
  startToCloseTimeout: '5m',
  retry: { initialInterval: '2s', maximumInterval: '1m' },
});

const MOST_PASSES = 12;

/** The draft sweep (T-DRAFT): started by its schedule each working morning; tries again every five minutes for an hour what a relay put off. */
export async function draftSweep(): Promise<SweepPass> {
  for (let passes = 1; ; passes += 1) {
    const pass = await sweepDrafts.executeWithOptions({ summary: 'Remind of drafts that are not sent' }, [{ now: Date.now() }]);
    setCurrentDetails(detailsOf(pass));
    if (pass.later === 0 || passes === MOST_PASSES) return pass;
    await sleep('5m', { summary: `${pass.later} reminders could not be sent yet` });
  }
}

const detailsOf = ({ drafts, sent, later, unreachable }: SweepPass): string =>
  [
    `**Drafts not sent:** ${drafts}`,
    `**Reminders sent:** ${sent}`,
    `**To be tried again:** ${later}`,
    `**Reach nobody:** ${unreachable}`,
  ].join('\n\n');

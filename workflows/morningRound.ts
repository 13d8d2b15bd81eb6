import { continueAsNew, proxyActivities, setCurrentDetails, sleep, workflowInfo } from '@temporalio/workflow';
import type { RoundActivities, RoundPass } from '../activities/contract';
import type { RoundInput, RoundTotal } from './messages';
import { hasMoved, waitAfter } from './roundPace';
import { when } from './shown';

// Longer than a pass takes, with the timeouts of the mail that it was at.
const { sendMorningRound } = proxyActivities<RoundActivities>({
  startToCloseTimeout: '3m',
  retry: { initialInterval: '2s', maximumInterval: '1m' },
});

const NOTHING: RoundTotal = { mails: 0, messages: 0, dropped: 0, failed: 0, passes: 0 };

/**
 * The morning round: all planned messages of one person in one morning go as one mail. Started by its schedule after the cases have woken,
 * and again for what a late case has to say; it goes on until no message is left whose morning has come.
 */
export async function morningRound({ settleMs, retryMs, carried }: RoundInput): Promise<RoundTotal> {
  let total = carried ?? NOTHING;
  let idle = 0;
  if (!carried && settleMs > 0) await sleep(settleMs, { summary: 'The last cases record what they have to say' });
  for (;;) {
    const pass = await sendMorningRound.executeWithOptions({ summary: 'Send what is held for the morning' }, [{ now: Date.now() }]);
    total = plus(total, pass);
    idle = hasMoved(pass) ? 0 : idle + 1;
    setCurrentDetails(detailsOf(total, pass));
    const wait = waitAfter(pass, idle, retryMs);
    if (wait === undefined) return total;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof morningRound>({ settleMs, retryMs, carried: total });
    await sleep(wait, { summary: `${pass.left} messages are left, ${pass.unheard} failures not yet on record` });
  }
}

const plus = (total: RoundTotal, pass: RoundPass): RoundTotal => ({
  mails: total.mails + pass.mails,
  messages: total.messages + pass.messages,
  dropped: total.dropped + pass.dropped,
  failed: total.failed + pass.failed,
  passes: total.passes + 1,
});

const detailsOf = (total: RoundTotal, { left, unheard, nextAt }: RoundPass): string =>
  [
    `**Sent:** ${total.mails} mails with ${total.messages} messages`,
    `**No longer true, not sent:** ${total.dropped}`,
    `**Failed for good:** ${total.failed} (not yet on record of their case: ${unheard})`,
    `**Still to send:** ${left}`,
    `**Next ones held until:** ${nextAt === null ? 'none' : when(nextAt)}`,
  ].join('\n\n');

import type { RoundActivities } from '../contract';
import type { ActivityDeps } from '../deps';
import { gather } from './gather';
import { reportFailures } from './reports';
import { sendMorning } from './sendMorning';
import type { Sent } from './sendMorning';

const SEND_FOR_MS = 60_000;
const MOST_ROWS = 2_000;
const NOTHING: Sent = { mails: 0, messages: 0, dropped: 0, failed: 0 };

const add = (a: Sent, b: Sent): Sent => ({
  mails: a.mails + b.mails,
  messages: a.messages + b.messages,
  dropped: a.dropped + b.dropped,
  failed: a.failed + b.failed,
});

/** One pass of the morning round; see the contract. It stops after a minute and tells what is left. */
export const createSendMorningRound =
  (deps: ActivityDeps): RoundActivities['sendMorningRound'] =>
  async ({ now }) => {
    const { round } = deps.repositories;
    const until = deps.wallClock() + SEND_FOR_MS;
    let sent = NOTHING;
    for (const mail of await gather(deps, await round.due(now, MOST_ROWS))) {
      if (deps.wallClock() >= until) break;
      sent = add(sent, await sendMorning(deps, mail, now));
    }
    const unheard = await reportFailures(deps);
    return { ...sent, left: await round.countDue(now), unheard, nextAt: await round.nextReleaseAt(now) };
  };

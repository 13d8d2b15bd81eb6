import type { MailChannel } from '../notifications';
import type { MongoConnection } from '../persistence';
import { TASK_QUEUE } from '../temporal';
import type { TemporalConnection } from '../temporal';
import type { Watchdog } from './watchdog/watchdog';

const MAIL_CHECK_MS = 60_000;
const POLLED_WITHIN_MS = 90_000;

/** Tells part by part whether the engine can work: database, Temporal, a worker that polls, mail, and that no case is late. */
export function createReadiness(parts: {
  mongo: MongoConnection;
  temporal: TemporalConnection;
  namespace: string;
  channel: MailChannel;
  watchdog: Pick<Watchdog, 'isWell'>;
}): () => Promise<Readonly<Record<string, boolean>>> {
  let mail = { at: 0, ok: false };
  const checkMail = async (): Promise<boolean> => {
    if (!mail.ok || Date.now() - mail.at > MAIL_CHECK_MS) mail = { at: Date.now(), ok: await parts.channel.verify() };
    return mail.ok;
  };
  return async () => {
    const [database, temporal, worker, mailed] = await Promise.all([
      holds(() => parts.mongo.ping()),
      holds(() => systemInfo(parts.temporal)),
      isPolled(parts),
      checkMail(),
    ]);
    return { database, temporal, worker, mail: mailed, deadlines: parts.watchdog.isWell() };
  };
}

const holds = (check: () => Promise<unknown>): Promise<boolean> =>
  check().then(
    () => true,
    () => false,
  );
const systemInfo = ({ connection }: TemporalConnection) =>
  connection.withDeadline(Date.now() + 2_000, () => connection.workflowService.getSystemInfo({}));

async function isPolled({ temporal: { connection }, namespace }: { temporal: TemporalConnection; namespace: string }): Promise<boolean> {
  try {
    const queue = await connection.withDeadline(Date.now() + 2_000, () =>
      connection.workflowService.describeTaskQueue({ namespace, taskQueue: { name: TASK_QUEUE } }),
    );
    return queue.pollers.some((poller) => Date.now() - Number(poller.lastAccessTime?.seconds ?? 0) * 1_000 < POLLED_WITHIN_MS);
  } catch {
    return false;
  }
}

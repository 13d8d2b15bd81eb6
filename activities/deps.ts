import type { MailChannel } from '../notifications';
import type { Repositories } from '../persistence';

/** What activities work with; everything is handed in, so that tests can hand in fakes. */
export interface ActivityDeps {
  readonly repositories: Repositories;
  readonly channel: MailChannel;
  readonly publicUrl: string;
  readonly mailFrom: string;
  readonly opsAddress: string;
  readonly log: { warn(facts: object, text: string): void; error(facts: object, text: string): void };
  /** Wall clock in epoch ms, for leases and retries only: business dates come from the workflow. */
  readonly wallClock: () => number;
}

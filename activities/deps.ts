import type { MailChannel } from '../notifications';
import type { Repositories } from '../persistence';
import type { DeliveryReport } from './contract';

/** What activities work with; everything is handed in, so that tests can hand in fakes. */
export interface ActivityDeps {
  readonly repositories: Repositories;
  readonly channel: MailChannel;
  readonly publicUrl: string;
  readonly mailFrom: string;
  readonly opsAddress: string;
  readonly log: { warn(facts: object, text: string): void; error(facts: object, text: string): void };
  /** How long after 09:00 the morning round goes; null when each planned message goes at its own wake. */
  readonly morningRound: { readonly windowMs: number } | null;
  /** Told of each case whose record has grown; returns at once. */
  readonly checkpoints: { moved(ref: string): void };
  /** The way to running work. */
  readonly temporal: {
    /** Has the morning round run now, or once more after the one that runs. */
    startRound(): Promise<void>;
    /** Tells a case of messages that did not arrive, awake or ended; `nobody` when there is no such case, or it refuses. */
    report(ref: string, report: DeliveryReport): Promise<'told' | 'nobody'>;
  };
  /** Wall clock in epoch ms, for leases and retries only: business dates come from the workflow. */
  readonly wallClock: () => number;
}

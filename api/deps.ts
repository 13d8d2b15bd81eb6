import type { JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';
import type { Settings } from '../config';
import type { MailChannel } from '../notifications';
import type { Repositories } from '../persistence';
import type { CaseGateway } from '../temporal';

/** What the API works with; everything is handed in, so that tests can hand in fakes. */
export interface ApiDeps {
  readonly repositories: Repositories;
  readonly gateway: CaseGateway;
  /** Lives a training case through to an instant of its own clock; gives the instant reached. */
  readonly forward: (ref: string, to: number) => Promise<number>;
  /** For what cannot wait for a case: an alert that goes at once. */
  readonly channel: Pick<MailChannel, 'send'>;
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly settings: Pick<Settings, 'mailFrom' | 'oidcAudience' | 'publicUrl' | 'spreadMs' | 'training' | 'trustProxyHops'>;
  /** What is ready, by name; all true means ready. */
  readonly readiness: () => Promise<Readonly<Record<string, boolean>>>;
  readonly log: Logger;
  /** Wall clock in epoch ms: for leases and training offsets, never for business dates. */
  readonly wallClock: () => number;
}

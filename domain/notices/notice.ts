import type { Announcement, Addressee } from '../case/events';
import type { Instant } from '../calendar';

/** One message to the holder of one role, ready for the ledger; its address is looked up when it is sent. */
export interface Notice extends Omit<Announcement, 'to'> {
  /** Its number within the commit. */
  readonly n: number;
  /** The case's own instant at which it was due to go. */
  readonly at: Instant;
  readonly to: Addressee;
  /** The holder of the role when it was announced; null goes to the hosting manager. */
  readonly person: string | null;
  /** The person who stands in if that one cannot be reached: the hosting manager of the case. */
  readonly fallback: string | null;
  /** The coordinator whose mailbox takes questions. */
  readonly replyTo: string | null;
}

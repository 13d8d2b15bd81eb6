import type { Instant } from '../calendar';
import type { CaseEvent } from '../case/events';

/** A recorded step of a case, as far as the record is read from it. */
export interface RecordedStep {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: string;
  /** The command behind it, by name; null for deadlines alone. */
  readonly command: string | null;
  readonly events: readonly CaseEvent[];
}

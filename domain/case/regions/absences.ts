import type { LondonDate } from '../../calendar';

/** The latest meeting or review at which a service was missing without a word on the case. Coming to one, or a contribution before it, ends it. */
export interface Absence {
  readonly service: string;
  readonly meeting: number;
  readonly heldOn: LondonDate;
  /** Told of the meeting in good time and not excused: it counts, unless a contribution comes by its date. */
  readonly counts: boolean;
  /** True if the absence directly before counted. */
  readonly followsCounted: boolean;
  readonly contributedOn: LondonDate | null;
  /** False once nobody asks for the contribution any more, because the case is about to close. */
  readonly chased: boolean;
}

/** Nobody has been missing. */
export const NEW_ABSENCES: readonly Absence[] = [];

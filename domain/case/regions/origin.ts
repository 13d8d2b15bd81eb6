import type { Instant, LondonDate } from '../../calendar';
import type { AgeGroup, CONSENT_POSITIONS, SHARING_GROUNDS } from '../codes';

/** Another case about the same person that this one has taken over. What was agreed to there stays apart from what is agreed to here. */
export interface TakenOver {
  readonly from: string;
  readonly on: LondonDate;
  readonly receivedOn: LondonDate;
  readonly referrers: readonly string[];
  readonly consent: {
    readonly position: (typeof CONSENT_POSITIONS)[number];
    readonly grounds: (typeof SHARING_GROUNDS)[number] | null;
  } | null;
}

/** Where a case comes from, and which other cases it is linked to (by reference). */
export interface Origin {
  /** A case begun on paper: from which instant on the engine keeps it. */
  readonly adopted: { readonly at: Instant; readonly on: LondonDate } | null;
  /** True while triage stands as decided on paper. */
  readonly triagedOnPaper: boolean;
  /** The earlier case of a person who comes back. */
  readonly previousCase: string | null;
  readonly ageGroup: AgeGroup | null;
  readonly takenOver: readonly TakenOver[];
  readonly mergedInto: string | null;
}

export const NEW_ORIGIN: Origin = {
  adopted: null,
  triagedOnPaper: false,
  previousCase: null,
  ageGroup: null,
  takenOver: [],
  mergedInto: null,
};

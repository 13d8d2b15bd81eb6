import type { LondonDate } from '../../calendar';
import type {
  ADVOCATE_STATUSES,
  ADVOCATE_TYPES,
  CapacityOutcome,
  ConsentPosition,
  FAMILY_GROUNDS,
  REPRESENTATIVE_KINDS,
  SharingGround,
} from '../codes';

/** What the person has said to sharing, and on what ground it is shared otherwise (Oxfordshire framework 5.3). */
export interface Consent {
  readonly position: ConsentPosition | null;
  /** The day of the position. */
  readonly on: LondonDate | null;
  /** The ground recorded for sharing without consent; null where none is recorded. */
  readonly grounds: SharingGround | null;
  /** The latest refusal, grounds or look at whether sharing without consent is still necessary. */
  readonly lookedAtOn: LondonDate | null;
  /** By when the person is to be asked, while that has not been done. */
  readonly askBy: LondonDate | null;
  /** The day of a withdrawal that nobody has answered with grounds or a narrower scope. */
  readonly withdrawnOn: LondonDate | null;
}

/** The newest record of capacity for one decision; it stands in place of every earlier one for the same decision. */
export interface CapacityRecord {
  /** The short id of the decision; its text is in the vault. */
  readonly decision: string;
  readonly outcome: CapacityOutcome;
  readonly on: LondonDate;
  readonly fluctuating: boolean;
  /** The person who assesses or assessed, by directory id. */
  readonly assessor: string | null;
  /** The day of a planned assessment. */
  readonly assessmentOn: LondonDate | null;
  /** The day named for the best-interests decision, and the day on which it was named. */
  readonly bestInterests: { readonly on: LondonDate; readonly namedOn: LondonDate } | null;
  readonly decided: boolean;
}

/** Where the question of an advocate stands. */
export interface Advocacy {
  readonly status: (typeof ADVOCATE_STATUSES)[number];
  readonly on: LondonDate | null;
  readonly type: (typeof ADVOCATE_TYPES)[number] | null;
}

/** That somebody may act or speak for the person, and by what right; who it is stays in the vault. */
export interface Representative {
  readonly kind: (typeof REPRESENTATIVE_KINDS)[number];
  readonly ground: (typeof FAMILY_GROUNDS)[number] | null;
  readonly documentSeen: boolean;
  readonly on: LondonDate;
}

/** So that the state stays small: the newest are kept, about 100 bytes each. */
export const MOST_REPRESENTATIVES = 50;

/** What the rules need to know of the person: codes, dates and ids only; who it is stays in the vault. */
export interface PersonRegion {
  readonly consent: Consent;
  readonly capacity: readonly CapacityRecord[];
  readonly advocacy: Advocacy;
  readonly representatives: readonly Representative[];
  /** The day of birth, while under 18 only. */
  readonly bornOn: LondonDate | null;
}

/** The region before anything is known of the person. */
export const NEW_PERSON: PersonRegion = {
  consent: { position: null, on: null, grounds: null, lookedAtOn: null, askBy: null, withdrawnOn: null },
  capacity: [],
  advocacy: { status: 'NOT_CONSIDERED', on: null, type: null },
  representatives: [],
  bornOn: null,
};

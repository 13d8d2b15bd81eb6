/** A calendar day in London, `YYYY-MM-DD`. */
export type LondonDate = string;
/** A UTC instant in milliseconds since 1970. */
export type Instant = number;

/** Which days are not working days, as dated data. */
export interface Calendar {
  readonly id: 'england-and-wales';
  /** Recorded with every date that was computed with it. */
  readonly version: string;
  readonly holidays: readonly LondonDate[];
  /** The last day for which bank holidays are known; later dates are provisional. */
  readonly horizonOn: LondonDate;
  readonly localClosureDays: readonly LondonDate[];
  /** Holidays and closure days as day numbers: what every count looks up. */
  readonly closed: ReadonlySet<number>;
}

import type { ClockId } from '../../case/codes';
import type { ProtocolProfile, ThresholdPolicy, TimerPolicy } from '../types';

/** One thing that is wrong with a profile: a stable code, where (a pointer into the profile), and what to do. */
export interface Finding {
  readonly code: FindingCode;
  readonly place: string;
  readonly message: string;
}
export type FindingCode =
  | 'SAYS_NOTHING'
  | 'NO_RECIPIENT'
  | 'NO_TEXT'
  | 'UNKNOWN_ROLE'
  | 'NO_HOLDER'
  | 'OUT_OF_ORDER'
  | 'OUTSIDE_NOT_LAST'
  | 'SAME_NAME'
  | 'UNKNOWN_FLAG'
  | 'NO_CLOCK'
  | 'NO_TIMER'
  | 'NEVER_ARMED'
  | 'NO_RULE'
  | 'UNKNOWN_CHOICE'
  | 'DEAD_END'
  | 'NO_SOURCE'
  | 'OBLIGATION_REMOVED'
  | 'DEVIATION_UNCLEAR';

/** One ladder of a timer, and where it stands. */
export interface Ladder {
  readonly place: string;
  readonly steps: readonly ThresholdPolicy[];
}
/** One step of a ladder, and where it stands. */
export interface Step {
  readonly place: string;
  readonly step: ThresholdPolicy;
}

/** Makes a finding. */
export const finding = (code: FindingCode, place: string, message: string): Finding => ({ code, place, message });
/** Every timer of a profile. */
export const timersOf = ({ timers }: ProtocolProfile): readonly (readonly [ClockId, TimerPolicy])[] =>
  Object.entries(timers) as [ClockId, TimerPolicy][];
/** Every ladder of a profile. */
export const laddersOf = (profile: ProtocolProfile): readonly Ladder[] =>
  timersOf(profile).flatMap(([clock, { ladders }]) =>
    Object.entries(ladders).map(([name, steps]) => ({ place: `/timers/${clock}/ladders/${name}`, steps })),
  );
/** Every step of a profile. */
export const stepsOf = (profile: ProtocolProfile): readonly Step[] =>
  laddersOf(profile).flatMap(({ place, steps }) => steps.map((step, n) => ({ place: `${place}/${n}`, step })));

import type { Instant } from '../calendar';
import type { CaseEvent } from '../case/events';
import type { CaseState, Obligation } from '../case/state';
import type { Threshold } from './thresholds';

/** The facts of a passed threshold beside its message: that it passed, its flag, its line in the Board's log, its drafted challenge. */
export function passEvents(
  state: CaseState,
  one: Obligation,
  threshold: Threshold,
  firedAt: Instant,
  caughtUp: boolean,
): readonly CaseEvent[] {
  const { policy, label } = threshold;
  const at = caughtUp ? firedAt : threshold.at;
  const passed: CaseEvent = {
    type: 'ThresholdPassed',
    at,
    clock: one.clock,
    key: one.key,
    threshold: label,
    dueAt: threshold.at,
    firedAt,
    caughtUp,
    ...(threshold.mark === label ? {} : { mark: threshold.mark }),
  };
  const known = state.flags.some((flag) => flag.flag === policy.flag && flag.clock === one.clock && flag.key === one.key);
  return [
    passed,
    ...(policy.flag && !known ? [{ type: 'FlagRaised', at, flag: policy.flag, clock: one.clock, key: one.key } as const] : []),
    ...(policy.flag && policy.boardLog ? [{ type: 'BoardLogRecorded', at, flag: policy.flag, key: one.key } as const] : []),
    ...(policy.variant === 'challenge-drafted' ? [{ type: 'ChallengeDrafted', at, about: one.key, stage: 2 } as const] : []),
  ];
}

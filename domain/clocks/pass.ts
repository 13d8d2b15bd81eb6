import { londonDateOf } from '../calendar';
import type { Instant } from '../calendar';
import type { CaseEvent } from '../case/events';
import { isChallenged } from '../case/regions/challenges';
import { gapId, openGap } from '../case/gaps/opening';
import type { CaseState, Obligation } from '../case/state';
import type { ThresholdPolicy } from '../profiles';
import { calendarOf } from './clock';
import type { Threshold } from './thresholds';

/** The facts of a passed threshold beside its message: that it passed, its gap, its flag, its line in the Board's log, its drafted challenge. */
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
    ...opened(state, policy, at),
    ...(policy.draftsChallenge ? draftOf(state, one, at) : []),
  ];
}

const opened = (state: CaseState, { gap }: ThresholdPolicy, at: Instant): readonly CaseEvent[] =>
  gap ? openGap({ id: gapId(gap.item), ...gap }, { state, calendar: calendarOf(state), on: londonDateOf(at), at }) : [];

// A challenge of the service that is waited for; one that is drafted or open already is enough.
function draftOf(state: CaseState, { key }: Obligation, at: Instant): readonly CaseEvent[] {
  const action = state.actions.find((one) => `action:${one.id}` === key);
  const service = action?.service ?? key.split('/')[1] ?? '';
  if (isChallenged(state, service, at)) return [];
  return [{ type: 'ChallengeDrafted', at, id: freeId(state), service, action: action?.id ?? null, about: key, stage: 2 }];
}

function freeId({ challenges }: CaseState): string {
  const taken = challenges.map((one) => one.id);
  return Array.from({ length: taken.length + 1 }, (_, n) => `draft-${n + 1}`).find((id) => !taken.includes(id)) ?? '';
}

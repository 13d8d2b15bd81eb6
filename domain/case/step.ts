import type { Instant } from '../calendar';
import { settle } from '../clocks/settle';
import type { ProtocolProfile } from '../profiles';
import type { Draft } from './command';
import { decide } from './decide';
import type { Profiles } from './decide/context';
import type { CaseEvent } from './events';
import { applyCommit } from './evolve';
import type { Refusal } from './refusals';
import type { CaseState } from './state';

/** What one step of a case gives: the deadlines that had passed, and what the command did or why it was refused. */
export type Step =
  | { readonly settled: readonly CaseEvent[]; readonly decided: readonly CaseEvent[]; readonly state: CaseState }
  | { readonly settled: readonly CaseEvent[]; readonly refusal: Refusal; readonly base: CaseState | null };

/**
 * One step of a case at an instant, the same in the workflow and in the simulator: first every deadline that has passed, then the command.
 * Before a command only thresholds strictly earlier than it pass, so that a fact recorded at the instant of a threshold is applied first
 * (local default). `state` is null before the first command; without a command only deadlines pass. `profile` is the one that the case is
 * pinned to before the step; `profiles` finds the one that a command moves it to.
 */
export function takeStep(state: CaseState | null, profile: ProtocolProfile, at: Instant, command?: Draft, profiles?: Profiles): Step {
  const settled = state ? settle(state, profile, command ? at - 1 : at) : [];
  const base = state && applyCommit(state, { seq: state.seq, at: Math.max(state.lastAt, at - 1), events: settled });
  const decision = command ? decide({ ...command, at }, base, profile, profiles) : { events: [] };
  if ('refusal' in decision) return { settled, refusal: decision.refusal, base };
  const events = [...settled, ...decision.events];
  return {
    settled,
    decided: decision.events,
    state: applyCommit(state, { seq: (state?.seq ?? 0) + 1, at, command: command?.type ?? null, events }),
  };
}

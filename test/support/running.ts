import { findProfile, readInstant, simulate, takeStep } from '../../domain';
import type { CaseEvent, CaseState, Draft, ProtocolProfile, ScriptStep } from '../../domain';
import { script } from './scripts';

/** The case of an example at the end of a day, with more steps. @throws Error for a faulty script */
export function caseOn(name: string, day: string, ...more: readonly ScriptStep[]): CaseState {
  const read = script(name);
  const result = simulate({ ...read, until: day, steps: [...read.steps.filter((one) => one.at.slice(0, 10) <= day), ...more] });
  if ('problems' in result || !result.state) throw new Error('a faulty script');
  return result.state;
}

interface Given {
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
  readonly refused: string | null;
}

/** Gives one command, or only lets time pass, and tells what happened. `at` is London time. */
export function give(
  state: CaseState,
  at: string,
  command?: { readonly type: string; readonly data: object; readonly actor?: string; readonly occurredOn?: string },
  rules: { readonly profile?: ProtocolProfile; readonly profiles?: readonly ProtocolProfile[] } = {},
): Given {
  const profile = rules.profile ?? findProfile(state.profile.id, state.profile.version)!;
  const draft = command && ({ id: `given-${at}`, actor: 'simulated-coordinator', ...command } as unknown as Draft);
  const find = (id: string, version: string) => rules.profiles?.find((one) => one.id === id && one.version === version);
  const taken = takeStep(state, profile, readInstant(at)!, draft, rules.profiles ? find : undefined);
  return 'refusal' in taken
    ? { state: taken.base!, events: taken.settled, refused: taken.refusal.code }
    : { state: taken.state, events: [...taken.settled, ...taken.decided], refused: null };
}

/** What moved, as 'clock key from to because'. */
export const moves = (events: readonly CaseEvent[]): readonly string[] =>
  events.flatMap((one) =>
    one.type === 'ObligationReplanned'
      ? [`${one.obligation.clock} ${one.obligation.key} ${one.from} ${one.obligation.dueOn} ${one.because ?? '-'}`]
      : [],
  );

/** The deadlines that run or rest, as 'clock key due'. */
export const deadlines = ({ obligations }: CaseState): readonly string[] =>
  obligations.map((one) => `${one.clock} ${one.key} ${one.dueOn}`).sort();

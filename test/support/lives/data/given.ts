import { addDays, londonDateOf } from '../../../../domain';
import type { CaseState, CommandName, Instant } from '../../../../domain';

/** What the data of a command in a random life are made from. */
export interface Given {
  /** The number of the try, for ids. */
  readonly n: number;
  readonly pick: number;
  readonly state: CaseState;
  readonly today: string;
  /** A day not far ahead. */
  readonly near: string;
  readonly service: string;
  /** The id of an action of the case, 'none' where it has none. */
  readonly action: string;
}

/** Data by command that are often right, so that lives get far; a command without a row takes its example. */
export type Data = Readonly<Partial<Record<CommandName, object>>>;

export const SERVICES = ['svc-a', 'svc-b', 'svc-c'];

/** One of several by a number; undefined where there is none. */
export const oneOf = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];

/** What there is to choose from in a case at an instant. */
export function givenAt(state: CaseState, at: Instant, n: number, pick: number): Given {
  const today = londonDateOf(at);
  return {
    n,
    pick,
    state,
    today,
    near: addDays(today, pick % 40),
    service: oneOf(SERVICES, pick) ?? 'svc-a',
    action: oneOf(state.actions, pick)?.id ?? 'none',
  };
}

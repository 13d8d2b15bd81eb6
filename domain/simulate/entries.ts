import { toIso } from '../calendar';
import type { CaseEvent } from '../case/events';
import type { Refusal } from '../case/refusals';

/** One line of a simulation or forecast: something that was said, raised, done or refused, with its UTC instant. */
export interface Entry {
  readonly at: string;
  readonly kind: 'command' | 'notice' | 'flag' | 'refusal';
  readonly command: string | null;
  readonly clock: string | null;
  readonly key: string | null;
  readonly threshold: string | null;
  readonly notice: string | null;
  readonly to: readonly string[];
  readonly flag: string | null;
  readonly code: string | null;
  /** The thresholds that a catch-up stands for. */
  readonly covers?: readonly string[];
  /** Of a flag: whether it went up or came down. */
  readonly raised?: boolean;
  /** Of a refusal: what it says, which field is at fault, and what is behind it. */
  readonly refusal?: Omit<Refusal, 'code'>;
}

const BLANK: Omit<Entry, 'at' | 'kind'> = {
  command: null,
  clock: null,
  key: null,
  threshold: null,
  notice: null,
  to: [],
  flag: null,
  code: null,
};

/** The line of an accepted command at a UTC instant in milliseconds. */
export const commandEntry = (at: number, command: string): Entry => ({ ...BLANK, at: toIso(at), kind: 'command', command });
/** The line of a refused command at a UTC instant in milliseconds, with why. */
export const refusalEntry = (at: number, command: string, { code, ...refusal }: Refusal): Entry => ({
  ...BLANK,
  at: toIso(at),
  kind: 'refusal',
  command,
  code,
  refusal,
});

/** The messages and flags among some events, as lines. */
export function entriesOf(events: readonly CaseEvent[]): readonly Entry[] {
  return events.flatMap((event): Entry[] => {
    if (event.type === 'NoticeDue') {
      const { notice, clock, key, threshold, to, covers } = event.notice;
      const roles = [...new Set(to.map((one) => one.role))];
      return [{ ...BLANK, at: toIso(event.at), kind: 'notice', clock, key, threshold, notice, to: roles, ...(covers ? { covers } : {}) }];
    }
    if (event.type === 'FlagRaised' || event.type === 'FlagCleared') {
      return [
        {
          ...BLANK,
          at: toIso(event.at),
          kind: 'flag',
          clock: event.clock,
          key: event.key,
          flag: event.flag,
          raised: event.type === 'FlagRaised',
        },
      ];
    }
    return [];
  });
}

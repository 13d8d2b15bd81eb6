import { compareDates, londonDateOf } from '../../calendar';
import type { Calendar, Instant, LondonDate } from '../../calendar';
import type { ProtocolProfile } from '../../profiles';
import type { CaseCommand } from '../command';
import type { CaseEvent } from '../events';
import { refuse } from '../refusals';
import type { Refusal } from '../refusals';
import type { CaseState } from '../state';

/** What a decision gives: facts, or the reason why not. */
export type Decision = { readonly events: readonly CaseEvent[] } | { readonly refusal: Refusal };

/** Finds a version of a locality's rules; undefined if there is none. */
export type Profiles = (id: string, version: string) => ProtocolProfile | undefined;

/** What a decision sees. `on` is the day on which the fact happened, `today` the day on which it is recorded (London). */
export interface DecideContext {
  readonly state: CaseState;
  readonly profile: ProtocolProfile;
  readonly calendar: Calendar;
  readonly profiles: Profiles;
  readonly at: Instant;
  readonly today: LondonDate;
  readonly on: LondonDate;
}

/** What a decision on a command sees; a command without `occurredOn` happened on the London day on which it is recorded. */
export const contextFor = (
  command: CaseCommand,
  state: CaseState,
  rules: Pick<DecideContext, 'profile' | 'calendar' | 'profiles'>,
): DecideContext => {
  const today = londonDateOf(command.at);
  return { state, ...rules, at: command.at, today, on: command.occurredOn ?? today };
};

/** The longest time ahead for which a date is taken, in years: a later one is a slip of the pen. */
const YEARS_AHEAD = 10;

/** The longest time back: what runs from an older date would be caught up in thousands of steps, more than one entry can hold. */
const YEARS_BACK = 10;

/** True for a date that lies so far ahead that it must be a mistake. */
export const tooFar = (on: LondonDate, today: LondonDate): boolean => Number(on.slice(0, 4)) - Number(today.slice(0, 4)) > YEARS_AHEAD;

/** True for a date that lies so far back that it must be a mistake. */
export const tooLongAgo = (on: LondonDate, today: LondonDate): boolean => Number(today.slice(0, 4)) - Number(on.slice(0, 4)) > YEARS_BACK;

/** Refuses a fact of the future, one from before the case began, or one so old that it must be a mistake. */
export function checkOccurredOn({ state, today, on }: DecideContext): { refusal: Refusal } | undefined {
  if (compareDates(on, today) > 0)
    return refuse('OCCURRED_IN_FUTURE', `A fact cannot lie in the future: give a day up to ${today}.`, { field: '/occurredOn' });
  if (tooLongAgo(on, today))
    return refuse('DATE_TOO_LONG_AGO', `That day is more than ${YEARS_BACK} years ago: check the year.`, { field: '/occurredOn' });
  if (state.stage !== null && compareDates(on, state.receivedOn) < 0) {
    return refuse('OCCURRED_BEFORE_RECEIPT', `The case began on ${state.receivedOn}: give that day or a later one.`, {
      field: '/occurredOn',
    });
  }
  return undefined;
}

import { isTerminal } from '../case/codes';
import type { ClockId } from '../case/codes';
import type { CaseState } from '../case/state';

/** What becomes of a clock: it runs on, rests with what was sent, ends, or runs on only where a person answers for it. */
type Rest = 'keep' | 'suspend' | 'end' | 'carried';

/** Every clock of the timer table, also those that run outside a case or in another build. */
type TimerName = ClockId | 'T-RISK' | 'T-DRAFT';

/** What a proposed closure, and then the closure, does to each clock (local default). */
const AT_THE_END: Readonly<Record<TimerName, { readonly CLOSING: Rest; readonly CLOSED: Rest }>> = {
  'T-ACK': { CLOSING: 'end', CLOSED: 'end' },
  'T-DRAFT': { CLOSING: 'end', CLOSED: 'end' },
  'T-TRIAGE': { CLOSING: 'end', CLOSED: 'end' },
  'T-CONTACT': { CLOSING: 'end', CLOSED: 'end' },
  'T-HANDOVER': { CLOSING: 'end', CLOSED: 'end' },
  'T-MEET': { CLOSING: 'end', CLOSED: 'end' },
  'T-INVITE': { CLOSING: 'end', CLOSED: 'end' },
  'T-INFO': { CLOSING: 'end', CLOSED: 'end' },
  'T-REMIND': { CLOSING: 'end', CLOSED: 'end' },
  'T-HELD': { CLOSING: 'end', CLOSED: 'end' },
  'T-SUMMARY': { CLOSING: 'keep', CLOSED: 'end' },
  'T-MINUTES': { CLOSING: 'keep', CLOSED: 'end' },
  'T-FEEDBACK': { CLOSING: 'keep', CLOSED: 'end' },
  'T-ABSENT': { CLOSING: 'end', CLOSED: 'end' },
  'T-PLANDIST': { CLOSING: 'end', CLOSED: 'end' },
  'T-ACCEPT': { CLOSING: 'suspend', CLOSED: 'end' },
  'T-ACTION': { CLOSING: 'suspend', CLOSED: 'end' },
  'T-SILENT': { CLOSING: 'suspend', CLOSED: 'end' },
  'T-REVIEW': { CLOSING: 'end', CLOSED: 'end' },
  'T-RISK': { CLOSING: 'end', CLOSED: 'end' },
  'T-RERATE': { CLOSING: 'end', CLOSED: 'end' },
  'T-CONCERN': { CLOSING: 'keep', CLOSED: 'end' },
  'T-LA': { CLOSING: 'keep', CLOSED: 'carried' },
  'T-CHALLENGE': { CLOSING: 'keep', CLOSED: 'carried' },
  'T-CONSENT': { CLOSING: 'suspend', CLOSED: 'end' },
  'T-CAPACITY': { CLOSING: 'suspend', CLOSED: 'end' },
  'T-ADVOCATE': { CLOSING: 'suspend', CLOSED: 'end' },
  'T-AGE18': { CLOSING: 'suspend', CLOSED: 'end' },
  'T-PAUSE': { CLOSING: 'end', CLOSED: 'end' },
  'T-ROLE': { CLOSING: 'keep', CLOSED: 'end' },
  'T-CLOSE': { CLOSING: 'keep', CLOSED: 'end' },
  'T-RETAIN': { CLOSING: 'end', CLOSED: 'keep' },
  'T-DELIVERY': { CLOSING: 'keep', CLOSED: 'keep' },
};

/** What a case that ended before a plan, or in another case, still needs: word on what could not be delivered. */
const AFTER_ANY_END: readonly TimerName[] = ['T-DELIVERY'];

interface Named {
  readonly clock: ClockId;
  readonly key: string;
}

/** What the stage of a case means for one of its deadlines. */
export function restOf(state: CaseState, { clock, key }: Named): 'keep' | 'suspend' | 'end' {
  const { stage, closing } = state;
  if (stage === 'CLOSING' && clock === 'T-FEEDBACK' && closing.death !== null) return 'end';
  if (stage !== 'CLOSING' && stage !== 'CLOSED')
    return stage !== null && isTerminal(stage) && !AFTER_ANY_END.includes(clock) ? 'end' : 'keep';
  const rest = AT_THE_END[clock][stage];
  if (rest !== 'carried') return rest;
  return closing.carried.some((one) => one.clock === clock && matterOf(one.key) === matterOf(key)) ? 'keep' : 'end';
}

// A challenge is carried on through all its stages.
const matterOf = (key: string): string => key.split('/')[0] ?? key;

/** True while a deadline may run or rest. A clock that can be carried into a closed case need not ask whether the case lives: this does. */
export const isCalledFor = (state: CaseState, deadline: Named & { readonly anchorOn: string }): boolean =>
  restOf(state, deadline) !== 'end' &&
  !state.closing.retired.some((one) => one.clock === deadline.clock && one.key === deadline.key && one.anchorOn === deadline.anchorOn);

/** What a closure ended and an objection does not bring back; the review has a new date, and a pause is over. */
export const isEndedByClosing = (clock: ClockId): boolean => AT_THE_END[clock].CLOSING === 'end' && clock !== 'T-REVIEW';

import type { CaseEvent } from '../events';
import { baseOf } from '../../clocks/moves';
import type { CaseState, HeldNotice, Obligation } from '../state';

type EngineEvent = CaseEvent<
  | 'GapOpened'
  | 'GapClosed'
  | 'ObligationArmed'
  | 'ObligationRestored'
  | 'ObligationReplanned'
  | 'ObligationEnded'
  | 'ThresholdPassed'
  | 'FlagRaised'
  | 'FlagCleared'
  | 'NoticeHeld'
  | 'HeldNoticeSettled'
  | 'OverdueAcknowledged'
>;

const same = (a: { clock: string | null; key: string }, b: { clock: string | null; key: string }) => a.clock === b.clock && a.key === b.key;

/** Folds what the engine itself notes: gaps, deadlines, flags and messages that wait. */
export function foldEngine(state: CaseState, event: EngineEvent): CaseState {
  switch (event.type) {
    case 'GapOpened':
      return { ...state, gaps: [...state.gaps, event.gap] };
    case 'GapClosed':
      return { ...state, gaps: state.gaps.filter((gap) => gap.id !== event.gap) };
    case 'ObligationArmed':
      return { ...state, obligations: [...state.obligations, { ...event.obligation, armedAt: event.at, passed: [] }] };
    case 'ObligationRestored':
      return {
        ...state,
        obligations: [...state.obligations, { ...event.obligation, armedAt: event.armedAt, passed: event.passed }],
      };
    case 'ObligationReplanned':
      return {
        ...state,
        obligations: state.obligations.map((one) => (same(one, event.obligation) ? replanned(one, event) : one)),
        held: event.kept ? state.held.map((held) => movedAlong(held, event)) : state.held,
      };
    case 'ObligationEnded':
      return { ...state, obligations: state.obligations.filter((one) => !same(one, event)) };
    case 'ThresholdPassed':
      return {
        ...state,
        person: isBirthday(event) ? { ...state.person, bornOn: null } : state.person,
        obligations: state.obligations.map((one) =>
          same(one, event) ? { ...one, passed: [...one.passed, event.mark ?? event.threshold] } : one,
        ),
      };
    case 'OverdueAcknowledged':
      return {
        ...state,
        obligations: state.obligations.map((one) => (same(one, event) ? { ...one, quietUntil: event.until } : one)),
      };
    case 'FlagRaised':
      return { ...state, flags: [...state.flags, { flag: event.flag, clock: event.clock, key: event.key, at: event.at }] };
    case 'FlagCleared':
      return { ...state, flags: state.flags.filter((one) => !(one.flag === event.flag && same(one, event))) };
    case 'NoticeHeld':
      return { ...state, held: [...state.held, { id: event.id, notBefore: event.notBefore, notice: event.notice }] };
    case 'HeldNoticeSettled':
      return { ...state, held: state.held.filter((one) => one.id !== event.id) };
  }
}

// Once of age, the day of birth is not kept.
const isBirthday = ({ clock, threshold }: CaseEvent<'ThresholdPassed'>): boolean => clock === 'T-AGE18' && threshold === 'birthday';

// A new date is a new obligation: every threshold afresh. The same date, and one that a pause or the calendar moved, keeps what was sent
// (local default).
function replanned(one: Obligation, event: CaseEvent<'ObligationReplanned'>): Obligation {
  const { obligation, at, kept, quietUntil } = event;
  if (kept === true)
    return { ...obligation, armedAt: one.armedAt, passed: one.passed, ...(quietUntil === undefined ? {} : { quietUntil }) };
  if (obligation.dueOn !== one.dueOn) return { ...obligation, armedAt: at, passed: [] };
  const { movedFrom: _before, ...rest } = one;
  return { ...rest, ...obligation, armedAt: baseOf(obligation) === baseOf(one) ? one.armedAt : at };
}

// A catch-up that waits for open hours goes with its deadline.
const movedAlong = (held: HeldNotice, { obligation, from }: CaseEvent<'ObligationReplanned'>): HeldNotice =>
  held.notice.clock === obligation.clock && held.notice.key === obligation.key && held.notice.dueOn === from
    ? { ...held, notice: { ...held.notice, dueOn: obligation.dueOn } }
    : held;

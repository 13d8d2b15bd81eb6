import { addWorkingDays, compareDates, maxDate, minDate, workingDaysBetween } from '../calendar';
import type { Instant } from '../calendar';
import type { MoveReason } from '../case/codes';
import type { CaseEvent, ObligationFact } from '../case/events';
import { fold } from '../case/evolve';
import type { CaseState, Obligation } from '../case/state';
import { announce } from '../notices/announce';
import type { ProtocolProfile } from '../profiles';
import { addresseesOf, unique } from './audience';
import { ALL_CLOCKS } from './all';
import { contextOf } from './clock';
import type { ClockContext } from './clock';
import { baseOf, factOf } from './moves';
import { passEvents } from './pass';
import { isCalledFor } from './rest';
import { openThresholds } from './thresholds';
import type { Threshold } from './thresholds';

/**
 * What follows for the deadlines from the facts as they now stand: the ones to arm, to re-date and to end,
 * with the flags that end with them, and one catch-up for what has passed unsent. `because` is what the record says of moved dates.
 * Pure; the same facts give the same events, and a second call gives none.
 */
export function reconcile(state: CaseState, profile: ProtocolProfile, at: Instant, because?: MoveReason): readonly CaseEvent[] {
  const events = round(state, profile, at, because);
  // What is caught up is a fact like others: a birthday ends its deadline, a lapse calls for a decision.
  const more = events.some(({ type }) => type === 'ThresholdPassed') ? reconcile(fold(state, events), profile, at) : [];
  return [...events, ...more];
}

function round(state: CaseState, profile: ProtocolProfile, at: Instant, because: MoveReason | undefined): readonly CaseEvent[] {
  const planned = plan(state, profile, at, because);
  const base = fold(state, planned);
  const caughtUp = base.obligations.reduce(
    ({ current, events }, one) => {
      const step = catchUp(contextOf(current, profile), one, at);
      return { current: fold(current, step), events: [...events, ...step] };
    },
    { current: base, events: planned },
  );
  return caughtUp.events;
}

function plan(state: CaseState, profile: ProtocolProfile, at: Instant, because: MoveReason | undefined): readonly CaseEvent[] {
  const context = contextOf(state, profile);
  const wished = ALL_CLOCKS.flatMap((clock) =>
    clock
      .wished(context)
      .filter((one) => isCalledFor(state, { ...one, clock: clock.id }))
      .map((one) => factOf(context, clock.id, one, at)),
  );
  const ended = state.obligations.filter((one) => !wished.some((wish) => same(one, wish)));
  return [...ended.flatMap((one) => ending(state, one, at)), ...wished.flatMap((wish) => arming(context, wish, at, because))];
}

const same = (a: { clock: string; key: string }, b: { clock: string; key: string }) => a.clock === b.clock && a.key === b.key;

function ending(state: CaseState, one: Obligation, at: Instant): readonly CaseEvent[] {
  return [{ type: 'ObligationEnded', at, clock: one.clock, key: one.key }, ...flagsOf(state, one, at, false)];
}

function arming(context: ClockContext, wish: ObligationFact, at: Instant, because: MoveReason | undefined): readonly CaseEvent[] {
  const { state } = context;
  const known = state.obligations.find((one) => same(one, wish));
  if (!known) return [{ type: 'ObligationArmed', at, obligation: state.origin.adopted?.at === at ? { ...wish, silentBefore: at } : wish }];
  if (isSame(known, wish)) return [];
  const event: CaseEvent = { type: 'ObligationReplanned', at, obligation: wish, from: known.dueOn };
  if (known.dueOn === wish.dueOn) return [because === undefined ? event : { ...event, because }];
  // A pause and another calendar move a deadline with what was sent; any other date is another deadline (local default).
  const paused = because === 'PAUSE' || (baseOf(known) === baseOf(wish) && known.anchorOn === wish.anchorOn);
  if (paused) return [{ ...event, because: because === 'CALENDAR' ? because : 'PAUSE', kept: true, ...quiet(context, known, wish) }];
  if (because === 'CALENDAR') return [{ ...event, because, kept: true, ...quietAsNamed(known) }];
  return [because === undefined ? event : { ...event, because }, ...flagsOf(state, known, at, true)];
}

const isSame = (known: ObligationFact, wish: ObligationFact): boolean =>
  known.dueOn === wish.dueOn && baseOf(known) === baseOf(wish) && known.anchorOn === wish.anchorOn && known.ladder === wish.ladder;

// The day on which to look again moves with a pause, and stays where only the calendar changed.
function quiet({ calendar }: ClockContext, { dueOn: from, quietUntil }: Obligation, { dueOn: to }: ObligationFact) {
  if (quietUntil === undefined) return {};
  const days = workingDaysBetween(minDate(from, to), maxDate(from, to), calendar);
  return { quietUntil: addWorkingDays(quietUntil, compareDates(from, to) < 0 ? days : -days, calendar) };
}

const quietAsNamed = ({ quietUntil }: Obligation) => (quietUntil === undefined ? {} : { quietUntil });

// Flags clear when their deadline ends or is re-dated; a missed aim only through a new date (local default).
function flagsOf(state: CaseState, one: Obligation, at: Instant, redated: boolean): readonly CaseEvent[] {
  return state.flags
    .filter((flag) => flag.clock === one.clock && flag.key === one.key && (redated || flag.flag !== 'MEETING_AIM_MISSED'))
    .map((flag) => ({ type: 'FlagCleared', at, flag: flag.flag, clock: flag.clock, key: flag.key }));
}

// Everything of one deadline that has passed unsent becomes one message per notice, to everyone it would have gone to (local default).
function catchUp(context: ClockContext, one: Obligation, at: Instant): readonly CaseEvent[] {
  const missed = openThresholds(context, one, at).filter((threshold) => threshold.at < at || threshold.label === 'at-once');
  const facts = missed.flatMap((threshold) => passEvents(context.state, one, threshold, at, true));
  const told = context.profile.timers[one.clock]?.catchUp === false ? [] : missed.filter(({ policy }) => policy.outside !== true);
  const notices = [...new Set(told.flatMap(({ policy }) => (policy.notice === null ? [] : [policy.notice])))];
  return [
    ...facts,
    ...notices.flatMap((notice) =>
      message(
        context,
        one,
        told.filter(({ policy }) => policy.notice === notice),
        at,
      ),
    ),
  ];
}

function message(context: ClockContext, one: Obligation, missed: readonly Threshold[], at: Instant): readonly CaseEvent[] {
  const last = missed.at(-1);
  const to = unique(missed.flatMap((threshold) => addresseesOf(context, one, threshold.policy.to)));
  if (!last?.policy.notice || to.length === 0) return [];
  const notice = {
    notice: last.policy.notice,
    variant: last.policy.variant,
    to,
    clock: one.clock,
    key: one.key,
    threshold: missed.every((threshold) => threshold.label === 'at-once') ? 'at-once' : 'catch-up',
    covers: missed.map((threshold) => threshold.label),
    dueOn: one.dueOn,
    planned: true,
  };
  return [announce(notice, context.state, context.calendar, at, `${one.clock}/${one.key}/${one.dueOn}/${notice.notice}/${at}`)];
}

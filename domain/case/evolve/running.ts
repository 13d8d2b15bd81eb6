import type { CaseEvent } from '../events';
import type { Pause, Running } from '../regions/running';
import type { CaseState } from '../state';

type RunningEvent = CaseEvent<
  | 'TimerOverridden'
  | 'ClocksPaused'
  | 'ClocksResumed'
  | 'CalendarPinned'
  | 'ProfileMigrated'
  | 'DeliveryFailureRecorded'
  | 'OtherChannelUsed'
>;

/** Folds what people change about the running of the clocks, and what could not be delivered. */
export function foldRunning(state: CaseState, event: RunningEvent): CaseState {
  switch (event.type) {
    case 'TimerOverridden':
      return withRunning(state, { overrides: overridden(state.running, event) });
    case 'ClocksPaused':
      return withRunning(state, { pause: paused(event) });
    case 'ClocksResumed':
      return withRunning(state, { pause: null, pauses: resumed(state.running, event) });
    case 'CalendarPinned':
      return { ...state, calendar: pinned(state.calendar, event) };
    case 'ProfileMigrated':
      return { ...state, profile: { ...state.profile, version: event.to } };
    case 'DeliveryFailureRecorded':
      return withRunning(state, { undelivered: [...state.running.undelivered, ...failed(event)].slice(-MOST_UNDELIVERED) });
    case 'OtherChannelUsed':
      return withRunning(state, { undelivered: state.running.undelivered.filter((one) => !isPassedOn(one, event)) });
  }
}

/** More than this many lost messages are one outage, which operations see as such; the state stays small. */
const MOST_UNDELIVERED = 500;

const withRunning = (state: CaseState, part: Partial<Running>): CaseState => ({ ...state, running: { ...state.running, ...part } });

function overridden({ overrides }: Running, { at, clock, key, anchorOn, instead, due, data }: CaseEvent<'TimerOverridden'>) {
  const others = overrides.filter((one) => !(one.clock === clock && one.key === key));
  return [...others, { clock, key, anchorOn, instead, due, at, approver: data.approver, reasonRef: data.reason }];
}

const paused = ({ from, until, at, data }: CaseEvent<'ClocksPaused'>): Pause => ({
  from,
  until,
  at,
  reason: data.reason,
  owner: data.owner,
});

// A pause that ended on the day on which it began is none.
const resumed = ({ pause, pauses }: Running, { on }: CaseEvent<'ClocksResumed'>): Running['pauses'] =>
  pause === null || on === pause.from ? pauses : [...pauses, { ...pause, until: on }];

const daysOf = (list: readonly { readonly on: string }[] | undefined): readonly string[] => list?.map(({ on }) => on) ?? [];
const without = (days: readonly string[], gone: readonly string[]): readonly string[] => days.filter((day) => !gone.includes(day));
const joined = (days: readonly string[], come: readonly string[]): readonly string[] => [...new Set([...days, ...come])].sort();

function pinned(calendar: CaseState['calendar'], { data }: CaseEvent<'CalendarPinned'>): CaseState['calendar'] {
  const [added, removed] = [daysOf(data.added), daysOf(data.removed)];
  return {
    ...calendar,
    version: data.version,
    added: joined(without(calendar.added, removed), added),
    removed: joined(without(calendar.removed, added), removed),
    localClosureDays: joined(without(calendar.localClosureDays, daysOf(data.opened)), daysOf(data.closed)),
    horizonOn: data.knownUntil ?? calendar.horizonOn,
  };
}

const failed = ({ data }: CaseEvent<'DeliveryFailureRecorded'>) =>
  data.rows.filter(({ reason }) => reason !== 'NO_HOLDER').map(({ seq, n }) => ({ seq, n }));

const isPassedOn = (one: { seq: number; n: number }, { data }: CaseEvent<'OtherChannelUsed'>): boolean =>
  data.rows.some((row) => row.seq === one.seq && row.n === one.n);

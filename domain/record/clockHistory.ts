import type { LondonDate } from '../calendar';
import { applyCommit } from '../case/evolve';
import type { CaseEvent } from '../case/events';
import type { CaseState } from '../case/state';
import { contextOf } from '../clocks/clock';
import { explain } from '../clocks/explain';
import type { Explanation } from '../clocks/explain';
import { findProfile } from '../profiles';
import { dataOf } from './dataOf';
import { DECISIONS, valueAt } from './decisions';
import { isCommandName } from '../case/commands/table';
import type { DecisionField } from './sheet';
import type { RecordedStep } from './step';

/** One thing that happened to a deadline, in the order of the record. */
export interface ClockMove {
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly command: string | null;
  readonly what: 'ARMED' | 'RESTORED' | 'MOVED' | 'SET_BY_HAND' | 'ENDED' | 'PASSED' | 'ACKNOWLEDGED' | 'FLAG_RAISED' | 'FLAG_CLEARED';
  readonly from: LondonDate | null;
  readonly dueOn: LondonDate | null;
  /** A threshold, a flag, the rule's word for a move, or who approved it. */
  readonly detail: string | null;
  /** The reasons of whoever moved it; texts are references. */
  readonly why: readonly DecisionField[];
}

/** A deadline over time: where its date comes from, as it runs or as it last ran, and all that happened to it. */
export interface ClockHistory {
  readonly running: boolean;
  readonly dueOn: LondonDate;
  readonly explanation: Explanation;
  readonly moves: readonly ClockMove[];
}

type Told = Pick<ClockMove, 'what' | 'from' | 'dueOn' | 'detail'>;
type Of = { readonly clock: string; readonly key: string };

/** The history of one deadline of a case; null where it never ran. */
export function clockHistory(steps: readonly RecordedStep[], which: Of): ClockHistory | null {
  const last = lastRun(steps, which);
  if (!last) return null;
  const moves = steps.flatMap((step) =>
    step.events.flatMap((event) => {
      const told = isAbout(event, which) ? toldBy(event) : null;
      return told ? [{ ...whose(step), ...told, why: told.what === 'PASSED' ? [] : whyOf(step) }] : [];
    }),
  );
  return { ...last, moves };
}

type AsOf = Pick<ClockHistory, 'running' | 'dueOn' | 'explanation'>;

// The deadline as it stood after the last step at which it ran, with where its date came from.
const lastRun = (steps: readonly RecordedStep[], which: Of): AsOf | null =>
  steps.reduce<{ readonly state: CaseState | null; readonly found: AsOf | null }>(
    ({ state: before, found }, step) => {
      const state = applyCommit(before, step);
      return { state, found: explainedIn(state, which) ?? (found && { ...found, running: false }) };
    },
    { state: null, found: null },
  ).found;

function explainedIn(state: CaseState, { clock, key }: Of): AsOf | null {
  const one = state.obligations.find((obligation) => obligation.clock === clock && obligation.key === key);
  const profile = one && findProfile(state.profile.id, state.profile.version);
  return one && profile ? { running: true, dueOn: one.dueOn, explanation: explain(contextOf(state, profile), one) } : null;
}

const isAbout = (event: CaseEvent, { clock, key }: Of): boolean => {
  const about = 'obligation' in event ? event.obligation : event;
  return 'clock' in about && 'key' in about && about.clock === clock && about.key === key;
};

const NOTHING: Omit<Told, 'what'> = { from: null, dueOn: null, detail: null };

function toldBy(event: CaseEvent): Told | null {
  switch (event.type) {
    case 'ObligationArmed':
      return { ...NOTHING, what: 'ARMED', dueOn: event.obligation.dueOn };
    case 'ObligationRestored':
      return { ...NOTHING, what: 'RESTORED', dueOn: event.obligation.dueOn };
    case 'ObligationReplanned':
      return { what: 'MOVED', from: event.from, dueOn: event.obligation.dueOn, detail: event.because ?? null };
    case 'TimerOverridden':
      return { what: 'SET_BY_HAND', from: event.instead, dueOn: 'on' in event.due ? event.due.on : null, detail: event.data.approver };
    case 'ObligationEnded':
      return { ...NOTHING, what: 'ENDED' };
    case 'ThresholdPassed':
      return { ...NOTHING, what: 'PASSED', detail: event.threshold };
    case 'OverdueAcknowledged':
      return { ...NOTHING, what: 'ACKNOWLEDGED', dueOn: event.until };
    case 'FlagRaised':
    case 'FlagCleared':
      return { ...NOTHING, what: event.type === 'FlagRaised' ? 'FLAG_RAISED' : 'FLAG_CLEARED', detail: event.flag };
    default:
      return null;
  }
}

const whose = ({ seq, at, actor, command }: RecordedStep) => ({ seq, at, by: actor, command });

function whyOf(step: RecordedStep): readonly DecisionField[] {
  const row = step.command !== null && isCommandName(step.command) ? DECISIONS[step.command] : null;
  const data = dataOf(step);
  return (row?.why ?? []).map((field) => ({ field, value: valueAt(data, field) })).filter(({ value }) => value !== undefined);
}

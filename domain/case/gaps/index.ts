import { addWorkingDays } from '../../calendar';
import type { Calendar, Instant, LondonDate } from '../../calendar';
import type { ProtocolProfile } from '../../profiles';
import type { CaseCommand } from '../command';
import type { CommandName } from '../commands/table';
import type { CaseEvent } from '../events';
import type { CaseState } from '../state';
import { closureGaps } from './closure';
import { DEATH_GAPS } from './death';
import { INTAKE_GAPS } from './intake';
import { MEETINGS_GAPS } from './meetings';
import { PLAN_GAPS } from './plan';
import type { GapRule } from './rule';

interface GapContext {
  readonly state: CaseState;
  readonly profile: ProtocolProfile;
  readonly calendar: Calendar;
  readonly on: LondonDate;
  readonly at: Instant;
}

/** What the record asks for beyond the few hard requirements: gaps, not gates. Work goes on, the gap stays visible until it is closed. */
const GAP_RULES: readonly GapRule[] = [...INTAKE_GAPS, ...MEETINGS_GAPS, ...PLAN_GAPS, ...DEATH_GAPS];

/** The gaps that a command leaves, each due in 2 working days (local default); one that is open already is not opened twice. */
export function gapsOf(command: CaseCommand, { state, profile, calendar, on, at }: GapContext): readonly CaseEvent[] {
  const data = command.data as Readonly<Record<string, unknown>>;
  const closing = proposalOf(command, state);
  return [...GAP_RULES.filter((rule) => rule.command === command.type && rule.missing(data, state, profile)), ...closing]
    .map(({ item, requirement, owner }) => ({ id: idOf(item, command.type, state), item, requirement, owner }))
    .filter(({ id }) => !state.gaps.some((gap) => gap.id === id))
    .map((gap) => ({ type: 'GapOpened', at, gap: { ...gap, dueOn: addWorkingDays(on, 2, calendar) } }));
}

// What the checklist asks of a proposal, or of the closing that a death begins.
function proposalOf(command: CaseCommand, state: CaseState): ReturnType<typeof closureGaps> {
  if (command.type === 'proposeClosure') return closureGaps(command.data, state);
  return command.type === 'recordDeath' && state.stage !== 'CLOSING' ? closureGaps({ code: 'DIED', reason: command.data.note }, state) : [];
}

// Each meeting has its own gaps; everything else has one of a kind.
const idOf = (item: string, command: CommandName, state: CaseState): string => {
  const name = item.toLowerCase().replaceAll('_', '-');
  return command === 'completeMeeting' ? `${name}-meeting-${state.meetingsHeld + 1}` : name;
};

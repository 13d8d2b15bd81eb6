import type { Calendar, Instant, LondonDate } from '../../calendar';
import type { ProtocolProfile } from '../../profiles';
import type { CaseCommand } from '../command';
import type { CommandName } from '../commands/table';
import type { CaseEvent, RecordGap } from '../events';
import type { CaseState } from '../state';
import { CLOSURE_CHECKLIST, closureGaps } from './closure';
import { ESCALATION_GAPS } from './escalation';
import { DEATH_GAPS } from './death';
import { INTAKE_GAPS } from './intake';
import { MEETINGS_GAPS } from './meetings';
import { gapId, openGap } from './opening';
import { PERSON_GAPS } from './person';
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
const GAP_RULES: readonly GapRule[] = [...INTAKE_GAPS, ...MEETINGS_GAPS, ...PLAN_GAPS, ...PERSON_GAPS, ...ESCALATION_GAPS, ...DEATH_GAPS];

/** The gaps that a command leaves. */
export function gapsOf(command: CaseCommand, { state, profile, calendar, on, at }: GapContext): readonly CaseEvent[] {
  const data = command.data as Readonly<Record<string, unknown>>;
  const closing = proposalOf(command, state);
  return [...GAP_RULES.filter((rule) => rule.command === command.type && rule.missing(data, state, profile, command.actor)), ...closing]
    .map(({ item, requirement, owner }) => ({ id: idOf(item, command.type, state), item, requirement, owner }))
    .flatMap((gap) => openGap(gap, { state, calendar, on, at }));
}

/** What a gap asks for, by its id; its due date is for whoever opens it. A gap that no rule names is the coordinator's. */
export function gapNamed(id: string): Omit<RecordGap, 'dueOn'> {
  const name = id.replace(/-meeting-\d+$/, '');
  const rule = [...GAP_RULES, ...CLOSURE_CHECKLIST].find(({ item }) => gapId(item) === name);
  return rule
    ? { id, item: rule.item, requirement: rule.requirement, owner: rule.owner }
    : { id, item: name.toUpperCase().replaceAll('-', '_'), requirement: 'local default', owner: 'COORDINATOR' };
}

// What the checklist asks of a proposal, or of the closing that a death begins.
function proposalOf(command: CaseCommand, state: CaseState): ReturnType<typeof closureGaps> {
  if (command.type === 'proposeClosure') return closureGaps(command.data, state);
  return command.type === 'recordDeath' && state.stage !== 'CLOSING' ? closureGaps({ code: 'DIED', reason: command.data.note }, state) : [];
}

// Each meeting has its own gaps; everything else has one of a kind.
const idOf = (item: string, command: CommandName, state: CaseState): string => {
  const name = gapId(item);
  return command === 'completeMeeting' ? `${name}-meeting-${state.meetingsHeld + 1}` : name;
};

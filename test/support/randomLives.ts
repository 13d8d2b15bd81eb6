import fc from 'fast-check';
import { COMMAND_NAMES, COMMANDS, findProfile, fold, fromIso, OPENING_COMMANDS, settle, STAGES, STAGES_OF, takeStep } from '../../domain';
import type { CaseEvent, CaseState, CommandName, Holder, ProtocolProfile, Stage, Step } from '../../domain';
import { draftOf } from './lives/data';
import { givenAt } from './lives/data/given';

/** One try of a life: how many hours after the one before, which of the commands of the stage, and which of its possible data. */
export interface Try {
  readonly hours: number;
  readonly choice: number;
  readonly pick: number;
}

export const tries = (most: number): fc.Arbitrary<readonly Try[]> =>
  fc.array(fc.record({ hours: fc.integer({ min: 0, max: 400 }), choice: fc.nat(1_000), pick: fc.nat(1_000) }), {
    maxLength: most,
    size: 'max',
  });

// What leads on comes more often and what ends a case early seldom, so that many lives get as far as reviews, closures and a way back.
const OFTEN: Readonly<Partial<Record<CommandName, number>>> = {
  decideTriage: 12,
  acceptCall: 12,
  recordReferrerContact: 12,
  scheduleMeeting: 12,
  completeMeeting: 12,
  publishPlan: 12,
  scheduleReview: 12,
  addAction: 9,
  proposeClosure: 6,
  closeGap: 24,
  reopenCase: 24,
  withdraw: 1,
  recordDeath: 1,
  mergeInto: 1,
};
const OFTEN_IN_CLOSING: typeof OFTEN = { closeGap: 300, confirmClosure: 60 };
const USUALLY = 3;

const COMMANDS_IN: ReadonlyMap<string, readonly CommandName[]> = new Map(STAGES.map((stage) => [stage, weighted(stage)]));

function weighted(stage: Stage): readonly CommandName[] {
  const often = stage === 'CLOSING' ? { ...OFTEN, ...OFTEN_IN_CLOSING } : OFTEN;
  return COMMAND_NAMES.filter((name) => STAGES_OF[name] !== 'NEW' && STAGES_OF[name].includes(stage)).flatMap((name) =>
    Array.from({ length: often[name] ?? USUALLY }, () => name),
  );
}

function commandOf({ choice }: Try, { stage }: CaseState): CommandName {
  const possible = COMMANDS_IN.get(stage ?? '') ?? [];
  return possible[choice % possible.length] ?? 'recordDeliveryFailure';
}

const HOUR = 3_600_000;

/** A recorded step of a life, and the state after it; `command` is null where only deadlines passed. */
export interface LivedStep {
  readonly seq: number;
  readonly at: number;
  readonly command: CommandName | null;
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
}

/** A life as lived: each accepted step with its events, and the state at the end. */
export interface Life {
  readonly state: CaseState;
  readonly steps: readonly LivedStep[];
  readonly accepted: readonly CommandName[];
}

const holders: readonly Holder[] = [
  'COORDINATOR',
  'COORDINATOR_MANAGER',
  'TRIAGE_PARTNER',
  'CONVENER_MANAGER',
  'REFERRER',
  'LA_CONTACT',
  'BOARD_CONTACT',
].map((role) => ({ role, person: `p-${role.toLowerCase()}` }) as Holder);

export const LOCALITIES = ['oxfordshire', 'dorset'] as const;
export type Locality = (typeof LOCALITIES)[number];

/** How a life is lived: when it begins, and how often somebody looks whether a deadline has passed between commands. */
export interface Living {
  readonly begin?: string;
  readonly everyHours?: number;
}

/** Lives a case from its first word through some tries. Everything that is refused changes nothing. */
export function live(profileId: Locality, list: readonly Try[], { begin = '2026-01-05T10:00:00Z', everyHours }: Living = {}): Life {
  const profile = findProfile(profileId)!;
  let at = fromIso(begin)!;
  const steps = [opened(profileId, profile, at, list.length % 2 === 0 ? {} : { person: { bornOn: '2008-07-02' } })];
  for (const [n, one] of list.entries()) {
    const from = at;
    at += one.hours * HOUR;
    if (everyHours !== undefined)
      for (let look = from + everyHours * HOUR; look < at; look += everyHours * HOUR) steps.push(...looked(steps.at(-1)!, profile, look));
    steps.push(...tried(steps.at(-1)!, profile, at, { ...one, n }));
  }
  return { state: steps.at(-1)!.state, steps, accepted: steps.flatMap(({ command }) => command ?? []) };
}

// Some of them come of age on the way.
function opened(profileId: Locality, profile: ProtocolProfile, at: number, more: object): LivedStep {
  const command = OPENING_COMMANDS[profileId === 'dorset' ? 1 : 0];
  const data = { ...COMMANDS[command].example, ...more };
  const first = takeStep(null, profile, at, { type: command, id: 'first', actor: 'p-referrer', holders, data });
  if ('refusal' in first) throw new Error(first.refusal.message);
  return { seq: first.state.seq, at, command, events: first.decided, state: first.state };
}

// A look takes no number, so that an entry has the same one however often somebody looks.
function looked({ state: { seq }, state: before }: LivedStep, profile: ProtocolProfile, at: number): readonly LivedStep[] {
  const { state, settled } = takeStep(before, profile, at) as Extract<Step, { decided: unknown }>;
  return settled.length === 0 ? [] : [{ seq, at, command: null, events: settled, state: { ...state, seq } }];
}

// What people choose from is the case as it stands when they act, whenever the deadlines before were noticed.
function tried({ state: before }: LivedStep, profile: ProtocolProfile, at: number, one: Try & { n: number }): readonly LivedStep[] {
  const now = fold(before, settle(before, profile, at - 1));
  const command = commandOf(one, now);
  const taken = takeStep(before, profile, at, draftOf(command, givenAt(now, at, one.n, one.pick)));
  if ('refusal' in taken) return [];
  const { state, settled, decided } = taken;
  return [{ seq: state.seq, at, command, events: [...settled, ...decided], state }];
}

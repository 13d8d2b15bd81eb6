import { findProfile, noticesOf, readInstant, takeStep } from '../../domain';
import type { CaseEvent, CaseState, CommandName, Draft, ProtocolProfile, Role } from '../../domain';
import { holder, roleCase } from './roleCase';

/** A step as taken: what was refused or happened, and the case after it. */
export interface Lived {
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
  readonly refused: string | null;
  /** The messages of the command and of what passed before it, as 'notice variant role', each person once. */
  readonly said: readonly string[];
  /** The same with their instants, as 'instant notice threshold role'. */
  readonly heard: readonly string[];
}

/** A case in which every role is held, triaged and met on 1 June 2026, with nothing owed: on a London minute. */
export const caseAt = (on: string, more: Partial<CaseState> = {}): CaseState =>
  roleCase({
    lastAt: readInstant(on) ?? 0,
    actions: [],
    triage: { outcome: 'MARM', decidedOn: '2026-03-30', concurrenceOwedBy: null },
    referrerContactedOn: '2026-03-30',
    meetingsHeld: 1,
    lastHeld: { number: 1, kind: 'MEETING', on: '2026-06-01', outcomes: ['PLAN_AGREED'], present: [] },
    ...more,
  });

/** Gives a command at a London minute, by the holder of a role. */
export function give(
  state: CaseState,
  at: string,
  type: CommandName,
  data: object,
  { by = 'COORDINATOR', profile = profileOf(state), occurredOn }: { by?: Role; profile?: ProtocolProfile; occurredOn?: string } = {},
): Lived {
  const draft = {
    id: `${type}-${at}`,
    actor: holder(by),
    type,
    data,
    ...(occurredOn === undefined ? {} : { occurredOn }),
  } as unknown as Draft;
  return lived(state, at, profile, draft);
}

/** Lets a case live on to a London minute with nobody acting. */
export const wait = (state: CaseState, at: string, profile: ProtocolProfile = profileOf(state)): Lived => lived(state, at, profile);

function lived(state: CaseState, at: string, profile: ProtocolProfile, draft?: Draft): Lived {
  const step = takeStep(state, profile, readInstant(at) ?? 0, draft);
  if ('refusal' in step) return { state: step.base ?? state, events: step.settled, refused: step.refusal.code, said: [], heard: [] };
  const notices = noticesOf([...step.settled, ...step.decided], step.state);
  return {
    state: step.state,
    events: [...step.settled, ...step.decided],
    refused: null,
    said: notices.map(({ notice, variant, to }) => `${notice} ${variant} ${to.role}`),
    heard: notices.map(
      ({ at: instant, notice, threshold, to }) =>
        `${new Date(instant).toISOString().slice(0, 16)} ${notice} ${threshold ?? '-'} ${to.role}`,
    ),
  };
}

const profileOf = ({ profile }: CaseState): ProtocolProfile => {
  const found = findProfile(profile.id, profile.version);
  if (!found) throw new Error('there is no such profile');
  return found;
};

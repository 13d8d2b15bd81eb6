import { CASE_ROLES, COMMAND_NAMES, COMMANDS, londonDateOf, PROFILES, SERVICE_ROLES, STAGES_OF, takeStep } from '../../domain';
import type { CaseEvent, CaseState, CommandName, Draft, Holder, ProtocolProfile, Stage } from '../../domain';
import { samplesOf } from './sampleData';

/** A way from one stage to another: by a command, or by a deadline that passes (null). */
export interface Transition {
  readonly from: Stage | 'NEW';
  readonly to: Stage;
  readonly by: CommandName | null;
}

// A Monday at noon: far from the clocks going forward or back.
const BEGIN = Date.UTC(2026, 5, 1, 11);
const DAY_MS = 86_400_000;
const MANY_DAYS = 150;
// A command that has shown nothing new in so many situations of a stage is tried with fewer choices from then on.
const PATIENCE = 2;

const HOLDERS: readonly Holder[] = [
  ...CASE_ROLES.map((role) => ({ role, person: `p-${role.toLowerCase()}` })),
  ...SERVICE_ROLES.map((role) => ({ role, person: `p-${role.toLowerCase()}`, service: 'sample-service' })),
];

interface Place {
  readonly state: CaseState | null;
  readonly at: number;
}

/** Every change of stage that is found by giving every command, with every choice of its data, in every situation that is reached so. */
export function findTransitions(): readonly Transition[] {
  const found = new Map<string, Transition>();
  for (const profile of PROFILES) explore(profile, (one) => found.set(`${one.from} ${one.to} ${one.by ?? ''}`, one));
  return [...found.values()];
}

function explore(profile: ProtocolProfile, note: (one: Transition) => void): void {
  const seen = new Set<string>();
  const waited = new Set<string>();
  const patience = new Patience();
  const places: Place[] = [{ state: null, at: BEGIN }];
  for (let place = places.shift(); place; place = places.shift()) {
    const passed = isFirst(waited, place.state?.stage ?? 'NEW') ? waiting(place, profile) : [];
    for (const one of passed.flatMap(changes)) note(one);
    for (const next of [
      ...COMMAND_NAMES.flatMap((name) => trying(name, place, profile, patience)),
      ...passed.filter((one) => changes(one).length > 0),
    ]) {
      for (const one of changes(next)) note(one);
      // A case begun on paper stands where others come to stand as well: its way on is theirs.
      if (next.by !== 'adoptCase' && isFirst(seen, situation(next.state))) places.push({ state: next.state, at: next.at });
    }
  }
}

/** How often a command has shown nothing new from a stage; it is then tried with fewer choices. */
class Patience {
  private readonly news = new Set<string>();
  private readonly dull = new Map<string, number>();

  hasEnded(by: CommandName, stage: string): boolean {
    return (this.dull.get(`${by} ${stage}`) ?? 0) >= PATIENCE;
  }

  note(by: CommandName, stage: string, reached: readonly Reached[]): void {
    const fresh = reached.flatMap(changes).filter((one) => isFirst(this.news, JSON.stringify(one)));
    const key = `${by} ${stage}`;
    this.dull.set(key, fresh.length > 0 ? 0 : (this.dull.get(key) ?? 0) + 1);
  }
}

function isFirst(seen: Set<string>, one: string): boolean {
  if (seen.has(one)) return false;
  seen.add(one);
  return true;
}

interface Reached {
  readonly state: CaseState;
  readonly at: number;
  readonly by: CommandName | null;
  readonly events: readonly CaseEvent[];
}

function trying(by: CommandName, place: Place, profile: ProtocolProfile, patience: Patience): readonly Reached[] {
  if (!mayCome(by, place.state)) return [];
  const stage = place.state?.stage ?? 'NEW';
  const reached = giving(by, place, profile, patience.hasEnded(by, stage) ? 1 : undefined);
  patience.note(by, stage, reached);
  return reached;
}

function giving(by: CommandName, { state, at: before }: Place, profile: ProtocolProfile, most?: number): readonly Reached[] {
  const at = before + DAY_MS;
  const samples = samplesOf(COMMANDS[by].fields, londonDateOf(at)).slice(0, most);
  return samples.flatMap((data, n) => {
    const draft = { type: by, id: `${by}-${n}`, actor: 'p-sample', data, holders: HOLDERS } as unknown as Draft;
    const taken = takeStep(state && tidied(state), profile, at, draft);
    return 'refusal' in taken ? [] : [{ state: taken.state, at, by, events: taken.decided }];
  });
}

// People close gaps and answer; the search need not find each way of doing so.
const tidied = (state: CaseState): CaseState => ({
  ...state,
  gaps: [],
  closure: state.closure && { ...state.closure, answered: state.services.map((one) => one.service) },
});

function waiting({ state, at: before }: Place, profile: ProtocolProfile): readonly Reached[] {
  if (!state) return [];
  const at = before + MANY_DAYS * DAY_MS;
  const taken = takeStep(state, profile, at);
  return 'refusal' in taken ? [] : [{ state: taken.state, at, by: null, events: taken.settled }];
}

function mayCome(name: CommandName, state: CaseState | null): boolean {
  const stages = STAGES_OF[name];
  return stages === 'NEW' ? state === null : state?.stage != null && stages.includes(state.stage);
}

const changes = ({ events, by }: Reached): readonly Transition[] =>
  events.flatMap((event) =>
    event.type === 'StageEntered' && event.from !== event.to ? [{ from: event.from ?? 'NEW', to: event.to, by }] : [],
  );

// What tells two situations apart, as far as stages go: the same kind is looked at once.
const situation = (state: CaseState): string =>
  [
    state.stage,
    state.meeting !== null,
    state.triage !== null,
    state.referrerContactedOn !== null,
    state.lastHeld?.outcomes.includes('RECONVENE'),
    state.plan !== null,
  ].join(' ');

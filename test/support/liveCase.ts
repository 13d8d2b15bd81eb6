import { randomInt } from 'node:crypto';
import { findProfile, parseLondonLocal, toIso } from '../../domain';
import type { CommandName, Draft, Holder, OPENING_COMMANDS } from '../../domain';
import type { Commit, LedgerRow } from '../../persistence';
import { fastForward, workflowIdOf } from '../../temporal';
import type { Outcome } from '../../temporal';
import { QUERIES } from '../../workflows/messages';
import type { Accepted, CaseInput, CaseResult, StateView } from '../../workflows/messages';
import { REFERRAL } from './story';
import type { Workbench } from './workbench';

/** Who holds which office in the synthetic directory. */
export const OFFICERS: readonly Holder[] = [
  { role: 'COORDINATOR', person: 'p-officer-ox' },
  { role: 'COORDINATOR_MANAGER', person: 'p-manager-ox' },
  { role: 'TRIAGE_PARTNER', person: 'p-triage-ox' },
  { role: 'TRIAGE_PARTNER_MANAGER', person: 'p-head-ox' },
  { role: 'CONVENER_MANAGER', person: 'p-host-ox' },
  { role: 'REFERRER', person: 'p-referrer-ox' },
  { role: 'REFERRING_MANAGER', person: 'p-housing-manager-ox' },
];
export const FIRE_SERVICE: readonly Holder[] = [
  { role: 'LEAD_WORKER', service: 'svc-fire-safety', person: 'p-fire-lead' },
  { role: 'RESPONSIBLE_MANAGER', service: 'svc-fire-safety', person: 'p-fire-manager' },
];

/** A meeting that was held, as small as it may be. */
export const HELD = {
  heldOn: '2026-04-08',
  attendance: [{ service: 'svc-fire-safety', status: 'ATTENDED' }],
  outcomes: ['PLAN_AGREED'],
  reviewOn: '2026-05-20',
};

type Circumstances = Partial<Pick<Draft, 'id' | 'occurredOn' | 'holders' | 'actor'>>;

export interface Opening {
  /** The case's own time at which it opens, London: '2026-03-26T15:20'. */
  readonly clock: string;
  readonly occurredOn?: string;
  readonly holders?: readonly Holder[];
  readonly data?: object;
  /** The command that opens it; submitReferral if left out. */
  readonly command?: (typeof OPENING_COMMANDS)[number];
  /** false: a real case, whose planned messages wait for the morning round. Its clock is set back all the same: no API would do that. */
  readonly training?: boolean;
}

/** One case on a training clock, and what a test wants to do with it and know of it. */
export interface LiveCase {
  readonly ref: string;
  readonly workflowId: string;
  readonly input: CaseInput;
  /** Gives a command the way the API does. */
  give(type: CommandName, data: object, more?: Circumstances): Promise<Outcome>;
  /** Gives a command that must be accepted. */
  must(type: CommandName, data: object, more?: Circumstances): Promise<number>;
  /** Calls the update itself, without waiting for the record. */
  update(type: CommandName, data: object, more?: Circumstances): Promise<Accepted>;
  /** Lives through to a London time of the case's own clock. */
  forward(to: string): Promise<void>;
  state(): Promise<StateView>;
  /** The run that is on now. */
  runId(): Promise<string>;
  /** Waits until the run is over and gives its result. */
  ended(): Promise<CaseResult>;
  commits(): Promise<readonly Commit[]>;
  rows(): Promise<readonly LedgerRow[]>;
  /** The longest time, in ms, that a deadline fired after its instant; those caught up on do not count. */
  lateness(): Promise<number>;
  /** The mails that the relay has, of one clock, as 'instant threshold roles'. */
  spoken(clock: string): Promise<readonly string[]>;
}

/** A London time of a test as an instant. @throws Error for one that does not exist */
export function london(text: string): number {
  const local = parseLondonLocal(text);
  if ('problem' in local) throw new Error(`no London time: ${text}`);
  return local.instant;
}

const SIGNS = '23456789BCDFGHJKLMNPQRSTVWXZ';
/** A reference that no other test has. */
export const someRef = (): string =>
  Array.from({ length: 7 }, (_, at) => (at === 4 ? '-' : (SIGNS[randomInt(SIGNS.length)] ?? ''))).join('');

/** The start argument of a case; nothing is started. */
export function inputFor(
  ref: string,
  { clock, occurredOn, holders, data, command = 'submitReferral', training = true }: Opening,
): CaseInput {
  const profile = findProfile('oxfordshire');
  if (!profile) throw new Error('no profile of Oxfordshire');
  const first = {
    type: command,
    id: `${command}-${ref}`,
    actor: 'p-referrer-ox',
    data: data ?? REFERRAL,
    holders: holders ?? OFFICERS,
    ...(occurredOn === undefined ? {} : { occurredOn }),
  } as Draft;
  return {
    schemaVersion: 1,
    ref,
    locality: profile.id,
    profile: { id: profile.id, version: profile.version },
    first,
    training,
    offsetMs: london(clock) - Date.now(),
    spreadMs: 0,
  };
}

/** Opens a case on a training clock. @throws Error when its referral is not accepted */
export async function openCase(bench: Workbench, opening: Opening): Promise<LiveCase> {
  const input = inputFor(someRef(), opening);
  bench.keep(workflowIdOf(input.ref));
  const outcome = await bench.gateway.create(input);
  if (outcome.kind !== 'accepted') throw new Error(`the case did not open: ${JSON.stringify(outcome)}`);
  return liveCase(bench, input);
}

function liveCase(bench: Workbench, input: CaseInput): LiveCase {
  const { ref } = input;
  const { client, gateway, repositories } = bench;
  const workflowId = workflowIdOf(ref);
  const handle = client.workflow.getHandle(workflowId);
  let given = 0;
  const draft = (type: CommandName, data: object, more: Circumstances): Draft => {
    given += 1;
    return { type, id: `${type}-${given}`, actor: 'p-officer-ox', data, ...more } as Draft;
  };
  const give: LiveCase['give'] = (type, data, more = {}) => gateway.command(ref, draft(type, data, more));
  return {
    ref,
    workflowId,
    input,
    give,
    async must(type, data, more) {
      const outcome = await give(type, data, more);
      if (outcome.kind !== 'accepted') throw new Error(`${type} was not accepted: ${JSON.stringify(outcome)}`);
      return outcome.seq;
    },
    update(type, data, more = {}) {
      const { type: name, ...command } = draft(type, data, more);
      return handle.executeUpdate<Accepted, [typeof command]>(name, { args: [command], updateId: command.id });
    },
    forward: async (to) => {
      await fastForward(client, ref, london(to));
    },
    state: () => handle.query<StateView>(QUERIES.state),
    runId: async () => (await handle.describe()).runId,
    ended: () => handle.result() as Promise<CaseResult>,
    commits: () => repositories.commits.list(ref),
    rows: () => repositories.ledger.list(ref),
    lateness: async () => lateness(await repositories.commits.list(ref)),
    spoken: (clock) => spoken(bench, ref, clock),
  };
}

const lateness = (commits: readonly Commit[]): number =>
  Math.max(
    0,
    ...commits
      .flatMap((commit) => commit.events)
      .map((event) => (event.type === 'ThresholdPassed' && !event.caughtUp ? event.firedAt - event.dueAt : 0)),
  );

async function spoken({ relay, repositories }: Workbench, ref: string, clock: string): Promise<readonly string[]> {
  const rows = (await repositories.ledger.list(ref)).filter((row) => row.notice.clock === clock);
  const lines = new Map<string, string[]>();
  for (const mail of relay.mailsAbout(ref)) {
    const row = rows.find((one) => one.messageId === mail.messageId);
    if (!row) continue;
    const line = `${toIso(Date.parse(mail.date ?? ''))} ${row.notice.threshold ?? '-'}`;
    lines.set(line, [...(lines.get(line) ?? []), row.notice.to.role]);
  }
  return [...lines].map(([line, roles]) => `${line} ${roles.join('+')}`);
}

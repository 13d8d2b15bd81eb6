import { setTimeout as pause } from 'node:timers/promises';
import { WorkflowExecutionAlreadyStartedError, defineSearchAttributeKey } from '@temporalio/common';
import type { Client } from '@temporalio/client';
import type { Draft, Pace, Refusal } from '../domain';
import type { CommitRepository, CaseRepository } from '../persistence';
import { WORKFLOW_TYPE } from '../workflows/messages';
import type { Accepted, CaseInput, CaseResult, ShellRefusal } from '../workflows/messages';
import { toUpdateFailure } from './errors';
import { TASK_QUEUE, workflowIdOf } from './names';

/** What became of a command. `accepted` means durable, readable and mine. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly seq: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'pending' }
  | { readonly kind: 'shell'; readonly code: ShellRefusal }
  | { readonly kind: 'busy' }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'not-found' };

export interface CaseGateway {
  /** Starts a case with its first command. A second start with the same reference and command gives the same answer. */
  create(input: CaseInput): Promise<Outcome>;
  /** Gives a command to a case; wakes one that has ended. Safe to repeat under the same id. */
  command(ref: string, draft: Draft): Promise<Outcome>;
  /** Asks the case itself. @throws when no worker answers in time */
  query<T>(ref: string, name: string, ...args: unknown[]): Promise<T>;
}

interface Deps {
  readonly client: Client;
  readonly commits: CommitRepository;
  readonly cases: CaseRepository;
  /** How long a command may take before its outcome counts as unknown. */
  readonly deadlineMs: number;
}

interface Run {
  result(): Promise<CaseResult>;
}

const CONFIRM_FOR_MS = 3_000;
const SHOWN_FOR_MS = 1_000;
const MOST_REPEATS = 200;

/** The one way to cases in Temporal. */
export function createCaseGateway(deps: Deps): CaseGateway {
  return {
    create: (input) => create(deps, input),
    command: (ref, draft) => command(deps, ref, draft),
    query: (ref, name, ...args) =>
      deps.client.withDeadline(Date.now() + deps.deadlineMs, () => deps.client.workflow.getHandle(workflowIdOf(ref)).query(name, ...args)),
  };
}

const startOptions = (input: CaseInput, pace: Pace) => ({
  taskQueue: TASK_QUEUE,
  workflowId: workflowIdOf(input.ref),
  args: [input],
  staticSummary: `${input.locality} · ${pace}${input.training ? ' · TRAINING' : ''}`,
  typedSearchAttributes: [
    { key: defineSearchAttributeKey('MarmLocality', 'KEYWORD'), value: input.locality },
    { key: defineSearchAttributeKey('MarmTraining', 'BOOL'), value: input.training },
  ],
});

// The pace that the first command proposes.
function paceOf({ first }: CaseInput): Pace {
  const data = first?.data;
  return data && 'pace' in data ? data.pace : 'STANDARD';
}

async function create(deps: Deps, input: CaseInput): Promise<Outcome> {
  const { client } = deps;
  const commandId = input.first?.id ?? '';
  try {
    await client.withDeadline(Date.now() + deps.deadlineMs, () =>
      client.workflow.start(WORKFLOW_TYPE, { ...startOptions(input, paceOf(input)), workflowIdReusePolicy: 'REJECT_DUPLICATE' }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) return fromFailure(toUpdateFailure(error));
  }
  const handle = client.workflow.getHandle(workflowIdOf(input.ref));
  return Promise.race([
    confirm(deps, input.ref, 1, commandId),
    refusalOf(() => client.withDeadline(Date.now() + deps.deadlineMs, () => handle.result() as Promise<CaseResult>)),
  ]);
}

// A refused creation is the result of its run; any other end, or none, leaves the word to the record.
async function refusalOf(result: () => Promise<CaseResult>): Promise<Outcome> {
  const ended = await result().catch(() => undefined);
  return ended && 'refused' in ended ? { kind: 'refused', refusal: ended.refused } : new Promise(() => undefined);
}

async function command(deps: Deps, ref: string, draft: Draft): Promise<Outcome> {
  let woken: Run | undefined;
  for (let tries = 0; tries < MOST_REPEATS; tries += 1) {
    const failure = await attempt(deps, ref, draft);
    if ('seq' in failure) return confirm(deps, ref, failure.seq, draft.id);
    if (failure.kind === 'gone') {
      const done = (await fromRecord(deps, ref, draft.id)) ?? (woken && (await fromRun(deps, woken, draft.id)));
      if (done) return done;
      woken = await wake(deps, ref, draft);
      if (!woken) return { kind: 'not-found' };
    } else if (!(failure.kind === 'repeat' || (failure.kind === 'shell' && failure.code === 'RESUMING'))) return fromFailure(failure);
    await pause(20);
  }
  return { kind: 'unavailable' };
}

async function fromRecord({ commits }: Deps, ref: string, commandId: string): Promise<Outcome | undefined> {
  const known = await commits.findByCommand(ref, commandId);
  return known ? { kind: 'accepted', seq: known.seq } : undefined;
}

// A run that was woken for this command and refused it has ended with the refusal; one woken for another command says nothing of ours.
async function fromRun({ client, deadlineMs }: Deps, run: Run, commandId: string): Promise<Outcome | undefined> {
  const ended = await client.withDeadline(Date.now() + deadlineMs, () => run.result()).catch(() => undefined);
  return ended && 'refused' in ended && ended.commandId === commandId ? { kind: 'refused', refusal: ended.refused } : undefined;
}

async function attempt(
  { client, deadlineMs }: Deps,
  ref: string,
  { type, ...draft }: Draft,
): Promise<Accepted | ReturnType<typeof toUpdateFailure>> {
  try {
    const handle = client.workflow.getHandle(workflowIdOf(ref));
    return await client.withDeadline(Date.now() + deadlineMs, () =>
      handle.executeUpdate<Accepted, [typeof draft]>(type, { args: [draft], updateId: draft.id }),
    );
  } catch (error) {
    return toUpdateFailure(error);
  }
}

// An ended case goes on in a new run that reads it back; the command then finds it awake.
async function wake({ client, cases, deadlineMs }: Deps, ref: string, first: Draft): Promise<Run | undefined> {
  const view = await cases.find(ref);
  if (!view) return undefined;
  const input: CaseInput = {
    schemaVersion: 1,
    ref,
    locality: view.state.locality,
    profile: view.state.profile,
    first,
    resume: true,
    training: view.training,
    offsetMs: view.offsetMs,
    spreadMs: 0,
  };
  const policies = { workflowIdReusePolicy: 'ALLOW_DUPLICATE', workflowIdConflictPolicy: 'USE_EXISTING' } as const;
  return client.withDeadline(Date.now() + deadlineMs, () =>
    client.workflow.start(WORKFLOW_TYPE, { ...startOptions(input, view.state.pace), ...policies }),
  );
}

// Done means that the record holds this very command; another one there means that ours was not recorded.
async function confirm(deps: Deps, ref: string, seq: number, commandId: string): Promise<Outcome> {
  const until = Date.now() + CONFIRM_FOR_MS;
  for (let wait = 10; Date.now() < until; wait = Math.min(wait * 2, 320)) {
    const commit = await deps.commits.find(ref, seq);
    if (commit && commit.commandId !== commandId) return { kind: 'shell', code: 'CASE_HELD' };
    if (commit) {
      await untilShown(deps, ref, seq);
      return { kind: 'accepted', seq };
    }
    await pause(wait);
  }
  return { kind: 'pending' };
}

// The read model follows the record within milliseconds: who reads right after an answer sees the own command. Slow or not, it is done.
async function untilShown({ cases }: Deps, ref: string, seq: number): Promise<void> {
  const until = Date.now() + SHOWN_FOR_MS;
  for (let wait = 5; Date.now() < until; wait = Math.min(wait * 2, 160)) {
    if (((await cases.find(ref))?.seq ?? 0) >= seq) return;
    await pause(wait);
  }
}

function fromFailure(failure: ReturnType<typeof toUpdateFailure>): Outcome {
  switch (failure.kind) {
    case 'refused':
    case 'shell':
    case 'busy':
    case 'unavailable':
      return failure;
    case 'unknown-outcome':
      return { kind: 'pending' };
    case 'gone':
      return { kind: 'not-found' };
    case 'repeat':
      return { kind: 'unavailable' };
    case 'bug':
      throw failure.error;
  }
}

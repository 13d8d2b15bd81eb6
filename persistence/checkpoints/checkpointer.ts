import type { KeyObject } from 'node:crypto';
import type {
  Checkpoint,
  CheckpointBody,
  CheckpointRepository,
  CheckpointSink,
  Commit,
  CommitRepository,
  TaskRepository,
} from '../contract';
import { keyIdOf } from './keys';
import { digestOf, headOfAll, isGenuine, signCheckpoint, WHOLE_RECORD } from './signing';
import { createSinkQueue } from './sinkQueue';

export interface CheckpointerDeps {
  readonly checkpoints: CheckpointRepository;
  readonly commits: Pick<CommitRepository, 'list'>;
  readonly tasks: Pick<TaskRepository, 'raise'>;
  readonly key: KeyObject;
  readonly sink: CheckpointSink;
  readonly log: { error(facts: object, text: string): void };
  /** Wall clock in epoch ms. */
  readonly wallClock: () => number;
}

/** Writes checkpoints beside the cases: noting that one has moved costs a case nothing, and nothing here can make it wait. */
export interface Checkpointer {
  /** Notes that a case has a new commit; returns at once. */
  moved(ref: string): void;
  /** Notes every case whose newest commit has no checkpoint, such as those of a worker that died. */
  findMoved(): Promise<void>;
  /** Checkpoints the cases that have moved, and brings the sink up to date. Never throws: what fails is tried again with the next pass. */
  pass(): Promise<void>;
  /** Checkpoints the whole record, unless that was done less than `everyMs` ago and nothing is owed to the sink. */
  wholeRecord(everyMs: number): Promise<void>;
}

/** A checkpointer over what it works with. Any number of processes may have one: the unique predecessor keeps the checkpoints in one line. */
export function createCheckpointer(deps: CheckpointerDeps): Checkpointer {
  const moved = new Set<string>();
  const queue = createSinkQueue(deps);
  async function one(ref: string): Promise<void> {
    moved.delete(ref);
    try {
      const made = await checkpointCase(deps, ref);
      if (made === 'taken') moved.add(ref);
      else if (made) queue.add(made);
    } catch (error) {
      moved.add(ref);
      deps.log.error({ ref, error: nameOf(error) }, 'a checkpoint could not be written; it is tried again');
    }
  }
  return {
    moved: (ref) => void moved.add(ref),
    async findMoved() {
      for (const ref of await deps.checkpoints.behind()) moved.add(ref);
    },
    async pass() {
      for (const ref of [...moved]) await one(ref);
      await queue.send();
    },
    async wholeRecord(everyMs) {
      const last = await deps.checkpoints.latest(WHOLE_RECORD);
      if (last && deps.wallClock() - last.at < everyMs && !queue.hasGap()) return;
      const made = await checkpointAll(deps, last);
      if (!made) return;
      queue.add(made);
      queue.closeGap();
      await queue.send();
    },
  };
}

/** Checkpoints one case; null where there is nothing new, or where its chain does not go on from the last checkpoint. */
async function checkpointCase(deps: CheckpointerDeps, ref: string): Promise<Checkpoint | 'taken' | null> {
  const previous = await deps.checkpoints.latest(ref);
  const fresh = await deps.commits.list(ref, (previous?.seq ?? 0) + 1);
  const last = fresh.at(-1);
  if (!last) return null;
  if (!isTrusted(deps, previous) || !goesOn(previous, fresh)) {
    await announceBroken(deps, ref, `the hash chain does not go on from the last checkpoint, seq ${previous?.seq ?? 0}`);
    return null;
  }
  const between = fresh.slice(0, -1).map(({ hash }) => hash);
  return add(deps, { ref, seq: last.seq, head: last.hash, between, ...linkOf(deps, previous) });
}

async function checkpointAll(deps: CheckpointerDeps, previous: Checkpoint | null): Promise<Checkpoint | null> {
  const newest = await deps.checkpoints.newest();
  const covers = newest.map(({ ref, seq }) => [ref, seq] as const);
  const known = new Set(newest.map(({ ref }) => ref));
  for (const [ref] of previous?.covers ?? [])
    if (!known.has(ref)) await announceBroken(deps, ref, 'the case is gone from the record, and an earlier checkpoint has it');
  const head = headOfAll(newest.map((one) => [one.ref, one.seq, one.head]));
  const made = await add(deps, { ref: WHOLE_RECORD, seq: (previous?.seq ?? 0) + 1, head, between: [], covers, ...linkOf(deps, previous) });
  return made === 'taken' ? null : made;
}

const linkOf = ({ wallClock }: CheckpointerDeps, previous: Checkpoint | null): Pick<CheckpointBody, 'at' | 'previous'> => ({
  at: wallClock(),
  previous: previous && digestOf(previous),
});

async function add({ checkpoints, key }: CheckpointerDeps, body: CheckpointBody): Promise<Checkpoint | 'taken'> {
  const signed = signCheckpoint(body, key);
  return (await checkpoints.add(signed)) ? signed : 'taken';
}

// One that an earlier key signed is for `marm verify` to judge, which knows the earlier keys.
const isTrusted = ({ key }: CheckpointerDeps, previous: Checkpoint | null): boolean =>
  previous === null || previous.keyId !== keyIdOf(key) || isGenuine(previous, [key]);

/** True where each commit is the successor of the one before it, and the first that of the checkpoint. */
function goesOn(previous: Checkpoint | null, fresh: readonly Commit[]): boolean {
  const start = { seq: previous?.seq ?? 0, hash: previous?.head ?? '' };
  return fresh.every((commit, n) => {
    const before = fresh[n - 1] ?? start;
    return commit.seq === before.seq + 1 && commit.prevHash === before.hash;
  });
}

async function announceBroken({ tasks, log, wallClock }: CheckpointerDeps, ref: string, detail: string): Promise<void> {
  log.error({ ref, detail }, 'the record does not hold: run marm verify');
  await tasks.raise({ id: `record-broken:${ref}`, kind: 'RECORD_BROKEN', ref, detail, now: wallClock() });
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

import { generateKeyPairSync } from 'node:crypto';
import { createCheckpointer, hashCommit } from '../../persistence';
import type { Checkpoint, Checkpointer, CheckpointRepository, Commit, RecordReader, StoredCommit } from '../../persistence';

/** A small record in memory, with its checkpoints and a sink that can be away. */
export interface Proof {
  readonly checkpointer: Checkpointer;
  readonly commits: Map<string, StoredCommit[]>;
  readonly checkpoints: Map<string, Checkpoint[]>;
  readonly tasks: { readonly id: string; readonly kind: string; readonly ref: string }[];
  readonly lines: string[];
  readonly key: ReturnType<typeof generateKeyPairSync>['privateKey'];
  readonly reader: RecordReader;
  /** Appends entries to a case and tells the checkpointer. */
  grow(ref: string, entries: number): void;
  sinkIsAway(away: boolean): void;
  at(now: number): void;
  /** Another process over the same record. */
  another(): Checkpointer;
}

/** A record without cases. */
export function newProof(): Proof {
  const [commits, checkpoints] = [new Map<string, StoredCommit[]>(), new Map<string, Checkpoint[]>()];
  const [tasks, lines]: [Proof['tasks'], string[]] = [[], []];
  const { privateKey } = generateKeyPairSync('ed25519');
  let [away, now] = [false, 1_800_000_000_000];
  const deps = {
    checkpoints: repositoryOf(commits, checkpoints),
    commits: { list: (ref: string, from = 1) => Promise.resolve((commits.get(ref) ?? []).filter(({ seq }) => seq >= from)) },
    tasks: { raise: (task: Proof['tasks'][number]) => Promise.resolve(void tasks.push(task)) },
    key: privateKey,
    sink: {
      append: (more: readonly string[]) =>
        away ? Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' })) : Promise.resolve(void lines.push(...more)),
    },
    log: { error: () => undefined },
    wallClock: () => now,
  };
  const checkpointer = createCheckpointer(deps);
  return {
    checkpointer,
    commits,
    checkpoints,
    tasks,
    lines,
    key: privateKey,
    reader: {
      refs: () => Promise.resolve([...new Set([...commits.keys(), ...checkpoints.keys()])].sort()),
      commits: (ref) => Promise.resolve(commits.get(ref) ?? []),
      checkpoints: (ref) => Promise.resolve(checkpoints.get(ref) ?? []),
    },
    grow(ref, entries) {
      for (let n = 0; n < entries; n += 1) grow(commits, ref);
      checkpointer.moved(ref);
    },
    sinkIsAway: (is) => void (away = is),
    at: (to) => void (now = to),
    another: () => createCheckpointer(deps),
  };
}

function grow(commits: Map<string, StoredCommit[]>, ref: string): void {
  const before = commits.get(ref) ?? [];
  const seq = before.length + 1;
  const draft = { seq, at: seq, actor: 'p', command: null, commandId: `c${seq}`, events: [], notices: [] };
  const prevHash = before.at(-1)?.hash ?? '';
  const commit: Commit = { ...draft, ref, prevHash, hash: hashCommit(draft, ref, prevHash), schema: 1 };
  commits.set(ref, [...before, { _id: `${ref}:${seq}`, ...commit }]);
}

const repositoryOf = (commits: Proof['commits'], checkpoints: Proof['checkpoints']): CheckpointRepository => ({
  latest: (ref) => Promise.resolve(checkpoints.get(ref)?.at(-1) ?? null),
  add(checkpoint) {
    const there = checkpoints.get(checkpoint.ref) ?? [];
    const taken = there.some((one) => one.previous === checkpoint.previous || one.seq === checkpoint.seq);
    if (!taken) checkpoints.set(checkpoint.ref, [...there, checkpoint]);
    return Promise.resolve(!taken);
  },
  behind: () =>
    Promise.resolve([...commits].filter(([ref, all]) => checkpoints.get(ref)?.at(-1)?.seq !== all.at(-1)?.seq).map(([ref]) => ref)),
  newest: () =>
    Promise.resolve(
      [...commits.keys()].sort().flatMap((ref) => {
        const last = checkpoints.get(ref)?.at(-1);
        return last ? [last] : [];
      }),
    ),
});

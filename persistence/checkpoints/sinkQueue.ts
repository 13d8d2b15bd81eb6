import type { Checkpoint } from '../contract';
import { canonicalJson } from '../hash';
import type { CheckpointerDeps } from './checkpointer';

/** Beyond this many lines the oldest wait no longer: the next checkpoint of the whole record stands for them. */
const MOST_WAITING = 10_000;
const DAY_CHARS = 10;

/** Checkpoints on their way to the sink, in order. */
export interface SinkQueue {
  add(checkpoint: Checkpoint): void;
  /** Appends what waits; where the sink is away, tells so once a day and keeps it. */
  send(): Promise<void>;
  /** True after lines were lost, or the sink was away: the sink then needs a checkpoint of the whole record. */
  hasGap(): boolean;
  closeGap(): void;
}

/** A queue over a sink that may be away. */
export function createSinkQueue({
  sink,
  tasks,
  log,
  wallClock,
}: Pick<CheckpointerDeps, 'sink' | 'tasks' | 'log' | 'wallClock'>): SinkQueue {
  let waiting: readonly string[] = [];
  let gap = false;
  async function announce(error: unknown): Promise<void> {
    gap = true;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    log.error({ waiting: waiting.length, code }, 'the sink of checkpoints is away; cases go on');
    const day = new Date(wallClock()).toISOString().slice(0, DAY_CHARS);
    const detail = `checkpoints cannot be written outside the database (${code}); see MARM_CHECKPOINT_SINK`;
    await tasks
      .raise({ id: `checkpoint-sink:${day}`, kind: 'CHECKPOINT_SINK_AWAY', ref: '-', detail, now: wallClock() })
      .catch(() => undefined);
  }
  return {
    add(checkpoint) {
      gap ||= waiting.length >= MOST_WAITING;
      waiting = [...waiting, canonicalJson(checkpoint)].slice(-MOST_WAITING);
    },
    async send() {
      if (waiting.length === 0) return;
      const sending = waiting;
      try {
        await sink.append(sending);
        waiting = waiting.slice(sending.length);
      } catch (error) {
        await announce(error);
      }
    },
    hasGap: () => gap && waiting.length === 0,
    closeGap() {
      gap = false;
    },
  };
}

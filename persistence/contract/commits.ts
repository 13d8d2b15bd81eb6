import type { CommitDraft } from '../../activities/contract';

/** A commit as stored: the draft, its case, its place in the hash chain. */
export interface Commit extends CommitDraft {
  readonly ref: string;
  readonly prevHash: string;
  readonly hash: string;
  readonly schema: number;
}

/** Insert-only store of steps; the one transaction of the engine. */
export interface CommitRepository {
  /** `inserted` also when the same commit stood there already; `conflict` when another one does, or the command is known under another seq. */
  insert(commit: Commit): Promise<'inserted' | 'conflict'>;
  find(ref: string, seq: number): Promise<Commit | null>;
  findByCommand(ref: string, commandId: string): Promise<Commit | null>;
  /** All commits of a case in order of seq, from `fromSeq` (1 by default). */
  list(ref: string, fromSeq?: number): Promise<readonly Commit[]>;
}

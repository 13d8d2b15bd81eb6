import type { Commit } from './commits';

/** What a checkpoint says: where the hash chain of a case had come to, and by which links. */
export interface CheckpointBody {
  /** The case; `*` for the whole record. */
  readonly ref: string;
  /** The newest commit; for the whole record the number of the checkpoint. */
  readonly seq: number;
  /** Hash of that commit; for the whole record a hash over the heads of all cases. */
  readonly head: string;
  /** Hashes of the commits between the checkpoint before and this one, oldest first, so that the first bad one can be named. */
  readonly between: readonly string[];
  /** Of the whole record: every case with the seq of its newest checkpoint, by reference. */
  readonly covers?: readonly (readonly [ref: string, seq: number])[];
  /** When it was made, by the worker's clock in epoch ms. */
  readonly at: number;
  /** Digest of the checkpoint before it, of the same case; null for the first. */
  readonly previous: string | null;
}

/** A checkpoint as it is stored and as it stands in the sink: one line of JSON. */
export interface Checkpoint extends CheckpointBody {
  readonly keyId: string;
  /** Ed25519 over the canonical JSON of everything else, in base64. */
  readonly signature: string;
}

/** Insert-only store of checkpoints; each has one successor at most. */
export interface CheckpointRepository {
  latest(ref: string): Promise<Checkpoint | null>;
  /** False when another process has made the successor of the same checkpoint already. */
  add(checkpoint: Checkpoint): Promise<boolean>;
  /** Cases whose newest commit has no checkpoint. */
  behind(): Promise<readonly string[]>;
  /** The newest checkpoint of every case, by reference. */
  newest(): Promise<readonly Checkpoint[]>;
}

/** A place outside the database that checkpoints are also written to. */
export interface CheckpointSink {
  /** Adds lines in order, durable when it returns. @throws when the sink is away */
  append(lines: readonly string[]): Promise<void>;
}

/** A commit exactly as it is stored, with whatever else somebody may have put there. */
export type StoredCommit = Commit & { readonly _id: string };

/** The record as it is stored, for verifying it. Reads only. */
export interface RecordReader {
  /** Every case of which a commit or a checkpoint stands there, and `*` once the whole record has a checkpoint. */
  refs(): Promise<readonly string[]>;
  /** By seq. */
  commits(ref: string): Promise<readonly StoredCommit[]>;
  /** By seq; null where the record is read from somewhere that has none. */
  checkpoints(ref: string): Promise<readonly Checkpoint[] | null>;
}

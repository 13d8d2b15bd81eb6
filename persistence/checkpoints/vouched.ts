import type { Checkpoint } from '../contract';

/** An entry of a case that a checkpoint vouches for; `hash` is null where it only says that the entry was there. */
export interface Vouched {
  readonly seq: number;
  readonly hash: string | null;
}

/** The entries that a checkpoint of a case vouches for, oldest first. */
export const vouchedBy = ({ seq, head, between }: Checkpoint): readonly Vouched[] => [
  ...between.map((hash, n) => ({ seq: seq - between.length + n, hash })),
  { seq, hash: head },
];

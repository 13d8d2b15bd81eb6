import type { Commit } from './contract';

/** The schema that commits are written with today. */
export const COMMIT_SCHEMA = 1;

/** From each older schema to the next one; a commit is never rewritten, only read anew. */
const UPCASTERS: Readonly<Record<number, (commit: Commit) => Commit>> = {};

/** A commit in today's shape. @throws Error for a commit of a newer build */
export function upcast(commit: Commit): Commit {
  if (commit.schema > COMMIT_SCHEMA)
    throw new Error(`commit ${commit.ref}:${commit.seq} has schema ${commit.schema}, newer than this build: run the newer one`);
  const up = UPCASTERS[commit.schema];
  return up ? upcast(up(commit)) : commit;
}

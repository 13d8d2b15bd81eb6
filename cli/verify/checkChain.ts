import { canonicalJson, COMMIT_SCHEMA, sha256 } from '../../persistence';
import type { StoredCommit } from '../../persistence';
import type { Finding } from './findings';

/** The first entry that does not fit into the hash chain of its case; null where all do. `commits` are ordered by seq, as they are stored. */
export function checkChain(ref: string, commits: readonly StoredCommit[]): Finding | null {
  for (const [n, commit] of commits.entries()) {
    const seq = n + 1;
    if (commit.seq !== seq) return { ref, seq, code: 'MISSING', detail: `the next entry is ${commit.seq}` };
    const wrong = changed(ref, commit);
    if (wrong !== null) return { ref, seq, code: 'EDITED', detail: wrong };
    const before = commits[n - 1];
    // This entry is whole and vouches for another one before it: that one was changed and stamped anew.
    if (before && commit.prevHash !== before.hash)
      return { ref, seq: before.seq, code: 'EDITED', detail: `entry ${seq} was chained to another one` };
    if (!before && commit.prevHash !== '') return { ref, seq, code: 'EDITED', detail: 'the first entry is chained to one before it' };
  }
  return null;
}

// Everything that is stored counts, also fields that the engine does not know; only the hash itself and how it is stored are left out.
function changed(ref: string, { _id, hash, schema, ...content }: StoredCommit): string | null {
  if (_id !== `${ref}:${content.seq}` || content.ref !== ref) return 'it stands under the name of another one';
  if (!Number.isInteger(schema) || schema < 1 || schema > COMMIT_SCHEMA) return 'its schema is not one of this build';
  return sha256(canonicalJson(content)) === hash ? null : 'its content does not give its hash';
}

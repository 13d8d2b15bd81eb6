import type { StoredCommit, Vouched } from '../../persistence';
import type { Finding } from './findings';

/**
 * The first entry that is not what genuine checkpoints vouch for; null where all are. It finds what the chain cannot show: entries taken from
 * its end, and a chain that was written anew.
 */
export function checkAgainst(ref: string, commits: readonly StoredCommit[], vouched: readonly Vouched[]): Finding | null {
  if (commits.length === 0 && vouched.length > 0)
    return { ref, seq: 1, code: 'CASE_GONE', detail: `checkpoints have ${Math.max(...vouched.map(({ seq }) => seq))} entries` };
  const stored = new Map(commits.map((commit) => [commit.seq, commit.hash] as const));
  const last = commits.at(-1)?.seq ?? 0;
  for (const { seq, hash } of [...vouched].sort((a, b) => a.seq - b.seq)) {
    if (seq > last) return { ref, seq: last + 1, code: 'TRUNCATED', detail: `checkpoints go on to ${furthest(vouched)}` };
    if (hash !== null && stored.has(seq) && stored.get(seq) !== hash)
      return { ref, seq, code: 'RESTAMPED', detail: 'its hash is not the one that was signed' };
  }
  return null;
}

const furthest = (vouched: readonly Vouched[]): number => Math.max(...vouched.map(({ seq }) => seq));

/** The earlier of two findings of one case; of two about the same entry the first one given. */
export const firstOf = (one: Finding | null, other: Finding | null): Finding | null =>
  one && other ? ((other.seq ?? 0) < (one.seq ?? 0) ? other : one) : (one ?? other);

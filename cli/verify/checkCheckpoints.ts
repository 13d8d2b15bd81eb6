import type { KeyObject } from 'node:crypto';
import { digestOf, isGenuine } from '../../persistence';
import type { Checkpoint } from '../../persistence';
import type { Finding } from './findings';

/** Checkpoints of one case, or of the whole record, from both places; null where a place is not looked at. */
export interface Kept {
  readonly ref: string;
  readonly database: readonly Checkpoint[] | null;
  readonly sink: readonly Checkpoint[] | null;
}

export interface CheckpointsChecked {
  readonly genuine: readonly Checkpoint[];
  readonly findings: readonly Finding[];
}

/** A checkpoint stands in the database a moment before it stands in the sink. */
const ON_THE_WAY_MS = 60_000;

/**
 * Which checkpoints are genuine, and what is wrong with the others or missing.
 * @param coveredInSink the newest entry that checkpoints of the whole record in the sink have of this case; 0 for none
 */
export function checkCheckpoints(
  { ref, database, sink }: Kept,
  keys: readonly KeyObject[],
  coveredInSink: number,
  now: number,
): CheckpointsChecked {
  const places = [...(database ?? []).map((one) => ({ one, where: 'database' })), ...(sink ?? []).map((one) => ({ one, where: 'sink' }))];
  const isOurs = (one: Checkpoint): boolean => isGenuine(one, keys);
  const forged = places
    .filter(({ one }) => !isOurs(one))
    .map(({ one, where }): Finding => ({ ref, seq: one.seq, code: 'CHECKPOINT_FORGED', detail: `key ${one.keyId}, in the ${where}` }));
  const inDatabase = (database ?? []).filter(isOurs);
  const inSink = (sink ?? []).filter(isOurs);
  const missing = database ? [...missingInDatabase(inDatabase, inSink), ...withoutPredecessor(inDatabase, inSink)] : [];
  const unsunk = database && sink ? missingInSink(ref, inDatabase, inSink, coveredInSink, now) : [];
  return { genuine: [...inDatabase, ...inSink], findings: [...forged, ...missing, ...unsunk] };
}

function missingInDatabase(database: readonly Checkpoint[], sink: readonly Checkpoint[]): readonly Finding[] {
  const known = new Set(database.map(digestOf));
  return firstFew(
    sink
      .filter((one) => !known.has(digestOf(one)))
      .map(({ ref, seq }) => ({ ref, seq, code: 'CHECKPOINT_GONE', detail: 'the sink has it, the database does not' })),
  );
}

function withoutPredecessor(database: readonly Checkpoint[], sink: readonly Checkpoint[]): readonly Finding[] {
  const known = new Set([...database, ...sink].map(digestOf));
  return firstFew(
    database
      .filter(({ previous }) => previous !== null && !known.has(previous))
      .map(({ ref, seq }) => ({ ref, seq, code: 'CHECKPOINT_GONE', detail: 'the one before this one is in neither place' })),
  );
}

// While the sink is away cases go on; what it missed is made good by the next line of the case or of the whole record.
function missingInSink(
  ref: string,
  database: readonly Checkpoint[],
  sink: readonly Checkpoint[],
  covered: number,
  now: number,
): readonly Finding[] {
  const furthest = Math.max(covered, ...sink.map(({ seq }) => seq), 0);
  const behind = database.filter(({ seq, at }) => seq > furthest && now - at > ON_THE_WAY_MS);
  return firstFew(behind.map(({ seq }) => ({ ref, seq, code: 'NOT_IN_SINK', detail: `the sink has it up to ${furthest}` })));
}

// One line tells it; the rest follows from the same cause.
const firstFew = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0)).slice(0, 1);

import type { KeyObject } from 'node:crypto';
import { headOfAll, isGenuine, vouchedBy, WHOLE_RECORD } from '../../persistence';
import type { Checkpoint, RecordReader } from '../../persistence';
import { checkAgainst, firstOf } from './checkAgainst';
import { checkChain } from './checkChain';
import { checkCheckpoints } from './checkCheckpoints';
import type { SinkRead } from './files';
import type { Finding } from './findings';

export interface VerifyInput {
  readonly record: RecordReader;
  /** Null where no sink is looked at. */
  readonly sink: SinkRead | null;
  readonly keys: readonly KeyObject[];
  /** One case; null for all. */
  readonly ref: string | null;
  /** Epoch ms. */
  readonly now: number;
}

export interface Verified {
  readonly cases: number;
  readonly entries: number;
  readonly checkpoints: number;
  /** Entries that no checkpoint vouches for yet, by case: the newest ones of a living case, for a few seconds. */
  readonly uncovered: readonly { readonly ref: string; readonly from: number }[];
  readonly findings: readonly Finding[];
}

/** What the checkpoints of the whole record say: the newest entry that they have of each case, in both places and in the sink alone. */
interface Whole {
  readonly genuine: readonly Checkpoint[];
  readonly findings: readonly Finding[];
  readonly covered: ReadonlyMap<string, number>;
  readonly coveredInSink: ReadonlyMap<string, number>;
}

/** Verifies one case or all of them: the chain, what checkpoints in the database and in the sink vouch for, and the whole record. */
export async function verifyRecord(input: VerifyInput): Promise<Verified> {
  const whole = await checkWhole(input);
  const found: CaseVerified[] = [];
  for (const ref of await refsOf(input, whole)) found.push(await verifyCase(input, whole, ref));
  const findings = found.flatMap((one) => one.findings);
  const differs = input.ref === null && findings.length === 0 ? await checkHeads(input.record, whole) : [];
  return {
    cases: found.length,
    entries: sum(found.map(({ entries }) => entries)),
    checkpoints: sum(found.map(({ checkpoints }) => checkpoints)) + whole.genuine.length,
    uncovered: found.flatMap(({ ref, entries, vouchedTo }) => (entries > vouchedTo ? [{ ref, from: vouchedTo + 1 }] : [])),
    findings: [...(input.sink?.findings ?? []), ...whole.findings, ...findings, ...differs],
  };
}

interface CaseVerified {
  readonly ref: string;
  readonly entries: number;
  readonly checkpoints: number;
  readonly vouchedTo: number;
  readonly findings: readonly Finding[];
}

async function verifyCase({ record, sink, keys, now }: VerifyInput, whole: Whole, ref: string): Promise<CaseVerified> {
  const commits = await record.commits(ref);
  const kept = { ref, database: await record.checkpoints(ref), sink: sink && (sink.checkpoints.get(ref) ?? []) };
  const { genuine, findings } = checkCheckpoints(kept, keys, whole.coveredInSink.get(ref) ?? 0, now);
  const covered = whole.covered.get(ref) ?? 0;
  const vouched = [...genuine.flatMap(vouchedBy), ...(covered > 0 ? [{ seq: covered, hash: null }] : [])];
  const broken = firstOf(checkChain(ref, commits), checkAgainst(ref, commits, vouched));
  const vouchedTo = Math.max(0, ...vouched.map(({ seq }) => seq));
  return { ref, entries: commits.length, checkpoints: genuine.length, vouchedTo, findings: [...(broken ? [broken] : []), ...findings] };
}

async function checkWhole({ record, sink, keys, now }: VerifyInput): Promise<Whole> {
  const kept = {
    ref: WHOLE_RECORD,
    database: await record.checkpoints(WHOLE_RECORD),
    sink: sink && (sink.checkpoints.get(WHOLE_RECORD) ?? []),
  };
  const checked = checkCheckpoints(kept, keys, 0, now);
  const inSink = (kept.sink ?? []).filter((one) => isGenuine(one, keys));
  return { ...checked, covered: coverageOf(checked.genuine), coveredInSink: coverageOf(inSink) };
}

// A case that was taken away altogether is still named by its checkpoints, and by those of the whole record.
async function refsOf({ record, sink, ref }: VerifyInput, whole: Whole): Promise<readonly string[]> {
  if (ref !== null) return [ref];
  const all = new Set([...(await record.refs()), ...(sink?.checkpoints.keys() ?? []), ...whole.covered.keys()]);
  all.delete(WHOLE_RECORD);
  return [...all].sort();
}

function coverageOf(whole: readonly Checkpoint[]): ReadonlyMap<string, number> {
  const covered = new Map<string, number>();
  for (const { covers = [] } of whole) for (const [ref, seq] of covers) covered.set(ref, Math.max(seq, covered.get(ref) ?? 0));
  return covered;
}

async function checkHeads(record: RecordReader, { genuine }: Whole): Promise<readonly Finding[]> {
  const last = genuine.reduce<Checkpoint | null>((newest, one) => (newest && newest.seq >= one.seq ? newest : one), null);
  if (!last) return [];
  const heads: (readonly [string, number, string])[] = [];
  for (const [ref, seq] of last.covers ?? [])
    heads.push([ref, seq, (await record.commits(ref)).find((one) => one.seq === seq)?.hash ?? '']);
  return headOfAll(heads) === last.head
    ? []
    : [{ ref: WHOLE_RECORD, seq: last.seq, code: 'WHOLE_RECORD_DIFFERS', detail: `${heads.length} cases` }];
}

const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);

import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  canonicalJson,
  connectMongo,
  createCheckpointer,
  createFileSink,
  createRepositories,
  passingKeys,
  setUpDatabase,
  sha256,
} from '../../persistence';
import type { MongoConnection, StoredCommit } from '../../persistence';

type Doc = Record<string, unknown> & { readonly _id: string };
const KEPT = ['commits', 'checkpoints', 'cases'] as const;

/** A copy of the record of some cases in a database of its own, with checkpoints and a sink, that a test may spoil. */
export interface RecordCopy {
  readonly uri: string;
  readonly dbName: string;
  readonly sink: string;
  /** Public key in PEM. */
  readonly key: string;
  readonly main: MongoConnection['main'];
  /** What stands in a collection for a case, by seq. */
  docs(collection: 'commits' | 'checkpoints', ref: string): Promise<readonly Doc[]>;
  /** Puts everything back as it was. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** Copies cases out of a running engine and checkpoints them: first the entries up to `first`, then the rest, then the whole record. */
export async function copyRecord(from: MongoConnection, uri: string, refs: readonly string[], first: number): Promise<RecordCopy> {
  const folder = mkdtempSync(join(tmpdir(), 'marm-copy-'));
  const [sink, key] = [join(folder, 'checkpoints.jsonl'), join(folder, 'key.pem')];
  const dbName = `marm_copy_${process.pid}`;
  const copy = await connectMongo(uri, dbName);
  await copy.main.dropDatabase();
  await setUpDatabase(copy);
  const pair = generateKeyPairSync('ed25519');
  writeFileSync(key, pair.publicKey.export({ type: 'spki', format: 'pem' }));
  const repositories = createRepositories(copy, passingKeys());
  const checkpointer = createCheckpointer({
    ...repositories,
    key: pair.privateKey,
    sink: createFileSink(sink),
    log: { error: () => undefined },
    wallClock: () => Date.now() - 600_000,
  });
  const commits = await from.main
    .collection<Doc>('commits')
    .find({ ref: { $in: [...refs] } })
    .toArray();
  const cases = await from.main
    .collection<Doc>('cases')
    .find({ _id: { $in: [...refs] } })
    .toArray();
  for (const some of [commits.filter((one) => Number(one['seq']) <= first), commits.filter((one) => Number(one['seq']) > first)]) {
    await copy.main.collection<Doc>('commits').insertMany(some);
    for (const ref of refs) checkpointer.moved(ref);
    await checkpointer.pass();
  }
  await copy.main.collection<Doc>('cases').insertMany(cases);
  await checkpointer.wholeRecord(0);
  const lines = readFileSync(sink, 'utf8');
  const kept = new Map<string, Doc[]>();
  for (const name of KEPT) kept.set(name, await copy.main.collection<Doc>(name).find().toArray());
  return {
    uri,
    dbName,
    sink,
    key,
    main: copy.main,
    docs: (collection, ref) => copy.main.collection<Doc>(collection).find({ ref }).sort({ seq: 1 }).toArray(),
    async restore() {
      writeFileSync(sink, lines);
      for (const [name, docs] of kept) {
        await copy.main.collection<Doc>(name).deleteMany({});
        await copy.main.collection<Doc>(name).insertMany(docs);
      }
    },
    async close() {
      await copy.main.dropDatabase();
      await copy.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What an attacker does who knows how the chain is made: from an entry on, every hash is made anew. */
export function restamped(commits: readonly StoredCommit[], fromSeq: number, change: object): readonly StoredCommit[] {
  const done: StoredCommit[] = [];
  for (const commit of commits) {
    const { _id, hash, schema, ...content } = commit.seq === fromSeq ? { ...commit, ...change } : commit;
    const next = { ...content, prevHash: done.at(-1)?.hash ?? '' };
    done.push({ ...next, _id, schema, hash: commit.seq < fromSeq ? hash : sha256(canonicalJson(next)) });
  }
  return done;
}

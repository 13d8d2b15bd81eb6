import { existsSync } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import { connectMongo, readPublicKey, recordReaderOf } from '../../persistence';
import { CliError } from '../client';
import { readCommits, readSink } from './files';
import type { SinkRead } from './files';
import type { VerifyOptions } from './verifyCommand';
import { verifyRecord } from './verifyRecord';
import type { Verified } from './verifyRecord';

interface ProofFiles {
  readonly key: string;
  readonly sink: string;
}

/** Where the record is; the database of the engine if none is named. */
interface RecordAt {
  readonly mongo: string;
  readonly database?: string;
}

/** Verifies the record as the options say. @throws CliError where a key or a named file is missing */
export async function runVerify(at: RecordAt, files: ProofFiles, ref: string | null, options: VerifyOptions): Promise<Verified> {
  const base = { keys: keysOf(options.key ?? [files.key]), sink: await sinkOf(files.sink, options.checkpoints), ref, now: Date.now() };
  if (options.commits !== undefined) {
    const { record, findings } = await readCommits(options.commits);
    return withMore(await verifyRecord({ ...base, record }), findings);
  }
  const connection = await connectMongo(at.mongo, at.database);
  try {
    return await verifyRecord({ ...base, record: recordReaderOf(connection) });
  } finally {
    await connection.close();
  }
}

const withMore = (verified: Verified, findings: Verified['findings']): Verified => ({
  ...verified,
  findings: [...findings, ...verified.findings],
});

function keysOf(files: readonly string[]): readonly KeyObject[] {
  return files.map((file) => {
    try {
      return readPublicKey(file);
    } catch {
      throw new CliError(`${file} holds no Ed25519 key in PEM. Print the key of the engine with: marm ops checkpoint-key`);
    }
  });
}

// A sink that is named must be there; that of the settings may never have been written.
async function sinkOf(byDefault: string, named: string | undefined): Promise<SinkRead | null> {
  if (named !== undefined) return readSink(named);
  return existsSync(byDefault) ? readSink(byDefault) : null;
}

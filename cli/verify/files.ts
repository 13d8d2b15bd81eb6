import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Checkpoint, RecordReader, StoredCommit } from '../../persistence';
import { CliError } from '../client';
import type { Finding } from './findings';

/** What stands in a sink, by reference, and what in it cannot be read. */
export interface SinkRead {
  readonly checkpoints: ReadonlyMap<string, readonly Checkpoint[]>;
  readonly findings: readonly Finding[];
}

/** Reads a sink: one checkpoint a line. @throws CliError where there is no such file */
export async function readSink(file: string): Promise<SinkRead> {
  const { groups, findings } = await readLines<Checkpoint>(file, ['ref', 'seq', 'head', 'signature']);
  return { checkpoints: groups, findings };
}

/** Reads exported commits, one document of the collection a line, such as `mongoexport` writes them. @throws CliError where there is no such file */
export async function readCommits(file: string): Promise<{ readonly record: RecordReader; readonly findings: readonly Finding[] }> {
  const { groups, findings } = await readLines<StoredCommit>(file, ['ref', 'seq', 'hash']);
  const record: RecordReader = {
    refs: () => Promise.resolve([...groups.keys()].sort()),
    commits: (ref) => Promise.resolve([...(groups.get(ref) ?? [])].sort((a, b) => a.seq - b.seq)),
    checkpoints: () => Promise.resolve(null),
  };
  return { record, findings };
}

async function readLines<T extends { readonly ref: string }>(file: string, needed: readonly string[]) {
  if (!existsSync(file)) throw new CliError(`${file}: there is no such file.`);
  const groups = new Map<string, T[]>();
  const findings: Finding[] = [];
  let n = 0;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    n += 1;
    const read = parse(line);
    if (needed.every((name) => name in read)) {
      const one = read as T;
      const group = groups.get(one.ref);
      if (group) group.push(one);
      else groups.set(one.ref, [one]);
    } else findings.push({ ref: file, seq: null, code: 'LINE_UNREADABLE', detail: `line ${n}` });
  }
  return { groups, findings };
}

function parse(line: string): object {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

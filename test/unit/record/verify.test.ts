import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readSink } from '../../../cli/verify/files';
import { toLine } from '../../../cli/verify/findings';
import { verifyRecord } from '../../../cli/verify/verifyRecord';
import type { Checkpoint } from '../../../persistence';
import { newProof } from '../../support/proof';
import type { Proof } from '../../support/proof';

const NOW = 1_900_000_000_000;

/** Two cases, checkpointed together with the whole record. */
async function record(): Promise<Proof> {
  const proof = newProof();
  proof.grow('AAAA', 4);
  proof.grow('BBBB', 2);
  await proof.checkpointer.pass();
  await proof.checkpointer.wholeRecord(0);
  return proof;
}
const sinkOf = (proof: Proof) => {
  const checkpoints = new Map<string, Checkpoint[]>();
  for (const line of proof.lines) {
    const one = JSON.parse(line) as Checkpoint;
    checkpoints.set(one.ref, [...(checkpoints.get(one.ref) ?? []), one]);
  }
  return { checkpoints, findings: [] };
};
async function found(proof: Proof, more: object = {}): Promise<readonly string[]> {
  const { findings } = await verifyRecord({ record: proof.reader, sink: sinkOf(proof), keys: [proof.key], ref: null, now: NOW, ...more });
  return findings.map(({ ref, seq, code }) => `${ref} ${String(seq)} ${code}`);
}
const spoil = (proof: Proof, seq: number, change: object): void => {
  proof.commits.set(
    'AAAA',
    (proof.commits.get('AAAA') ?? []).map((one) => (one.seq === seq ? { ...one, ...change } : one)),
  );
};

describe('given a record that nobody has changed', () => {
  it('then all of it holds', async () => {
    expect(await found(await record())).toEqual([]);
  });
  it('when it has grown since, then what has no checkpoint yet is told, and is no finding', async () => {
    const proof = await record();
    proof.grow('AAAA', 2);
    const verified = await verifyRecord({ record: proof.reader, sink: sinkOf(proof), keys: [proof.key], ref: null, now: NOW });
    expect([verified.findings, verified.uncovered]).toEqual([[], [{ ref: 'AAAA', from: 5 }]]);
  });
});

describe('given an entry that somebody has touched', () => {
  it.each<readonly [string, object]>([
    ['a field was added', { note: 'x' }],
    ['its schema was raised', { schema: 99 }],
    ['it was put under another name', { _id: 'BBBB:3' }],
    ['it was put into another case', { ref: 'BBBB' }],
    ['what happened was replaced', { events: [{ type: 'X' }] }],
  ])('when %s, then it is named', async (_what, change) => {
    const proof = await record();
    spoil(proof, 3, change);
    expect(await found(proof)).toEqual(['AAAA 3 EDITED']);
  });
});

describe('given checkpoints that somebody has touched', () => {
  it('when one says something else than was signed, then it is forged', async () => {
    const proof = await record();
    const [first] = proof.checkpoints.get('AAAA') ?? [];
    proof.checkpoints.set('AAAA', [{ ...first!, head: 'another' }]);
    expect(await found(proof)).toEqual(['AAAA 4 CHECKPOINT_FORGED', 'AAAA 4 CHECKPOINT_GONE']);
  });
  it('when the key is not known, then nothing is vouched for', async () => {
    const proof = await record();
    expect((await found(proof, { keys: [newProof().key] })).every((one) => one.endsWith('CHECKPOINT_FORGED'))).toBe(true);
  });
  it('when the one in the middle is taken out of both places, then the next one tells', async () => {
    const proof = await record();
    for (let n = 0; n < 2; n += 1) {
      proof.grow('AAAA', 1);
      await proof.checkpointer.pass();
    }
    proof.checkpoints.set(
      'AAAA',
      (proof.checkpoints.get('AAAA') ?? []).filter(({ seq }) => seq !== 5),
    );
    proof.lines.splice(3, 1);
    expect(await found(proof)).toEqual(['AAAA 6 CHECKPOINT_GONE']);
  });
  it('when a line of its own checkpoints never reached the sink, then that of the whole record still tells of a case that is gone', async () => {
    const proof = await record();
    const whole = proof.lines.filter((line) => line.includes('"ref":"*"'));
    proof.lines.splice(0, proof.lines.length, ...whole);
    for (const kept of [proof.commits, proof.checkpoints]) kept.delete('BBBB');
    expect(await found(proof)).toEqual(['BBBB 1 CASE_GONE']);
  });
  it('when the sink was away, then a later line of the whole record makes good for it', async () => {
    const proof = await record();
    proof.lines.splice(0, 2);
    expect((await found(proof)).filter((one) => one.includes('NOT_IN_SINK'))).toEqual([]);
    proof.lines.splice(0, 1);
    expect(await found(proof)).toContain('AAAA 4 NOT_IN_SINK');
  });
  it('when one has only just been written, then it may still be on its way to the sink', async () => {
    const proof = await record();
    proof.lines.splice(0);
    expect(await found(proof, { now: 1_800_000_000_000 + 1_000 })).toEqual([]);
  });
});

describe('given what verifying says', () => {
  it('then a line names the place, what it means and what to do', () => {
    expect(toLine({ ref: 'AAAA', seq: 3, code: 'TRUNCATED', detail: 'checkpoints go on to 7' })).toMatch(
      /^AAAA seq 3: TRUNCATED, .*\(checkpoints go on to 7\)\. To do: .*verify-the-record\.md.*\.$/,
    );
  });
  it('then a line of the sink that nobody can read is named', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'marm-sink-')), 'sink.jsonl');
    writeFileSync(file, '{"ref":"AAAA","seq":1,"head":"h","signature":"s"}\nnot json\n');
    const { checkpoints, findings } = await readSink(file);
    expect([checkpoints.get('AAAA')?.length, findings.map(({ detail }) => detail)]).toEqual([1, ['line 2']]);
  });
});

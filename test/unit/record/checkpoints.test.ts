import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createFileSink, keyIdOf, publicPem, readCheckpointKey, readOrMakeCheckpointKey, readPublicKey } from '../../../persistence';
import type { Checkpoint } from '../../../persistence';
import { digestOf, isGenuine } from '../../../persistence/checkpoints/signing';
import { newProof } from '../../support/proof';

const DAY_MS = 86_400_000;
const parsed = (lines: readonly string[]): readonly Checkpoint[] => lines.map((line) => JSON.parse(line) as Checkpoint);
const places = (lines: readonly string[]): readonly string[] => parsed(lines).map(({ ref, seq }) => `${ref}:${seq}`);

describe('given cases whose record has grown', () => {
  it('when a pass comes, then each has a signed checkpoint, in both places, with every hash since the one before', async () => {
    const proof = newProof();
    proof.grow('AAAA', 1);
    await proof.checkpointer.pass();
    proof.grow('AAAA', 3);
    proof.grow('BBBB', 2);
    await proof.checkpointer.pass();
    expect(places(proof.lines)).toEqual(['AAAA:1', 'AAAA:4', 'BBBB:2']);
    const [first, second] = proof.checkpoints.get('AAAA') ?? [];
    const hashes = proof.commits.get('AAAA')?.map(({ hash }) => hash) ?? [];
    expect([...(second?.between ?? []), second?.head]).toEqual(hashes.slice(1));
    expect(second?.previous).toBe(digestOf(first!));
    expect(parsed(proof.lines).every((one) => isGenuine(one, [proof.key]))).toBe(true);
  });
  it('when nothing has grown since, then a pass writes nothing', async () => {
    const proof = newProof();
    proof.grow('AAAA', 1);
    await proof.checkpointer.pass();
    proof.checkpointer.moved('AAAA');
    await proof.checkpointer.pass();
    expect(proof.lines.length).toBe(1);
  });
  it('when the worker that knew of them has died, then another one finds them', async () => {
    const proof = newProof();
    proof.grow('AAAA', 2);
    const next = proof.another();
    await next.findMoved();
    await next.pass();
    expect(places(proof.lines)).toEqual(['AAAA:2']);
  });
  it('when two workers checkpoint one case at once, then its checkpoints stay in one line', async () => {
    const proof = newProof();
    proof.grow('AAAA', 2);
    const next = proof.another();
    next.moved('AAAA');
    await Promise.all([proof.checkpointer.pass(), next.pass()]);
    await Promise.all([proof.checkpointer.pass(), next.pass()]);
    expect(proof.checkpoints.get('AAAA')?.length).toBe(1);
    expect(proof.lines.length).toBe(1);
  });
});

describe('given a sink that is away', () => {
  it('then cases get their checkpoints in the database, and a task says so, once a day', async () => {
    const proof = newProof();
    proof.sinkIsAway(true);
    for (let n = 0; n < 3; n += 1) {
      proof.grow('AAAA', 1);
      await proof.checkpointer.pass();
    }
    expect(proof.checkpoints.get('AAAA')?.length).toBe(3);
    expect(new Set(proof.tasks.map(({ id }) => id)).size).toBe(1);
    expect(proof.tasks[0]?.kind).toBe('CHECKPOINT_SINK_AWAY');
  });
  it('when it is back, then it gets what it missed, and a checkpoint of the whole record', async () => {
    const proof = newProof();
    proof.grow('AAAA', 1);
    await proof.checkpointer.pass();
    await proof.checkpointer.wholeRecord(DAY_MS);
    proof.sinkIsAway(true);
    proof.grow('AAAA', 1);
    await proof.checkpointer.pass();
    await proof.checkpointer.wholeRecord(DAY_MS);
    proof.sinkIsAway(false);
    await proof.checkpointer.pass();
    await proof.checkpointer.wholeRecord(DAY_MS);
    expect(places(proof.lines)).toEqual(['AAAA:1', '*:1', 'AAAA:2', '*:2']);
    await proof.checkpointer.wholeRecord(DAY_MS);
    expect(proof.lines.length).toBe(4);
  });
});

describe('given a record that somebody has changed', () => {
  it('when entries before the last checkpoint were written anew, then what follows is not signed, and a task names the case', async () => {
    const proof = newProof();
    proof.grow('AAAA', 2);
    await proof.checkpointer.pass();
    const [one, two] = proof.commits.get('AAAA') ?? [];
    proof.commits.set('AAAA', [one!, { ...two!, hash: 'another' }]);
    proof.grow('AAAA', 1);
    await proof.checkpointer.pass();
    expect(proof.tasks).toMatchObject([{ kind: 'RECORD_BROKEN', ref: 'AAAA' }]);
    expect(places(proof.lines)).toEqual(['AAAA:2']);
  });
  it('when a whole case is gone, then the next checkpoint of the whole record notices', async () => {
    const proof = newProof();
    proof.grow('AAAA', 1);
    proof.grow('BBBB', 1);
    await proof.checkpointer.pass();
    await proof.checkpointer.wholeRecord(DAY_MS);
    proof.commits.delete('BBBB');
    proof.checkpoints.delete('BBBB');
    proof.at(1_800_000_000_000 + DAY_MS);
    await proof.checkpointer.wholeRecord(DAY_MS);
    expect(proof.tasks).toMatchObject([{ kind: 'RECORD_BROKEN', ref: 'BBBB' }]);
  });
});

describe('given the files of the proof', () => {
  const folder = mkdtempSync(join(tmpdir(), 'marm-proof-'));
  it('then the key is made once, and its public half verifies', () => {
    const file = join(folder, 'keys', 'checkpoint.pem');
    const made = readOrMakeCheckpointKey(file);
    expect(keyIdOf(readOrMakeCheckpointKey(file))).toBe(keyIdOf(made));
    expect(readFileSync(file, 'utf8')).toContain('PRIVATE KEY');
    expect(publicPem(made)).not.toContain('PRIVATE');
    expect(keyIdOf(readPublicKey(file))).toBe(keyIdOf(made));
  });
  it('when the key is missing or of another kind, then one line names the setting', () => {
    expect(() => readCheckpointKey(join(folder, 'missing'))).toThrow(/^Setting MARM_CHECKPOINT_KEY_FILE: there is no file/);
    expect(() => readCheckpointKey(__filename)).toThrow(/^Setting MARM_CHECKPOINT_KEY_FILE: .*Ed25519/);
  });
  it('then the sink is only ever added to', async () => {
    const file = join(folder, 'sink.jsonl');
    await createFileSink(file).append(['one']);
    await createFileSink(file).append(['two', 'three']);
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\nthree\n');
  });
  it('when its folder is not there, then it is not made', async () => {
    const gone = join(folder, 'not-mounted');
    await expect(createFileSink(join(gone, 'sink.jsonl')).append(['one'])).rejects.toThrow();
    expect(existsSync(gone)).toBe(false);
  });
});

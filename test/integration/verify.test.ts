import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runVerify } from '../../cli/verify/runVerify';
import { connectMongo } from '../../persistence';
import type { Checkpoint, MongoConnection, StoredCommit } from '../../persistence';
import { signCheckpoint } from '../../persistence/checkpoints/signing';
import { callerOf, open, PEOPLE, referral } from '../support/api';
import { marm } from '../support/cli';
import { eventually } from '../support/eventually';
import { copyRecord, restamped } from '../support/recordCopy';
import type { RecordCopy } from '../support/recordCopy';
import { sharedStack } from '../support/stack';

const CHECKPOINTED_FIRST = 2;
let engine: MongoConnection;
let ref: string;
let other: string;
let copy: RecordCopy;

beforeAll(async () => {
  const coordinator = await callerOf(sharedStack(), PEOPLE.coordinator);
  const referrer = await callerOf(sharedStack(), PEOPLE.referrer);
  [ref, other] = [await open(referrer, referral()), await open(referrer, referral())];
  for (const id of ['a', 'b', 'c', 'd'])
    await coordinator.give(ref, 'add-action', { id, text: 'Synthetic.', service: 'svc-fire-safety', dueOn: '2027-05-01' });
  engine = await connectMongo(sharedStack().mongo);
  copy = await copyRecord(engine, sharedStack().mongo, [ref, other], CHECKPOINTED_FIRST);
});
afterAll(async () => {
  await copy.close();
  await engine.close();
});

const stored = async () => (await copy.docs('commits', ref)) as unknown as readonly StoredCommit[];
const put = async (commits: readonly StoredCommit[]) => {
  await copy.main.collection('commits').deleteMany({ ref });
  await copy.main.collection('commits').insertMany(commits as never);
};

/** What verifying the copy finds, as 'ref seq code'. */
async function found(withSink = true): Promise<readonly string[]> {
  const sink = withSink ? copy.sink : `${copy.sink}.none`;
  const { findings } = await runVerify({ mongo: copy.uri, database: copy.dbName }, { key: copy.key, sink }, null, {});
  return findings.map((one) => `${one.ref} ${String(one.seq)} ${one.code}`);
}

describe('given the record of real cases on a real database', () => {
  it('when nothing was changed, then all of it holds', async () => {
    expect(await found()).toEqual([]);
    expect((await stored()).length).toBe(5);
  });

  const DAMAGE: readonly (readonly [string, () => Promise<unknown>, () => readonly string[]])[] = [
    [
      'an entry is edited',
      () => copy.main.collection('commits').updateOne({ ref, seq: 3 }, { $set: { actor: 'p-somebody-else' } }),
      () => [`${ref} 3 EDITED`],
    ],
    ['an entry is taken out of the middle', () => copy.main.collection('commits').deleteOne({ ref, seq: 3 }), () => [`${ref} 3 MISSING`]],
    [
      'entries are taken from the end',
      () => copy.main.collection('commits').deleteMany({ ref, seq: { $gte: 4 } }),
      () => [`${ref} 4 TRUNCATED`],
    ],
    [
      'the chain is written anew from an entry on',
      async () => put(restamped(await stored(), 4, { actor: 'p-somebody-else' })),
      () => [`${ref} 4 RESTAMPED`],
    ],
    [
      'the case is taken away with its checkpoints',
      async () => {
        for (const name of ['commits', 'checkpoints']) await copy.main.collection(name).deleteMany({ ref });
        await copy.main.collection('cases').deleteOne({ _id: ref as never });
      },
      () => [`${ref} 1 CASE_GONE`, `${ref} 2 CHECKPOINT_GONE`],
    ],
    [
      'the chain is written anew and its checkpoints signed with another key',
      async () => {
        const forged = restamped(await stored(), 1, { actor: 'p-somebody-else' });
        await put(forged);
        const checkpoints = (await copy.docs('checkpoints', ref)) as unknown as readonly (Checkpoint & { _id: string })[];
        const { privateKey } = generateKeyPairSync('ed25519');
        await copy.main.collection('checkpoints').deleteMany({ ref });
        for (const { _id, keyId: _key, signature: _signature, ...body } of checkpoints) {
          const head = forged[body.seq - 1]?.hash ?? '';
          const between = body.between.map((_hash, n) => forged[body.seq - body.between.length + n - 1]?.hash ?? '');
          await copy.main
            .collection('checkpoints')
            .insertOne({ _id: _id as never, ...signCheckpoint({ ...body, head, between }, privateKey) });
        }
      },
      () => [`${ref} 1 RESTAMPED`, `${ref} 2 CHECKPOINT_FORGED`, `${ref} 5 CHECKPOINT_FORGED`, `${ref} 2 CHECKPOINT_GONE`],
    ],
  ];
  it.each(DAMAGE)('when %s, then the first bad entry is named', async (_what, damage, expected) => {
    await damage();
    expect(await found()).toEqual(expected());
    await copy.restore();
  });

  it('when the sink loses its newest lines, then that is told', async () => {
    const lines = readFileSync(copy.sink, 'utf8').split('\n');
    writeFileSync(copy.sink, lines.slice(0, 2).join('\n'));
    expect(await found()).toContain(`${ref} 5 NOT_IN_SINK`);
    await copy.restore();
  });
  it('when end and checkpoints are cut in the database alone, then only the sink tells', async () => {
    await copy.main.collection('commits').deleteMany({ ref, seq: { $gte: 4 } });
    await copy.main.collection('checkpoints').deleteMany({ $or: [{ ref, seq: { $gte: 4 } }, { ref: '*' }] });
    expect(await found(false)).toEqual([]);
    expect(await found()).toContain(`${ref} 4 TRUNCATED`);
    await copy.restore();
  });
});

describe('given the engine as it runs', () => {
  it('then each new entry of a case has a checkpoint within seconds, in the database and in the sink, and the case verifies', async () => {
    const { stateDir } = sharedStack();
    const inSink = () => readFileSync(`${stateDir}/checkpoints.jsonl`, 'utf8').includes(`"ref":"${ref}","seq":5`);
    await eventually(() => inSink(), 15_000);
    const { code, out, err } = await marm(stateDir, ['verify', ref]);
    expect([code, out, err]).toEqual([0, expect.stringMatching(/^1 cases, 5 entries, \d+ checkpoints read: all hold\.\n$/), '']);
  });
  it('when exported commits were edited, then it ends with 1, and one line says where and what to do', async () => {
    const { stateDir } = sharedStack();
    const file = `${copy.sink}.commits`;
    const spoiled = (await stored()).map((one) => (one.seq === 2 ? { ...one, at: one.at + 1 } : one));
    writeFileSync(file, spoiled.map((one) => JSON.stringify(one)).join('\n'));
    const args = ['verify', '--all', '--commits', file, '--checkpoints', copy.sink, '--key', copy.key];
    const { code, out } = await marm(stateDir, args);
    const line = out.split('\n').find((one) => one.startsWith(ref));
    expect([code, line]).toEqual([1, expect.stringMatching(/ seq 2: EDITED, .*To do: .*verify-the-record\.md/)]);
  });
  it('then the public key can be handed on', async () => {
    const { out } = await marm(sharedStack().stateDir, ['ops', 'checkpoint-key']);
    expect(out).toMatch(/^Key [0-9a-f]{16}\n-----BEGIN PUBLIC KEY-----/);
  });
});

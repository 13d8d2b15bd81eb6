import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KeysUnavailableError, VaultCorruptError, VaultErasedError } from '../../persistence';
import type { ErasureCertificate, Repositories } from '../../persistence';
import { addVersion } from '../../persistence/vault/keyFile';
import { openSealedStore } from '../support/sealedStore';
import type { SealedStore } from '../support/sealedStore';

let store: SealedStore;
let vault: Repositories['vault'];
beforeAll(async () => {
  store = await openSealedStore('marm_vault_test');
  ({ vault } = store.process());
});
afterAll(() => store.close());

let made = 0;
const put = (ref: string, field: string, about: 'PERSON' | 'THIRD_PARTY' = 'PERSON', from = vault): Promise<string> =>
  from.put({ ref, field, about, text: `${ref} ${field}`, commandId: `c${(made += 1)}`, now: 1 });
const entries = () => store.mongo.main.collection<Doc>('vault');
const keys = () => store.mongo.keys.collection<Doc>('case_keys');
interface Doc {
  _id: string;
  ref?: string;
  kek?: string;
  iv: string;
  tag: string;
  data?: string;
  wrapped?: string;
  quarantinedAt?: number;
}
const docOf = async (id: string): Promise<Doc> => (await entries().findOne({ _id: id }))!;
const keyOf = async (id: string): Promise<Doc> => (await keys().findOne({ _id: id }))!;
const sealedPart = ({ iv, tag, data = '' }: Doc) => ({ iv, tag, data });

describe('given sealed entries of several cases and fields', () => {
  it('when any two change places, then every one of them is found out and the rest stays readable', async () => {
    const places = ['SWAP-1', 'SWAP-2'].flatMap((ref) => [
      { ref, field: 'name', about: 'PERSON' as const },
      { ref, field: 'risks', about: 'PERSON' as const },
      { ref, field: 'household', about: 'THIRD_PARTY' as const },
    ]);
    const ids: string[] = [];
    for (const { ref, field, about } of places) ids.push(await put(ref, field, about));
    const docs = await Promise.all(ids.map(docOf));
    let found = 0;
    for (const [from, one] of docs.entries())
      for (const [to, other] of docs.entries())
        if (from !== to) {
          await entries().updateOne({ _id: other._id }, { $set: sealedPart(one) });
          await expect(vault.get(places[to]!.ref, other._id)).rejects.toThrow(VaultCorruptError);
          await entries().updateOne({ _id: other._id }, { $set: sealedPart(other) });
          found += 1;
        }
    expect(found).toBe(docs.length * (docs.length - 1));
    for (const [n, id] of ids.entries()) expect(await vault.get(places[n]!.ref, id)).toBe(`${places[n]!.ref} ${places[n]!.field}`);
  });
  it('when one is spoilt, then it is put aside with one task that says which, and never given out in part', async () => {
    const { vault: own, tasks } = store.process();
    const [spoilt, sound] = [await put('SPOILT-1', 'risks'), await put('SPOILT-1', 'name')];
    await entries().updateOne({ _id: spoilt }, { $set: { data: `AAAA${(await docOf(spoilt)).data!.slice(4)}` } });
    for (let n = 0; n < 2; n += 1) await expect(own.get('SPOILT-1', spoilt)).rejects.toThrow(VaultCorruptError);
    expect((await docOf(spoilt)).quarantinedAt).toBeGreaterThan(0);
    expect((await tasks.list()).filter(({ ref }) => ref === 'SPOILT-1')).toMatchObject([
      { kind: 'VAULT_UNREADABLE', detail: `risks, ${spoilt}: it does not open` },
    ]);
    expect(await own.get('SPOILT-1', sound)).toBe('SPOILT-1 name');
  });
  it('when the key of a case is another case’s, or gone, then nothing opens and there is one task for the case', async () => {
    const [a, b] = [await put('KEY-1', 'name'), await put('KEY-2', 'name')];
    const { _id, ...other } = await keyOf('KEY-1');
    await keys().updateOne({ _id: 'KEY-2' }, { $set: other });
    const { vault: own, tasks } = store.process();
    await expect(own.get('KEY-2', b)).rejects.toThrow(VaultCorruptError);
    await keys().deleteOne({ _id: 'KEY-1' });
    await expect(vault.get('KEY-1', a)).rejects.toThrow(VaultCorruptError);
    const raised = (await tasks.list()).filter(({ ref }) => ref.startsWith('KEY-'));
    expect(raised.map(({ id }) => id)).toEqual(['vault:KEY-1:key', 'vault:KEY-2:key']);
    await keys().deleteOne({ _id: 'KEY-2' });
  });
  it('when another case asks for one, then there is none', async () => {
    expect(await vault.get('SWAP-2', await put('SWAP-1', 'other'))).toBeNull();
  });
});

describe('given a new version of the key-encryption key', () => {
  it('when it is made while entries and drafts are written and read, then nothing fails and every key is under it', async () => {
    const processes = [store.process(), store.process(), store.process()];
    const before = await put('ROTATE-0', 'risks');
    // As they were before there were versions.
    await keys().updateMany({}, { $unset: { kek: '' } });
    let running = true;
    let done = 0;
    const work = async ({ vault: own, drafts }: Repositories, n: number): Promise<void> => {
      for (let m = 0; running || m < 4; m += 1) {
        const ref = `ROTATE-${n}-${m}`;
        expect(await own.get(ref, await put(ref, 'risks', m % 2 ? 'PERSON' : 'THIRD_PARTY', own))).toBe(`${ref} risks`);
        expect(await own.get('ROTATE-0', before)).toBe('ROTATE-0 risks');
        const saved = {
          id: `d-${n}-${m}`,
          author: 'p',
          profile: 'x',
          command: 'submitReferral',
          content: { m },
          commandId: 'c',
          now: 1,
        } as const;
        await drafts.create(saved);
        expect(await drafts.find(saved.id, 'p')).toMatchObject({ content: { m } });
        done += 1;
      }
    };
    const traffic = processes.map(work);
    const first = await store.rotation.rotate(1_000);
    const second = await store.rotation.rotate(2_000);
    running = false;
    await Promise.all(traffic);
    expect(done).toBeGreaterThanOrEqual(12);
    expect([first.unreadable, second.unreadable]).toEqual([[], []]);
    expect(second.current).not.toBe(first.current);
    const { wraps, current } = await store.rotation.standing();
    expect(Object.keys(wraps).length).toBe(4);
    expect({ current, unnamed: wraps['-'], older: wraps[first.current] }).toEqual({ current: second.current, unnamed: 0, older: 0 });
  });
  it('when it broke off, then it is brought to its end without another version', async () => {
    const { current } = addVersion(store.keyFile, 3_000);
    expect(await store.rotation.standing()).toMatchObject({ current, unfinished: true, wraps: { [current]: 0 } });
    const done = await store.rotation.rotate(4_000);
    expect(done.current).toBe(current);
    expect(done.rewrapped).toBeGreaterThan(0);
    expect((await store.rotation.standing()).unfinished).toBe(false);
  });
  it('when older versions wrap nothing, then they are taken out, but not within ten minutes; what is sealed opens on', async () => {
    expect((await store.rotation.retire({ at: 3_001, now: true })).wait).toMatch(/ten minutes/);
    const later = { at: 3_000 + 600_000, now: true };
    expect((await store.rotation.retire({ ...later, now: false })).versions).toHaveLength(3);
    expect(Object.keys((await store.rotation.standing()).wraps)).toHaveLength(5);
    expect((await store.rotation.retire(later)).wait).toBeNull();
    expect(Object.keys((await store.rotation.standing()).wraps)).toHaveLength(2);
    const { vault: own } = store.process();
    expect(await own.get('SWAP-1', await put('SWAP-1', 'after'))).toBe('SWAP-1 after');
  });
  it('when it is prepared first, then nothing is wrapped with it until the rotation, which takes that one', async () => {
    const prepared = await store.rotation.prepare();
    expect(await store.rotation.prepare()).toBe(prepared);
    expect(await store.rotation.standing()).toMatchObject({ prepared, unfinished: false, wraps: { [prepared ?? '']: 0 } });
    await put('PREPARE-1', 'risks');
    expect((await keyOf('PREPARE-1')).kek).not.toBe(prepared);
    expect((await store.rotation.retire({ at: 900_000_000, now: true })).versions).toEqual([]);
    expect((await store.rotation.rotate(4_500)).current).toBe(prepared);
  });
  it('when another machine went on with the older version, then the next rotation wraps its keys with the newest', async () => {
    const older = readFileSync(store.keyFile, 'utf8');
    const { current } = await store.rotation.rotate(4_600);
    const newest = readFileSync(store.keyFile, 'utf8');
    writeFileSync(store.keyFile, older);
    await put('MACHINE-1', 'risks', 'PERSON', store.process().vault);
    writeFileSync(store.keyFile, newest);
    expect(await store.rotation.rotate(4_700)).toMatchObject({ current, rewrapped: 1 });
  });
  it('when a key does not open with any version, then it is named and left, and nothing is taken out', async () => {
    await put('LOST-1', 'risks');
    const { tag } = await keyOf('LOST-1');
    await keys().updateOne({ _id: 'LOST-1' }, { $set: { tag: 'AAAAAAAAAAAAAAAAAAAAAA==' } });
    const { unreadable } = await store.rotation.rotate(5_000);
    expect(unreadable).toEqual(['LOST-1']);
    expect((await store.rotation.retire({ at: 10_000_000, now: true })).wait).toMatch(/not through/);
    await keys().updateOne({ _id: 'LOST-1' }, { $set: { tag } });
    expect((await store.rotation.rotate(6_000)).unreadable).toEqual([]);
  });
});

describe('given the key file is away', () => {
  it('then cases whose key is in memory are read on, new ones and other processes are told so, and all is well when it is back', async () => {
    const own = store.process();
    const id = await put('AWAY-1', 'risks', 'PERSON', own.vault);
    const fresh = store.process();
    renameSync(store.keyFile, `${store.keyFile}.away`);
    try {
      expect(await own.vault.get('AWAY-1', id)).toBe('AWAY-1 risks');
      expect(await own.vault.get('AWAY-1', await put('AWAY-1', 'more', 'PERSON', own.vault))).toBe('AWAY-1 more');
      await expect(put('AWAY-2', 'risks', 'PERSON', own.vault)).rejects.toThrow(KeysUnavailableError);
      await expect(fresh.vault.get('AWAY-1', id)).rejects.toThrow(KeysUnavailableError);
      // It is not the entry’s fault.
      expect((await docOf(id)).quarantinedAt).toBeUndefined();
    } finally {
      renameSync(`${store.keyFile}.away`, store.keyFile);
    }
    expect(await fresh.vault.get('AWAY-1', id)).toBe('AWAY-1 risks');
  });
  it('when a version is missing that a key needs, then that is said', async () => {
    const id = await put('AWAY-3', 'risks');
    const ring = readFileSync(store.keyFile, 'utf8');
    writeFileSync(store.keyFile, Buffer.alloc(32, 1).toString('base64'));
    await expect(store.process().vault.get('AWAY-3', id)).rejects.toThrow(/the key-encryption key k-[0-9a-f]{16} is not in the key file/);
    writeFileSync(store.keyFile, ring);
  });
});

describe('given a case that is erased', () => {
  const LEFT = { id: 'd-left', author: 'p', profile: 'x', command: 'submitReferral' } as const;
  const request = { by: 'p-a', authorisedBy: 'p-b', reason: 'REQUEST_GRANTED', at: 1_000 } as const;
  let certificate: ErasureCertificate;
  let ids: { person: string; third: string };
  let restored: Doc[];
  beforeAll(async () => {
    ids = { person: await put('ERASE-1', 'risks'), third: await put('ERASE-1', 'household', 'THIRD_PARTY') };
    await store.process().blindIndex.put({ ref: 'ERASE-1', kind: 'nhsNumber', value: '9990000018' });
    // A draft that became the case and was not cleared away.
    await store.mongo.main
      .collection<{ _id: string }>('commits')
      .insertOne({ _id: 'ERASE-1:1', ref: 'ERASE-1', seq: 1, commandId: 'opened', hash: 'h1' } as never);
    const { drafts } = store.process();
    await drafts.create({ ...LEFT, content: { risks: 'R' }, commandId: 'c', now: 1 });
    await drafts.claim(LEFT.id, LEFT.author, 1, 'opened');
    restored = await keys()
      .find({ _id: { $in: ['ERASE-1', 'ERASE-1|third-party'] } })
      .toArray();
    expect(await vault.get('ERASE-1', ids.person)).toBe('ERASE-1 risks');
  });
  it('when first only what tells about somebody else is erased, then the person’s part is readable on', async () => {
    const apart = await store.eraser.erase({ ...request, ref: 'ERASE-1', part: 'THIRD_PARTY' });
    expect(apart).toMatchObject({ entries: 1, blindIndexRows: 0, keys: [{ id: 'ERASE-1|third-party' }] });
    await expect(vault.get('ERASE-1', ids.third)).rejects.toThrow(VaultErasedError);
    await expect(put('ERASE-1', 'carers', 'THIRD_PARTY')).rejects.toThrow(VaultErasedError);
    expect(await vault.get('ERASE-1', ids.person)).toBe('ERASE-1 risks');
  });
  it('then no process reads it, also one that had its key in memory, and none writes to it', async () => {
    const before = await store.eraser.preview('ERASE-1', 'ALL');
    expect(before).toMatchObject({ entries: 2, blindIndexRows: 1, drafts: 1 });
    certificate = await store.eraser.erase({ ...request, ref: 'ERASE-1', part: 'ALL' });
    for (const own of [vault, store.process().vault]) {
      await expect(own.get('ERASE-1', ids.person)).rejects.toThrow(VaultErasedError);
      await expect(put('ERASE-1', 'name', 'PERSON', own)).rejects.toThrow(VaultErasedError);
    }
    expect(await store.process().blindIndex.find('nhsNumber', '9990000018')).toEqual([]);
    expect(await store.process().drafts.find(LEFT.id, LEFT.author)).toBeNull();
    expect(await store.mongo.keys.collection<Doc>('draft_keys').countDocuments({ _id: LEFT.id })).toBe(0);
    expect(await store.eraser.preview('ERASE-1', 'ALL')).toMatchObject({ keys: [], blindIndexRows: 0, drafts: 0 });
  });
  it('then its certificate says who, why and which keys, and asking again gives the same one', async () => {
    expect(certificate).toMatchObject({
      ref: 'ERASE-1',
      by: 'p-a',
      authorisedBy: 'p-b',
      at: '1970-01-01T00:00:01.000Z',
      commitHead: { seq: 1, hash: 'h1' },
    });
    expect(certificate.keys.map(({ id }) => id)).toEqual(['ERASE-1']);
    expect(await store.eraser.erase({ ...request, ref: 'ERASE-1', part: 'ALL', at: 9_999, by: 'p-c' })).toEqual(certificate);
  });
  it('when a backup of the keys is restored, then the erasure is applied again', async () => {
    await keys().insertMany(restored);
    expect(await store.process().vault.get('ERASE-1', ids.person)).toBe('ERASE-1 risks');
    const dry = await store.eraser.reapply({ now: false, known: [] });
    expect(dry.map(({ ref, part, keys: back }) => [ref, part, back.length])).toEqual([
      ['ERASE-1', 'ALL', 2],
      ['ERASE-1', 'THIRD_PARTY', 1],
    ]);
    await store.eraser.reapply({ now: true, known: [] });
    await expect(store.process().vault.get('ERASE-1', ids.person)).rejects.toThrow(VaultErasedError);
    expect(await store.eraser.reapply({ now: true, known: [] })).toEqual([]);
  });
  it('when the list of erasures is lost with it, then the certificate is enough; one that was changed is refused', async () => {
    await keys().insertMany(restored);
    await store.mongo.main.collection<{ _id: string }>('erasures').deleteMany({});
    await expect(store.eraser.reapply({ now: true, known: [{ ...certificate, ref: 'AWAY-1' }] })).rejects.toThrow(/digest differs/);
    expect(await store.eraser.reapply({ now: true, known: [certificate] })).toHaveLength(1);
    await expect(store.process().vault.get('ERASE-1', ids.person)).rejects.toThrow(VaultErasedError);
  });
});

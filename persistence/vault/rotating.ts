import type { Models, DataKeyDoc } from '../models';
import { contextOfDoc } from './dataKeys';
import { VaultCorruptError } from './errors';
import type { KeyEncryption } from './keyEncryption';
import { addVersion, dropVersions, endRewrapping, keyFileEncryption, prepareVersion, readKeyRing } from './keyFile';

const PAGE = 500;
/** How long an older version stays at least: a process may hold a key that it has just wrapped with it. */
const KEPT_FOR_MS = 600_000;

type Stores = Pick<Models, 'caseKeys' | 'draftKeys'>;
type KeyCollection = 'case_keys' | 'draft_keys';

/** How the data keys stand to the versions of the key-encryption key. */
export interface KeyStanding {
  readonly current: string;
  /** A version that waits to become the current one. */
  readonly prepared: string | null;
  /** A rotation has begun and is not through, or older versions still wrap something. */
  readonly unfinished: boolean;
  /** How many data keys each version wraps, by id; `-` for those that name none. */
  readonly wraps: Readonly<Record<string, number>>;
}

/** What a rotation did. */
export interface Rotation {
  readonly current: string;
  readonly rewrapped: number;
  /** Keys that do not open with any version: left as they are, for somebody to look at. */
  readonly unreadable: readonly string[];
}

/** Rotation of the key-encryption key in a key file; what is sealed with data keys stays as it is. */
export interface KeyRotation {
  standing(): Promise<KeyStanding>;
  /** Adds the next version without using it yet; gives its id. */
  prepare(): Promise<string | null>;
  /**
   * Makes the next version the current one and wraps every data key with it. While older versions still wrap something (it broke off, or
   * another machine did not know the newest one yet) that is brought to its end first. `now` in epoch ms.
   */
  rotate(now: number): Promise<Rotation>;
  /** Which older versions wrap nothing any longer, and why they may stay for now; takes them out where asked. */
  retire(options: {
    readonly at: number;
    readonly now: boolean;
  }): Promise<{ readonly versions: readonly string[]; readonly wait: string | null }>;
}

/** Rotation over a key file. Running processes notice the new version by themselves. */
export function createKeyRotation(stores: Stores, file: string): KeyRotation {
  const encryption = keyFileEncryption(file);
  const standing = async (): Promise<KeyStanding> => {
    const { current, prepared, rewrapping, keys } = readKeyRing(file);
    const counts = await Promise.all([...keys.keys()].map(async (id) => [id, await countOf(stores, { kek: id })] as const));
    const unfinished = rewrapping || counts.some(([id, count]) => id !== current && count > 0);
    return {
      current,
      prepared,
      unfinished,
      wraps: Object.fromEntries([...counts, ['-', await countOf(stores, { kek: { $exists: false } })]]),
    };
  };
  return {
    standing,
    prepare: () => Promise.resolve(prepareVersion(file).prepared),
    async rotate(now) {
      const { current } = (await standing()).unfinished ? readKeyRing(file) : addVersion(file, now);
      const done = await rewrapAll(stores, encryption, current);
      if (done.unreadable.length === 0) endRewrapping(file);
      return { current, ...done };
    },
    async retire({ at, now }) {
      const { wraps, unfinished } = await standing();
      const { current, prepared, since, keys } = readKeyRing(file);
      const versions = [...keys.keys()].filter((id) => id !== current && id !== prepared && wraps[id] === 0);
      const wait = whyWait({ unfinished, unnamed: wraps['-'] ?? 0, since, at });
      if (now && wait === null) dropVersions(file, versions);
      return { versions, wait };
    },
  };
}

interface Waiting {
  readonly unfinished: boolean;
  readonly unnamed: number;
  readonly since: number | null;
  readonly at: number;
}

function whyWait({ unfinished, unnamed, since, at }: Waiting): string | null {
  if (unfinished) return 'A rotation is not through: finish it with marm ops keys rotate --now.';
  if (unnamed > 0) return `${unnamed} keys name no version: rotate first.`;
  if (since !== null && at - since < KEPT_FOR_MS)
    return 'The newest version is younger than ten minutes: wait, then retire the older ones.';
  return null;
}

const countOf = async ({ caseKeys, draftKeys }: Stores, filter: object): Promise<number> =>
  (await caseKeys.countDocuments(filter)) + (await draftKeys.countDocuments(filter));

// Until nothing is left: keys are made while it runs, some by a process that had read the ring just before.
async function rewrapAll(stores: Stores, encryption: KeyEncryption, current: string): Promise<Omit<Rotation, 'current'>> {
  let rewrapped = 0;
  for (;;) {
    const cases = await rewrap(stores.caseKeys, 'case_keys', encryption, current);
    const drafts = await rewrap(stores.draftKeys, 'draft_keys', encryption, current);
    rewrapped += cases.rewrapped + drafts.rewrapped;
    if (cases.rewrapped + drafts.rewrapped === 0) return { rewrapped, unreadable: [...cases.unreadable, ...drafts.unreadable] };
  }
}

async function rewrap(
  keys: Models['caseKeys'],
  collection: KeyCollection,
  encryption: KeyEncryption,
  current: string,
): Promise<Omit<Rotation, 'current'>> {
  const unreadable: string[] = [];
  let rewrapped = 0;
  for (let after = ''; ;) {
    const page = await keys
      .find({ _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(PAGE)
      .lean<DataKeyDoc[]>();
    for (const doc of page.filter(({ kek }) => kek !== current)) {
      const done = await rewrapOne(keys, contextOfDoc(collection, doc._id), encryption, doc);
      if (done === 'unreadable') unreadable.push(doc._id);
      if (done === 'rewrapped') rewrapped += 1;
    }
    const last = page.at(-1);
    if (!last) return { rewrapped, unreadable };
    after = last._id;
  }
}

// Only in place of what was read: a key that was destroyed meanwhile stays destroyed.
async function rewrapOne(
  keys: Models['caseKeys'],
  context: string,
  encryption: KeyEncryption,
  doc: DataKeyDoc,
): Promise<'rewrapped' | 'gone' | 'unreadable'> {
  try {
    const wrapped = await encryption.wrap(context, await encryption.unwrap(context, doc));
    const { matchedCount } = await keys.updateOne({ _id: doc._id, tag: doc.tag }, { $set: wrapped });
    return matchedCount === 1 ? 'rewrapped' : 'gone';
  } catch (error) {
    if (error instanceof VaultCorruptError) return 'unreadable';
    throw error;
  }
}

import { londonDateOf } from '../../domain';
import type { Changed, DirectoryChanges } from '../../domain';
import type { DirectoryChange, DirectoryRecord, Page } from '../contract';
import type { DirectoryChangeDoc, Models, OrganisationDoc, PersonDoc } from '../models';
import { fromCursor, toCursor } from './cursor';
import { organisationOf, personOf } from './directoryRepository';
import { isDuplicateKey } from './duplicate';

const DIGITS = 12;
const idOf = (number: number): string => String(number).padStart(DIGITS, '0');
const fromDoc = ({ _id, ...change }: DirectoryChangeDoc): DirectoryChange => ({ number: Number(_id), ...change });

/**
 * The record of the directory. One insert, under the next number, is the change: whoever comes second is told that the directory has moved on.
 * Entries follow it, each only where it is older, so that a crash in between is mended by whoever looks next.
 */
export function createDirectoryRecord(models: Pick<Models, 'people' | 'organisations' | 'directoryChanges'>): DirectoryRecord {
  const { people, organisations, directoryChanges } = models;
  const newest = async (): Promise<DirectoryChange | null> => {
    const doc = await directoryChanges.findOne().sort({ _id: -1 }).lean<DirectoryChangeDoc>();
    return doc ? fromDoc(doc) : null;
  };
  const byCommand = async (commandId: string): Promise<DirectoryChange | null> => {
    const doc = await directoryChanges.findOne({ commandId }).lean<DirectoryChangeDoc>();
    return doc ? fromDoc(doc) : null;
  };
  return {
    async books() {
      const head = await newest();
      if (head) await follow(models, head);
      const today = londonDateOf(Date.now());
      const [persons, agencies] = [await people.find().lean<PersonDoc[]>(), await organisations.find().lean<OrganisationDoc[]>()];
      return {
        head: head?.number ?? 0,
        people: new Map(persons.map((doc) => [doc._id, personOf(doc, today)])),
        organisations: new Map(agencies.map((doc) => [doc._id, organisationOf(doc)])),
      };
    },
    async record(change, head) {
      const number = head + 1;
      try {
        await directoryChanges.insert({ _id: idOf(number), ...change });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const before = await byCommand(change.commandId);
        if (before) await follow(models, before);
        return before ?? 'stale';
      }
      await follow(models, { number, ...change });
      return { number, ...change };
    },
    byCommand,
    async about(subject, { after, limit }) {
      const filter = { about: subject, ...(after === undefined ? {} : { _id: { $lt: fromCursor(after).ref } }) };
      const docs = await directoryChanges
        .find(filter as never)
        .sort({ _id: -1 })
        .limit(limit + 1)
        .lean<DirectoryChangeDoc[]>();
      return toPage(docs, limit);
    },
  };
}

function toPage(docs: readonly DirectoryChangeDoc[], limit: number): Page<DirectoryChange> {
  const page = docs.slice(0, limit);
  const last = page.at(-1);
  return { found: page.map(fromDoc), next: docs.length > limit && last ? toCursor(0, last._id) : null };
}

type Entries = Pick<Models, 'people' | 'organisations'>;

async function follow(
  { people, organisations }: Entries,
  { number, changes }: { number: number; changes: DirectoryChanges },
): Promise<void> {
  await bringUp(people.collection, changes.people, number);
  await bringUp(organisations.collection, changes.organisations, number);
}

interface Replaces {
  replaceOne(filter: object, entry: object, options: { upsert: boolean }): Promise<unknown>;
}

async function bringUp(collection: Replaces, changes: readonly Changed<{ readonly id: string }>[], number: number): Promise<void> {
  for (const { after } of changes) {
    const { id, ...entry } = after;
    const older = { _id: id, $or: [{ version: { $exists: false } }, { version: { $lt: number } }] };
    try {
      await collection.replaceOne(older, { ...entry, version: number }, { upsert: true });
    } catch (error) {
      // It stands there already, as of this change or a later one.
      if (!isDuplicateKey(error)) throw error;
    }
  }
}

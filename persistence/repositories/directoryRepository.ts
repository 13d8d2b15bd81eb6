import { hasLeft, londonDateOf, whoseTurn } from '../../domain';
import type { LondonDate } from '../../domain';
import type { Directory, Organisation, PeopleQuery, Person } from '../contract';
import type { Models, OrganisationDoc, PersonDoc } from '../models';
import { fromCursor, toCursor } from './cursor';

/** A person as of today: whoever is past their last day is not active, whether or not anybody has written so. */
export function personOf({ _id, ...person }: PersonDoc, today: LondonDate): Person {
  return { id: _id, ...person, active: !hasLeft(person, today) };
}
/** An organisation as it is stored. */
export const organisationOf = ({ _id, ...organisation }: OrganisationDoc): Organisation => ({ id: _id, ...organisation });

/** Who works where, in which role. The wall clock says who has left by today. */
export function createDirectory(
  { people, organisations }: Pick<Models, 'people' | 'organisations'>,
  wallClock: () => number = Date.now,
): Directory {
  const today = (): LondonDate => londonDateOf(wallClock());
  const person = async (id: string): Promise<Person | null> => {
    const doc = await people.findById(id).lean<PersonDoc>();
    return doc ? personOf(doc, today()) : null;
  };
  return {
    person,
    people: async () => (await people.find().sort({ _id: 1 }).lean<PersonDoc[]>()).map((doc) => personOf(doc, today())),
    async officeHolder(role, locality) {
      const docs = await people
        .find({ active: true, offices: { $elemMatch: { role, locality } } } as never)
        .sort({ _id: 1 })
        .lean<PersonDoc[]>();
      return docs.map((doc) => personOf(doc, today())).find(({ active }) => active) ?? null;
    },
    async holderToday(id, on) {
      const asked: Person[] = [];
      for (let next = id; ;) {
        const found = await person(next);
        if (!found) return null;
        asked.push(found);
        const turn = whoseTurn(asked, on);
        if (turn === 'NOBODY') return null;
        if ('acts' in turn) return turn.acts;
        next = turn.ask;
      }
    },
    async service(id) {
      const doc = await organisations.findOne({ 'services.id': id }).lean<OrganisationDoc>();
      const service = doc?.services.find((one) => one.id === id);
      return doc && service ? { ...service, organisation: doc._id } : null;
    },
    async organisation(id) {
      const doc = await organisations.findById(id).lean<OrganisationDoc>();
      return doc ? organisationOf(doc) : null;
    },
    organisations: async () => (await organisations.find().sort({ _id: 1 }).lean<OrganisationDoc[]>()).map(organisationOf),
    async list(query) {
      const docs = await people
        .find(filterOf(query, today()) as never)
        .sort({ _id: 1 })
        .limit(query.limit + 1)
        .lean<PersonDoc[]>();
      const page = docs.slice(0, query.limit);
      const last = page.at(-1);
      return { found: page.map((doc) => personOf(doc, today())), next: docs.length > page.length && last ? toCursor(0, last._id) : null };
    },
    async save(entries) {
      for (const { id, ...rest } of entries.people) await people.collection.replaceOne({ _id: id } as never, rest, { upsert: true });
      for (const { id, ...organisation } of entries.organisations)
        await organisations.collection.replaceOne({ _id: id } as never, organisation, { upsert: true });
    },
    isEmpty: async () => (await people.findOne().lean()) === null,
  };
}

// Values are texts that were checked at the edge, and are compared, never run.
function filterOf({ organisation, service, office, active, after }: PeopleQuery, today: LondonDate): object {
  return {
    ...(organisation === undefined ? {} : { organisation }),
    ...(service === undefined ? {} : { service }),
    ...(office === undefined ? {} : { offices: { $elemMatch: { role: office.role, locality: office.locality } } }),
    ...(after === undefined ? {} : { _id: { $gt: fromCursor(after).ref } }),
    ...activeFilter(active, today),
  };
}

function activeFilter(active: boolean | undefined, today: LondonDate): object {
  if (active === undefined) return {};
  if (!active) return { $or: [{ active: false }, { 'leaving.on': { $lt: today } }] };
  return { active: true, $or: [{ leaving: { $exists: false } }, { 'leaving.on': { $gte: today } }] };
}

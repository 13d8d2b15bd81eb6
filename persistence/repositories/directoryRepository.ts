import type { Directory, Organisation, Person } from '../contract';
import type { Models, OrganisationDoc, PersonDoc } from '../models';

const personOf = ({ _id, ...person }: PersonDoc): Person => ({ id: _id, ...person });
const organisationOf = ({ _id, ...organisation }: OrganisationDoc): Organisation => ({ id: _id, ...organisation });

/** Who works where, in which role. */
export function createDirectory({ people, organisations }: Pick<Models, 'people' | 'organisations'>): Directory {
  return {
    async person(id) {
      const doc = await people.findById(id).lean<PersonDoc>();
      return doc ? personOf(doc) : null;
    },
    people: async () => (await people.find().sort({ _id: 1 }).lean<PersonDoc[]>()).map(personOf),
    async officeHolder(role, locality) {
      const doc = await people
        .findOne({ active: true, offices: { $elemMatch: { role, locality } } })
        .sort({ _id: 1 })
        .lean<PersonDoc>();
      return doc ? personOf(doc) : null;
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
    async save(entries) {
      for (const { id, ...person } of entries.people) await people.collection.replaceOne({ _id: id } as never, person, { upsert: true });
      for (const { id, ...organisation } of entries.organisations)
        await organisations.collection.replaceOne({ _id: id } as never, organisation, { upsert: true });
    },
    isEmpty: async () => (await people.findOne().lean()) === null,
  };
}

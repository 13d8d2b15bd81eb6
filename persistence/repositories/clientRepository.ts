import type { ClientRepository, StoredClient } from '../contract';
import type { ClientDoc, Models } from '../models';

const fromDoc = ({ _id, tokenSubject: _key, ...client }: ClientDoc): StoredClient => ({ id: _id, ...client });

/** Partner systems; found by the subject of their tokens, which is unique. */
export const createClientRepository = ({ clients }: Pick<Models, 'clients'>): ClientRepository => ({
  async withSubject(subject) {
    const doc = await clients.findOne({ tokenSubject: subject }).lean<ClientDoc>();
    return doc ? fromDoc(doc) : null;
  },
  list: async () => (await clients.find().sort({ _id: 1 }).lean<ClientDoc[]>()).map(fromDoc),
  async save({ id, ...client }) {
    const doc = { ...client, tokenSubject: client.subject ?? id };
    await clients.collection.replaceOne({ _id: id } as never, doc, { upsert: true });
  },
});

import type { Model } from 'mongoose';

/** What the code can do with a collection of which nothing is ever changed or removed: add, and read. */
export interface InsertOnlyModel<T> {
  /** Adds a document as it is. @throws the error of a unique key where one stands there already */
  insert(doc: T): Promise<void>;
  readonly find: Model<T>['find'];
  readonly findOne: Model<T>['findOne'];
  readonly findById: Model<T>['findById'];
  readonly distinct: Model<T>['distinct'];
}

/** Narrows a model to adding and reading; whoever holds it has no way to an update, a removal or an aggregation that writes. */
export const insertOnlyOf = <T>(model: Model<T>): InsertOnlyModel<T> => ({
  async insert(doc) {
    await model.collection.insertOne(doc as never);
  },
  find: model.find.bind(model),
  findOne: model.findOne.bind(model),
  findById: model.findById.bind(model),
  distinct: model.distinct.bind(model),
});

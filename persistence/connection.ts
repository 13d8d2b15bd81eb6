import mongoose from 'mongoose';
import type { Connection } from 'mongoose';

/** The engine's database, and the separate one that holds the keys of cases. */
export interface MongoConnection {
  readonly main: Connection;
  readonly keys: Connection;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Connects to MongoDB. Collections and indexes are made by `setUpDatabase` alone, never on the way. @throws when no server answers within `timeoutMs` */
export async function connectMongo(uri: string, dbName = 'marm', timeoutMs = 5_000): Promise<MongoConnection> {
  const options = { autoCreate: false, autoIndex: false, serverSelectionTimeoutMS: timeoutMs, socketTimeoutMS: 20_000 } as const;
  const durable = { writeConcern: { w: 'majority', j: true } } as const;
  const main = await mongoose.createConnection(uri, { ...options, ...durable, dbName }).asPromise();
  const keys = main.useDb(`${dbName}_keys`, { useCache: true });
  return {
    main,
    keys,
    ping: async () => {
      await main.db?.admin().ping({ maxTimeMS: 2_000 });
    },
    close: () => main.close(),
  };
}

import { connectMongo } from '../../persistence';
import type { MongoConnection } from '../../persistence';
import { connectTemporal } from '../../temporal';
import type { TemporalConnection } from '../../temporal';
import { WORKFLOW_TYPE } from '../../workflows/messages';
import type { StackAddresses } from './stack';

/** How much stands in the record and in Temporal: equal before and after means that nothing was written and no case was started. */
export interface Counts {
  readonly commits: number;
  readonly requests: number;
  readonly vault: number;
  readonly keys: number;
  readonly workflows: number;
}

/** A look past the API, straight into the servers of a stack. */
export interface Look {
  counts(): Promise<Counts>;
  readonly mongo: MongoConnection;
  readonly temporal: TemporalConnection;
  close(): Promise<void>;
}

/** Opens the servers of a stack for looking. */
export async function openRecord(stack: Pick<StackAddresses, 'mongo' | 'temporal'>): Promise<Look> {
  const mongo = await connectMongo(stack.mongo);
  const temporal = await connectTemporal({ address: stack.temporal, namespace: 'marm' });
  const count = (name: string, from = mongo.main) => from.collection(name).countDocuments();
  return {
    mongo,
    temporal,
    counts: async () => ({
      commits: await count('commits'),
      requests: await count('requests'),
      vault: await count('vault'),
      keys: await count('case_keys', mongo.keys),
      workflows: (await temporal.client.workflow.count(`WorkflowType = "${WORKFLOW_TYPE}"`)).count,
    }),
    close: async () => {
      await mongo.close();
      await temporal.close();
    },
  };
}

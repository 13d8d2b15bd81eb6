import { Client, Connection, defaultGrpcRetryOptions, isRetryableError, makeGrpcRetryInterceptor } from '@temporalio/client';

// gRPC status: too many at once.
const RESOURCE_EXHAUSTED = 8;

export interface TemporalConnection {
  readonly client: Client;
  readonly connection: Connection;
  close(): Promise<void>;
}

/** A client's connection. "Too many at once" is not retried below us: the caller is told at once and decides. */
export async function connectTemporal({ address, namespace }: { address: string; namespace: string }): Promise<TemporalConnection> {
  const retry = {
    ...defaultGrpcRetryOptions(),
    retryableDecider: (_attempt: number, status: Parameters<typeof isRetryableError>[0]) => {
      const code: number = status.code;
      return code !== RESOURCE_EXHAUSTED && isRetryableError(status);
    },
  };
  const connection = await Connection.connect({ address, interceptors: [makeGrpcRetryInterceptor(retry)] });
  return { client: new Client({ connection, namespace }), connection, close: () => connection.close() };
}

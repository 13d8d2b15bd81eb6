import { Client, Connection, defaultGrpcRetryOptions, isRetryableError, makeGrpcRetryInterceptor } from '@temporalio/client';

// gRPC status: too many at once.
const RESOURCE_EXHAUSTED = 8;
// About two seconds: a server that is away must be told as that, before our own deadline makes it an unknown outcome.
const MOST_ATTEMPTS = 6;

export interface TemporalConnection {
  readonly client: Client;
  readonly connection: Connection;
  close(): Promise<void>;
}

/** A client's connection. "Too many at once" is not retried below us, other failures for a short time: then the caller is told and decides. */
export async function connectTemporal({ address, namespace }: { address: string; namespace: string }): Promise<TemporalConnection> {
  const retry = {
    ...defaultGrpcRetryOptions(),
    retryableDecider: (attempt: number, status: Parameters<typeof isRetryableError>[0]) => {
      const code: number = status.code;
      return attempt < MOST_ATTEMPTS && code !== RESOURCE_EXHAUSTED && isRetryableError(status);
    },
  };
  const connection = await Connection.connect({ address, interceptors: [makeGrpcRetryInterceptor(retry)] });
  return { client: new Client({ connection, namespace }), connection, close: () => connection.close() };
}

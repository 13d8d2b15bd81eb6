export type { Connection } from '@temporalio/client';
export type { NativeConnection } from '@temporalio/worker';

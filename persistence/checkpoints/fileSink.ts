import { open } from 'node:fs/promises';
import type { CheckpointSink } from '../contract';

/**
 * A file of JSON lines that is only ever added to. Its folder is not made on the way: a volume that is not mounted must be noticed,
 * not replaced by a folder on the local disk.
 */
export const createFileSink = (file: string): CheckpointSink => ({
  async append(lines) {
    const handle = await open(file, 'a', 0o600);
    try {
      await handle.appendFile(lines.map((line) => `${line}\n`).join(''));
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
});

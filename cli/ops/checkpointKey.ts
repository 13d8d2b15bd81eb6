import { keyIdOf, publicPem, readCheckpointKey } from '../../persistence';
import { CliError } from '../client';

/** The public half of the key that signs checkpoints, with its name; for whoever verifies the record elsewhere. @throws CliError where there is none */
export function checkpointKey(file: string): string {
  try {
    const key = readCheckpointKey(file);
    return `Key ${keyIdOf(key)}\n${publicPem(key).trim()}`;
  } catch (error) {
    throw new CliError(error instanceof Error ? error.message : String(error));
  }
}

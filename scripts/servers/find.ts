import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The program of that name on the PATH, if there is one that runs. */
export function onPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

/** True for a file that may be run. */
export const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

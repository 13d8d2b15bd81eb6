import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every file in a folder and below it. */
export const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

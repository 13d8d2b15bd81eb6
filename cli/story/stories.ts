import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Script } from '../../domain';
import { CliError } from '../client';
import { readJson, readList } from '../files';

/** A scenario that can be watched on the real servers. */
export interface Story {
  readonly id: string;
  readonly title: string;
  /** Name of its file in examples/scripts. */
  readonly script: string;
}

// Beside the sources, or one level up from the build.
const examples = (): string =>
  [join(__dirname, '..', '..', 'examples'), join(__dirname, '..', '..', '..', 'examples')].find((folder) => existsSync(folder)) ??
  'examples';

/** Every story, in order. @throws CliError */
export const stories = (): readonly Story[] => readList(join(examples(), 'stories.json')) as readonly Story[];

/** A story by its id, whatever its case, with its script. @throws CliError that lists the ids */
export function findStory(id: string): Story & { readonly steps: Script } {
  const story = stories().find((one) => one.id.toLowerCase() === id.toLowerCase());
  if (!story)
    throw new CliError(
      `There is no story "${id}". Stories: ${stories()
        .map((one) => one.id)
        .join(', ')}.`,
    );
  return { ...story, steps: readJson(join(examples(), 'scripts', `${story.script}.json`)) as unknown as Script };
}

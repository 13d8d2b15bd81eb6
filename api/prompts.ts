import { escalationPrompts, holderOf } from '../domain';
import type { CaseView, Directory } from '../persistence';
import { profileOf } from './views/pinned';

/** The questions that a case puts to the people who work on it now, each with whom to ring about it where somebody can be rung. */
export const toPrompts = (directory: Directory, view: CaseView): Promise<readonly object[]> =>
  Promise.all(
    escalationPrompts(view.state, profileOf(view)).map(async ({ code, question, ring }) => {
      const id = ring === null ? null : holderOf(view.state, { role: ring });
      const person = id === null ? null : await directory.person(id);
      return { code, question, ring: person && { role: ring, name: person.name, telephone: person.telephone } };
    }),
  );

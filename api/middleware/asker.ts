import type { Response } from 'express';
import type { Actor, Client } from '../../domain';
import type { Person } from '../../persistence';

/** Who asks, as the directory knows them: a person, or a partner system in the name of the person who answers for it. */
export interface Asker {
  readonly actor: Actor;
  readonly client: Client | null;
}

/** Who asks; set by `authenticate`. @throws Error on an address that is open to everybody */
export function askerOf(response: Response): Asker {
  const asker = response.locals['asker'] as Asker | undefined;
  if (!asker) throw new Error('nobody is signed in on this address');
  return asker;
}

/** The person who asks, or who answers for the partner system that does. */
export const personOf = (response: Response): string => askerOf(response).actor.person;

/** The same as one text, for keys that must not be shared between a person and a system. */
export const subjectOf = (response: Response): string => {
  const { actor, client } = askerOf(response);
  return client === null ? actor.person : `client ${client.id}`;
};

/** A person of the directory as the rules of access know them. */
export const toActor = ({ id, service, organisation }: Person): Actor => ({
  person: id,
  organisation,
  ...(service === null ? {} : { service }),
});

import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { StoredClient } from '../../persistence';
import type { ApiDeps } from '../deps';
import { verifyToken } from '../identity/verifyToken';
import type { TokenSubject } from '../identity/verifyToken';
import { Problem } from '../problem';
import { toActor } from './asker';
import type { Asker } from './asker';

export { askerOf, personOf, subjectOf } from './asker';

/**
 * Checks the bearer token and finds who asks in our own directory, at every request: an active person, or a registered partner system.
 * Roles and services never come from the token.
 */
export function authenticate(deps: ApiDeps): RequestHandler {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const subject = await verifyToken(deps, request.get('authorization') ?? '');
    const asker = subject === null ? null : await findAsker(deps, subject);
    if (asker === null) throw unauthenticated();
    response.locals['asker'] = asker;
    next();
  };
}

// A person of the directory is never taken for a system, nor one who has left for anything.
async function findAsker({ repositories }: ApiDeps, { subject, client }: TokenSubject): Promise<Asker | null> {
  const person = await repositories.directory.person(subject);
  if (person) return person.active ? { actor: toActor(person), client: null } : null;
  const found = await repositories.clients.withSubject(subject);
  return found?.active === true && (client === null || client === found.id) ? asClient(repositories, found) : null;
}

// It asks in the name of a person of its service, who must be there and work there still.
async function asClient({ directory }: ApiDeps['repositories'], client: StoredClient): Promise<Asker | null> {
  const person = await directory.person(client.actsFor);
  const works = person?.active === true && person.service === client.service && person.organisation === client.organisation;
  return works ? { actor: toActor(person), client } : null;
}

const unauthenticated = (): Problem =>
  new Problem(401, 'UNAUTHENTICATED', 'Send a valid access token as Authorization: Bearer. For the embedded mode: marm token --as PERSON.');
